//! What a process uses, as Linux tells it. Elsewhere nothing is known.

use std::time::Duration;

/// What a running process holds and has used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Bytes of memory that it holds now, and the most that it ever held.
    pub(crate) memory: u64,
    pub(crate) most_memory: u64,
    /// Time on a processor, in steps of 10 ms.
    pub(crate) processor: Duration,
}

/// What the process with this id uses; `None` where the system does not tell.
pub(crate) fn usage(process: u32) -> Option<Usage> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1_024)
    };
    let stat = stat(&process.to_string())?;
    Some(Usage {
        memory: field("VmRSS:")?,
        most_memory: field("VmHWM:")?,
        processor: ticks(stat.get(UTIME)? + stat.get(UTIME + 1)?),
    })
}

/// The time on a processor of this program alone, and of the programs that it has started and waited for.
pub(crate) fn own_and_children() -> Option<(Duration, Duration)> {
    let stat = stat("self")?;
    let pair = |at: usize| Some(ticks(stat.get(at)? + stat.get(at + 1)?));
    Some((pair(UTIME)?, pair(UTIME + 2)?))
}

/// Places of the times among the fields behind the program's name, which may have spaces and brackets (see `man 5 proc`).
const UTIME: usize = 11;

fn stat(process: &str) -> Option<Vec<u64>> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, behind) = stat.rsplit_once(')')?;
    Some(behind.split_whitespace().map(|field| field.parse().unwrap_or(0)).collect())
}

/// Linux counts a hundred ticks a second for programs, whatever its own clock does.
fn ticks(count: u64) -> Duration {
    Duration::from_millis(count * 10)
}

/// The kind of machine, in a line: a figure says nothing without it.
pub(crate) fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let model = field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| "unknown model".to_owned());
    let memory = field(&read("/proc/meminfo"), "MemTotal").and_then(|total| {
        total.split_whitespace().next()?.parse::<u64>().ok().map(|kb| format!(", {} GB", kb / 1_000_000))
    });
    format!("{cores} cores, {model}{}, {}", memory.unwrap_or_default(), std::env::consts::OS)
}
