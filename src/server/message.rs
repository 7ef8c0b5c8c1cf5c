//! Parses a message, and saves what can be saved of one that cannot be read.

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, de};
use serde_json::Value;
use std::fmt::Write;
use tower_lsp::jsonrpc::{Error, Id, Request};
use tower_lsp::ls_types::{DidChangeTextDocumentParams, DidOpenTextDocumentParams};

/// A message of the client.
#[derive(Debug, PartialEq)]
pub(super) enum Message {
    /// A request or a notification.
    Call(Request),
    /// The answer to a request of ours.
    Answer {
        /// The request's id.
        id: Id,
        /// True when the client did what it was asked.
        ok: bool,
    },
    /// Nothing that can be acted on.
    Unreadable(Remains),
}

/// What is left of a message that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Remains {
    /// What is wrong with it.
    pub(super) error: Error,
    /// The request's id.
    pub(super) id: Option<Id>,
    /// What was called.
    pub(super) method: Option<String>,
    /// The document it was about.
    pub(super) uri: Option<String>,
}

/// Parses the message at the start of `body`; returns the bytes behind it too. Those are not empty
/// when the stated length was too large and took in a part of the next message.
pub(super) fn parse(body: &[u8]) -> (Message, &[u8]) {
    if !body.trim_ascii_start().starts_with(b"{") {
        // A batch, too: LSP has none, and a list would be taken for an object's fields in order.
        let parsed = serde_json::from_slice::<IgnoredAny>(body);
        let error = if parsed.is_ok() { Error::invalid_request() } else { Error::parse_error() };
        return (Message::Unreadable(Remains { error, id: None, method: None, uri: None }), &[]);
    }
    let mut values = serde_json::Deserializer::from_slice(body).into_iter::<Incoming>();
    match values.next() {
        Some(Ok(incoming)) => {
            let rest = body.get(values.byte_offset()..).unwrap_or_default();
            (incoming.sort(), rest.trim_ascii_start())
        }
        Some(Err(error)) if error.is_data() && !is_surrogate_fault(&error) => {
            (Message::Unreadable(Remains::read(body, Error::invalid_request())), &[])
        }
        _ => (Message::Unreadable(Remains::read(body, Error::parse_error())), &[]),
    }
}

/// A lone surrogate is reported as data that does not fit, though the text itself is at fault.
fn is_surrogate_fault(error: &serde_json::Error) -> bool {
    error.to_string().contains("surrogate")
}

/// Any message, as far as JSON-RPC goes.
#[derive(Deserialize)]
struct Incoming {
    #[serde(default, deserialize_with = "present")]
    id: Option<Id>,
    method: Option<String>,
    #[serde(default)]
    params: Option<Value>,
    #[serde(default, deserialize_with = "present")]
    result: Option<IgnoredAny>,
    #[serde(default)]
    error: Option<IgnoredAny>,
}

/// Tells `"id": null` from no id at all.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl Incoming {
    fn sort(self) -> Message {
        match (self.method, self.id) {
            (Some(method), id) => call(method, id, self.params),
            (None, Some(id)) if self.result.is_some() || self.error.is_some() => {
                Message::Answer { id, ok: self.error.is_none() }
            }
            (None, id) => {
                let error = Error::invalid_request();
                Message::Unreadable(Remains { error, id, method: None, uri: None })
            }
        }
    }
}

fn call(method: String, id: Option<Id>, mut params: Option<Value>) -> Message {
    params.iter_mut().for_each(escape_uris);
    // An edit that does not fit its type would be let go of in silence, and the text be out of step.
    let fault = match (method.as_str(), &params) {
        ("textDocument/didChange", Some(params)) => DidChangeTextDocumentParams::deserialize(params).err(),
        ("textDocument/didOpen", Some(params)) => DidOpenTextDocumentParams::deserialize(params).err(),
        _ => None,
    };
    if let Some(fault) = fault {
        let uri = params.as_ref().and_then(|p| p["textDocument"]["uri"].as_str()).map(str::to_owned);
        let error = Error::invalid_params(fault.to_string());
        return Message::Unreadable(Remains { error, id, method: Some(method), uri });
    }
    let params = match method.as_str() {
        // They take none, and some clients send an empty object.
        "shutdown" | "exit" => None,
        "initialized" => params.or_else(|| Some(Value::Object(serde_json::Map::new()))),
        _ => params,
    };
    let request = Request::build(method);
    let request = match params {
        Some(params) => request.params(params),
        None => request,
    };
    Message::Call(match id {
        Some(id) => request.id(id).finish(),
        None => request.finish(),
    })
}

/// Escapes what may not stand in a URI as it is, wherever `params` name one: some clients put `file://` before
/// a path and leave it at that, and `my folder` or `한국.md` would cost them the whole message.
fn escape_uris(params: &mut Value) {
    match params {
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| match value {
            Value::String(text) if key == "uri" || key.ends_with("Uri") => {
                if let Some(escaped) = escaped(text) {
                    *text = escaped;
                }
            }
            _ => escape_uris(value),
        }),
        Value::Array(items) => items.iter_mut().for_each(escape_uris),
        _ => {}
    }
}

/// The URI with what RFC 3986 does not allow in it as percent escapes; `None` when nothing is amiss.
fn escaped(uri: &str) -> Option<String> {
    let bytes = uri.as_bytes();
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let fits = |(at, byte): (usize, &u8)| match byte {
        b'%' => is_hex(at + 1) && is_hex(at + 2),
        _ => byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(byte),
    };
    if bytes.iter().enumerate().all(fits) {
        return None;
    }
    let mut out = String::with_capacity(uri.len() * 2);
    for (at, byte) in bytes.iter().enumerate() {
        if fits((at, byte)) {
            out.push(char::from(*byte));
        } else {
            // ok: writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Some(out)
}

impl Remains {
    /// Reads `body` as far as it goes, with a replacement character for what is no text.
    fn read(body: &[u8], error: Error) -> Remains {
        let text = without_surrogates(&String::from_utf8_lossy(body));
        let mut remains = Remains { error, id: None, method: None, uri: None };
        let reader = Fields { remains: &mut remains };
        // Where it stops does not matter: what it has seen by then is in `remains`.
        let _ = reader.deserialize(&mut serde_json::Deserializer::from_str(&text));
        remains
    }
}

/// Writes U+FFFD for every `\uD8..` escape. Nothing but ids and names is read from the result, and those
/// that hold a surrogate pair are rare enough to do without.
fn without_surrogates(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        let escape = &rest.as_bytes()[at..];
        let surrogate = escape.len() >= 6
            && escape[1] == b'u'
            && escape[2].eq_ignore_ascii_case(&b'd')
            && matches!(escape[3].to_ascii_lowercase(), b'8'..=b'9' | b'a'..=b'f')
            && escape[4..6].iter().all(u8::is_ascii_hexdigit);
        let length = if surrogate { 6 } else { 2 };
        out.push_str(&rest[..at]);
        // An escaped backslash must not be taken for the start of an escape, so two bytes go at once
        // where the second is a character of its own.
        let end = if rest.is_char_boundary((at + length).min(rest.len())) {
            (at + length).min(rest.len())
        } else {
            at + 1
        };
        out.push_str(if surrogate { "\\uFFFD" } else { &rest[at..end] });
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Notes what it sees of a message's fields, in the order in which they come.
struct Fields<'r> {
    remains: &'r mut Remains,
}

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();
    fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str("a message")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => self.remains.id = id_of(map.next_value()?),
                "method" => self.remains.method = map.next_value::<Value>()?.as_str().map(str::to_owned),
                "params" => {
                    map.next_value_seed(Within { path: &["textDocument", "uri"], to: self.remains })?
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

fn id_of(value: Value) -> Option<Id> {
    Id::deserialize(value).ok().filter(|id| *id != Id::Null)
}

/// Goes down a path of keys and notes the string at its end as the document's URI.
struct Within<'r> {
    path: &'static [&'static str],
    to: &'r mut Remains,
}

impl<'de> DeserializeSeed<'de> for Within<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Within<'_> {
    type Value = ();
    fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str("parameters")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        if self.path.is_empty() {
            self.to.uri = Some(escaped(text).unwrap_or_else(|| text.to_owned()));
        }
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match self.path.split_first() {
                Some((first, path)) if *first == key => map.next_value_seed(Within { path, to: self.to })?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, Remains, parse};
    use serde_json::json;
    use tower_lsp::jsonrpc::{ErrorCode, Id, Request};

    fn remains(body: &[u8]) -> Remains {
        match parse(body).0 {
            Message::Unreadable(remains) => remains,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn requests_notifications_and_answers_are_told_apart() {
        let request = Request::build("a").id(1).params(json!([2])).finish();
        assert_eq!(parse(br#"{"id":1,"method":"a","params":[2]}"#).0, Message::Call(request));
        let notification = Request::build("a").finish();
        assert_eq!(parse(br#"{"jsonrpc":"2.0","method":"a"}"#).0, Message::Call(notification));
        let answer = |ok| Message::Answer { id: Id::String("m1".into()), ok };
        assert_eq!(parse(br#"{"id":"m1","result":null}"#).0, answer(true));
        assert_eq!(parse(br#"{"id":"m1","error":{"code":1,"message":""}}"#).0, answer(false));
        assert_eq!(parse(br#"{"id":"m1","result":null,"error":null}"#).0, answer(true));
    }

    #[test]
    fn no_parameters_come_in_many_shapes() {
        for text in [r#"{"id":1,"method":"shutdown"}"#, r#"{"id":1,"method":"shutdown","params":{}}"#] {
            assert_eq!(parse(text.as_bytes()).0, Message::Call(Request::build("shutdown").id(1).finish()));
        }
        let initialized = Request::build("initialized").params(json!({})).finish();
        assert_eq!(parse(br#"{"method":"initialized"}"#).0, Message::Call(initialized));
    }

    #[test]
    fn uris_are_escaped_wherever_they_stand() {
        let open = json!({"textDocument": {"uri": "file:///my desk/한 50%.md", "text": "a uri b"}});
        let body = json!({"method": "a", "params": [open, {"rootUri": "file:///a|b", "title": "a b"}]});
        let fine = json!({"uri": "file:///a%20b/c.md?d=(e)#f", "other": null, "rootUri": null});
        let Message::Call(request) = parse(body.to_string().as_bytes()).0 else { panic!("a call") };
        let params = request.params().unwrap();
        assert_eq!(params[0]["textDocument"]["uri"], "file:///my%20desk/%ED%95%9C%2050%25.md");
        assert_eq!(params[0]["textDocument"]["text"], "a uri b");
        assert_eq!(params[1], json!({"rootUri": "file:///a%7Cb", "title": "a b"}));
        let body = json!({"method": "a", "params": fine});
        let Message::Call(request) = parse(body.to_string().as_bytes()).0 else { panic!("a call") };
        assert_eq!(request.params(), Some(&fine));
    }

    #[test]
    fn a_length_that_is_too_large_leaves_the_tail() {
        let (message, tail) = parse(b"{\"method\":\"a\"}\r\nContent-Len");
        assert_eq!(message, Message::Call(Request::build("a").finish()));
        assert_eq!(tail, b"Content-Len");
    }

    #[test]
    fn the_id_of_a_broken_message_is_found() {
        let found = remains(br#"{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{"textDocu"#);
        assert_eq!((found.id, found.method.as_deref()), (Some(Id::Number(7)), Some("textDocument/hover")));
        assert_eq!(found.error.code, ErrorCode::ParseError);
        assert_eq!(remains(b"{\"id\":\"x\",\"method\":\"\xFF\"}").id, Some(Id::String("x".into())));
        assert_eq!(remains(br#"{"params":{"s":"\uD800"},"id":8,"method":"x"}"#).id, Some(Id::Number(8)));
        assert_eq!(remains(br#"{"id":9,"method":5}"#).error.code, ErrorCode::InvalidRequest);
        assert_eq!(remains(br#"{"id":9,"method":5}"#).id, Some(Id::Number(9)));
        for nothing in ["", "nonsense", "[]", "{", "[{\"id\":1,\"method\":\"shutdown\"}]", "{\"id\":null}"] {
            assert_eq!(remains(nothing.as_bytes()).id.filter(|id| *id != Id::Null), None, "{nothing}");
        }
    }

    #[test]
    fn the_document_of_an_unreadable_edit_is_found() {
        let edit = r#"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.md","version":2},"contentChanges":[{"text":"#;
        for tail in [r#""\\\uDC00x"}]}}"#, r#""한\uD83D"}]}}"#, r#""x"#, r#"5}]}}"#] {
            let found = remains(format!("{edit}{tail}").as_bytes());
            assert_eq!(found.uri.as_deref(), Some("file:///a.md"), "{tail}");
            assert_eq!(found.method.as_deref(), Some("textDocument/didChange"), "{tail}");
        }
    }

    #[test]
    fn a_paired_surrogate_is_fine() {
        let emoji = Request::build("a").params(json!(["😀"])).finish();
        assert_eq!(parse(br#"{"method":"a","params":["\uD83D\uDE00"]}"#).0, Message::Call(emoji));
    }
}
