//! How English shortens given names.

/// Usual short forms that are no beginning of the given name, with those that they are short for.
const SHORT: [(&str, &str); 31] = [
    ("Bill", "William"),
    ("Billy", "William"),
    ("Bob", "Robert"),
    ("Bobby", "Robert"),
    ("Charlie", "Charles"),
    ("Chuck", "Charles"),
    ("Danny", "Daniel"),
    ("Dick", "Richard"),
    ("Eddie", "Edward"),
    ("Harry", "Henry"),
    ("Jack", "John"),
    ("Jerry", "Gerald"),
    ("Jim", "James"),
    ("Jimmy", "James"),
    ("Johnny", "John"),
    ("Kate", "Katherine"),
    ("Kathy", "Katherine"),
    ("Larry", "Lawrence"),
    ("Liz", "Elizabeth"),
    ("Mick", "Michael"),
    ("Mike", "Michael"),
    ("Nick", "Nicholas"),
    ("Peggy", "Margaret"),
    ("Rick", "Richard"),
    ("Ronnie", "Ronald"),
    ("Steve", "Stephen"),
    ("Ted", "Edward"),
    ("Ted", "Theodore"),
    ("Tom", "Thomas"),
    ("Tommy", "Thomas"),
    ("Tony", "Anthony"),
];

/// Shorter beginnings of two given names are alike by chance.
const SHORTEST: usize = 3;

/// True where the given name of one is a usual short form of the other's: "Ted Lund" and "Edward T. Lund Jr", "Ray Lund" and
/// "Raymond Lund".
pub(super) fn is_shortened(one: &str, other: &str) -> bool {
    let given = |name: &str| name.find(' ').unwrap_or(0);
    let (one, other) = (&one[..given(one)], &other[..given(other)]);
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let begins = short.len() >= SHORTEST && short.len() < long.len() && long.starts_with(short);
    begins || SHORT.iter().any(|pair| *pair == (short, long) || *pair == (long, short))
}
