//! Takes messages from the client and hands them to the service, in the order in which they come.
//!
//! The framework's own transport gives up on malformed input and lets handlers overtake each other. Here each
//! handler is polled once before the next message is read, so what it does before its first await is done in
//! order; whatever it waits for after that, others go on.

use super::answer::{Told, told};
use super::event::{Event, Events};
use super::frame::{Frame, Frames};
use super::message::{Message, Remains, parse};
use super::outbox::Outbox;
use super::serving::Serving;
use std::future::{Future, poll_fn};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use tokio::runtime::Handle;
use tower::Service;
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};

/// A handler at work.
type Answer<E> = Pin<Box<dyn Future<Output = Result<Option<Response>, E>> + Send>>;

/// Serves the messages of one client.
pub(super) struct Transport<S> {
    /// What answers them.
    pub(super) service: S,
    /// Where handlers go on that are not done at once.
    pub(super) runtime: Handle,
    /// Where answers go.
    pub(super) outbox: Arc<Outbox>,
    /// Who hears of edits that could not be read and of answers to our own requests.
    pub(super) events: Events,
    /// The session, which is run here between two messages.
    pub(super) serving: Arc<Serving>,
}

impl<S, E> Transport<S>
where
    S: Service<Request, Response = Option<Response>, Error = E, Future = Answer<E>>,
    E: Send + 'static,
{
    /// Reads `input` until `exit` or its end; returns the process's exit code. `more` tells, without waiting, whether the
    /// next message has begun to arrive. For a thread of its own.
    pub(super) fn run(mut self, input: impl Read, more: impl Fn() -> bool) -> u8 {
        let mut frames = Frames::new(input);
        let mut shut_down = false;
        loop {
            self.outbox.wait_for_room();
            // A stream that fails has ended.
            let body = match frames.next() {
                Ok(Some(Frame::Body(body))) => body,
                Ok(Some(Frame::Lost)) => {
                    self.refuse(Id::Null, Error::parse_error());
                    continue;
                }
                Ok(None) | Err(_) => return u8::from(!shut_down),
            };
            let (message, tail) = parse(&body);
            frames.put_back(tail);
            self.serving.hold();
            match message {
                Message::Call(request) if request.method() == "exit" => return u8::from(!shut_down),
                Message::Call(request) => {
                    let shutdown = request.method() == "shutdown";
                    shut_down |= self.call(request) && shutdown;
                }
                Message::Answer { id, ok } => self.events.send(Event::Answered { id, ok }),
                Message::Unreadable(remains) => self.mourn(remains),
            }
            self.serving.go_on(frames.has_more() || more());
        }
    }

    /// Starts the handler of `request`; true when it has given its answer, and no error.
    fn call(&mut self, request: Request) -> bool {
        let id = request.id().cloned();
        let is_initialize = request.method() == "initialize";
        // ok: the service of this framework is always ready; it says so once more in its contract.
        let _ = self.service.poll_ready(&mut Context::from_waker(Waker::noop()));
        let mut handler = guarded(self.service.call(request), id.clone());
        if id.is_some() {
            self.outbox.owe();
        }
        if is_initialize {
            let told = self.runtime.block_on(handler);
            return settle(&self.outbox, id.is_some(), told);
        }
        match handler.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(told) => settle(&self.outbox, id.is_some(), told),
            Poll::Pending => {
                let outbox = self.outbox.clone();
                self.runtime.spawn(async move { settle(&outbox, id.is_some(), handler.await) });
                false
            }
        }
    }

    /// Answers a message that cannot be read, and has its document marked when it was an edit.
    fn mourn(&mut self, remains: Remains) {
        let opened = remains.method.as_deref() == Some("textDocument/didOpen");
        if opened || remains.method.as_deref() == Some("textDocument/didChange") {
            self.events.send(Event::Unreadable { uri: remains.uri, opened });
        }
        // A notification must have no answer, and what asks for none is one where the whole message could be read.
        if remains.id.is_some() || remains.error.code != ErrorCode::InvalidParams {
            self.refuse(remains.id.unwrap_or(Id::Null), remains.error);
        }
    }

    fn refuse(&mut self, id: Id, error: Error) {
        self.outbox.owe();
        settle(&self.outbox, true, Some(Response::from_error(id, error).into()));
    }
}

/// The handler, with an error for an answer should it panic.
fn guarded<E: Send + 'static>(
    mut handler: Answer<E>,
    id: Option<Id>,
) -> Pin<Box<dyn Future<Output = Option<Told>> + Send>> {
    Box::pin(told(poll_fn(move |context| {
        match catch_unwind(AssertUnwindSafe(|| handler.as_mut().poll(context))) {
            // What the framework passes over in silence ("$/…") is a question all the same, if it has a number.
            Ok(polled) => polled.map(|answer| {
                let unknown = || Some(Response::from_error(id.clone()?, Error::method_not_found()));
                answer.unwrap_or_default().or_else(unknown)
            }),
            Err(_) => Poll::Ready(id.clone().map(|id| Response::from_error(id, Error::internal_error()))),
        }
    })))
}

/// Hands an answer to the outbox; true when it is no error.
fn settle(outbox: &Outbox, owed: bool, told: Option<Told>) -> bool {
    if owed {
        outbox.answer(told.as_ref().and_then(Told::json));
    }
    told.is_some_and(|told| told.is_ok())
}

#[cfg(test)]
mod tests {
    use super::super::client::Client;
    use super::super::closed::Shelf;
    use super::super::outbox::Outbox;
    use super::super::serving::Serving;
    use super::super::workers::Workers;
    use super::{Answer, Transport};
    use serde_json::{Value, json};
    use std::convert::Infallible;
    use std::sync::{Arc, Mutex};
    use std::task::{Context, Poll};
    use tower::Service;
    use tower_lsp::jsonrpc::{Request, Response};

    /// Notes when each handler begins, and then answers, waits a moment first, or fails, as its method says.
    struct Mock(Arc<Mutex<Vec<String>>>);

    impl Service<Request> for Mock {
        type Response = Option<Response>;
        type Error = Infallible;
        type Future = Answer<Infallible>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request) -> Self::Future {
            let begun = self.0.clone();
            Box::pin(async move {
                let (method, id, _) = request.into_parts();
                begun.lock().unwrap().push(method.to_string());
                match &*method {
                    "slow" | "initialize" => {
                        for _ in 0..100 {
                            tokio::task::yield_now().await;
                        }
                        begun.lock().unwrap().push(format!("{method} is done"));
                    }
                    "fail" => panic!("the embargoed text"),
                    "fail later" => {
                        tokio::task::yield_now().await;
                        panic!("the embargoed text");
                    }
                    _ => {}
                }
                Ok(id.map(|id| Response::from_ok(id, Value::Null)))
            })
        }
    }

    /// Has `messages` served; what handlers began in which order, what was written, and the exit code.
    fn served(messages: &[Value]) -> (Vec<String>, String, u8) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        let (outbox, begun) = (Arc::new(Outbox::default()), Arc::<Mutex<Vec<String>>>::default());
        let client = Client::new(outbox.clone());
        let serving = Arc::new(Serving::new(client.clone(), Workers::new(client).unwrap(), Shelf::default()));
        let transport = Transport {
            service: Mock(begun.clone()),
            runtime: runtime.handle().clone(),
            outbox: outbox.clone(),
            events: serving.events(),
            serving,
        };
        let mut input = Vec::new();
        for message in messages {
            let body = message.to_string();
            input.extend(format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes());
        }
        let code = transport.run(&input[..], || false);
        let written = outbox.written();
        let begun = begun.lock().unwrap().clone();
        (begun, written, code)
    }

    fn call(id: u32, method: &str) -> Value {
        json!({"jsonrpc": "2.0", "id": id, "method": method})
    }

    #[test]
    fn handlers_begin_in_order_and_do_not_wait_for_each_other() {
        let (begun, written, code) = served(&[call(1, "slow"), call(2, "b"), call(3, "c"), call(4, "d")]);
        let order: Vec<_> = begun.iter().filter(|what| *what != "slow is done").collect();
        assert_eq!(order, ["slow", "b", "c", "d"]);
        assert_eq!(written.matches("\"result\":null").count(), 4, "{written}");
        assert_eq!(code, 1);
    }

    #[test]
    fn nothing_begins_before_initialize_is_done() {
        let (begun, _, _) = served(&[call(1, "initialize"), call(2, "b")]);
        assert_eq!(begun, ["initialize", "initialize is done", "b"]);
    }

    #[test]
    fn a_handler_that_fails_costs_its_own_answer() {
        let (_, written, code) =
            served(&[call(1, "fail"), call(2, "fail later"), call(3, "shutdown"), call(4, "exit")]);
        assert_eq!(written.matches("-32603").count(), 2, "{written}");
        assert_eq!(written.matches("\"result\":null").count(), 1, "{written}");
        assert!(!written.contains("embargoed"), "{written}");
        assert_eq!(code, 0);
    }
}
