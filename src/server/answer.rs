//! Long answers, as the JSON that is sent.
//!
//! The framework makes a tree of values of what a handler answers, and a text of that tree: for a list of hundreds of
//! places that takes longer than to find them. So whoever works a long answer out writes its text too. The handler lays
//! it aside and answers nothing; the transport, which runs the handler, puts it in the place of that nothing.

use serde::Serialize;
use std::cell::RefCell;
use std::future::Future;
use tower_lsp::jsonrpc::Response;

tokio::task_local! {
    /// What the handler at work has laid aside.
    static ASIDE: RefCell<Option<String>>;
}

/// A long answer, in JSON.
pub(super) struct Json(String);

impl Json {
    /// What `answer` is in JSON.
    pub(super) fn of(answer: &impl Serialize) -> Option<Self> {
        // ok: answers are made of strings, numbers and lists, which JSON can always hold.
        serde_json::to_string(answer).ok().map(Json)
    }

    /// Lays it aside. Only where [`told`] runs the handler; the handler answers what this gives.
    pub(super) fn aside<T>(self) -> Option<T> {
        ASIDE.with(|aside| aside.replace(Some(self.0)));
        None
    }
}

/// What a handler has answered.
pub(super) struct Told {
    response: Response,
    aside: Option<String>,
}

impl From<Response> for Told {
    fn from(response: Response) -> Self {
        Told { response, aside: None }
    }
}

/// Runs `handler`, and gives what it answered; `None` where it owes no answer.
pub(super) async fn told(handler: impl Future<Output = Option<Response>>) -> Option<Told> {
    let noted = async {
        let response = handler.await?;
        Some(Told { response, aside: ASIDE.with(RefCell::take) })
    };
    ASIDE.scope(RefCell::default(), noted).await
}

impl Told {
    /// False for an error.
    pub(super) fn is_ok(&self) -> bool {
        self.response.is_ok()
    }

    /// The message to the client.
    pub(super) fn json(&self) -> Option<Vec<u8>> {
        // ok: a response is made of strings, numbers and JSON values, which JSON can always hold.
        let Some(aside) = self.aside.as_ref().filter(|_| self.is_ok()) else {
            return serde_json::to_vec(&self.response).ok();
        };
        let id = serde_json::to_string(self.response.id()).ok()?;
        Some([r#"{"jsonrpc":"2.0","result":"#, aside, r#","id":"#, &id, "}"].concat().into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, told};
    use serde_json::{Value, json};
    use tower_lsp::jsonrpc::{Error, Id, Response};

    /// What is sent where a handler has laid `["ö"]` aside and then answers `response`.
    fn sent(response: Response) -> Value {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let handler = async {
            let nothing: Option<Vec<String>> = Json::of(&["ö"]).unwrap().aside();
            assert!(nothing.is_none());
            Some(response)
        };
        serde_json::from_slice(&runtime.block_on(told(handler)).unwrap().json().unwrap()).unwrap()
    }

    #[test]
    fn what_is_laid_aside_is_sent_in_the_place_of_nothing() {
        let id = Id::String("a\"b".to_owned());
        let answer = sent(Response::from_ok(id.clone(), Value::Null));
        assert_eq!(answer, json!({"jsonrpc": "2.0", "result": ["ö"], "id": "a\"b"}));
        let error = sent(Response::from_error(id, Error::request_cancelled()));
        assert_eq!((&error["error"]["code"], &error["result"]), (&json!(-32800), &Value::Null));
    }
}
