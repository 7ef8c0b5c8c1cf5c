//! Asks the session on behalf of a request, and waits for the answer.

use super::client::Client;
use super::closed::Shelf;
use super::convert::{self, ArticleNames, NameCard, NamesParams, Page, WhoParams, path_of};
use super::event::{Event, Events};
use super::view::{DeskText, Folder, Opened, View};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    NumberOrString, TextDocumentIdentifier, TextDocumentPositionParams, Uri, WorkDoneProgressCancelParams,
};

/// Turns messages into events, and answers into messages.
pub(super) struct Backend {
    pub(super) events: Events,
    pub(super) client: Client,
    /// What is known of closed articles.
    pub(super) shelf: Shelf,
    /// Where the process's exit code goes when the client is gone.
    pub(super) ended: Sender<u8>,
}

impl Backend {
    /// A backend whose events go to `events`.
    pub(super) fn new(events: Events, client: Client, shelf: Shelf, ended: Sender<u8>) -> Self {
        Self { events, client, shelf, ended }
    }

    /// Asks about an open text, as it is after all that the client has sent so far. `None` when the text is not open, or
    /// out of step, or nothing of ours.
    pub(super) async fn ask_opened<T: Send + 'static>(
        &self,
        what: &'static str,
        document: TextDocumentIdentifier,
        question: impl FnOnce(&Opened) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let (tell, told) = oneshot::channel();
        // The framework drops this handler when its request is cancelled.
        let here = Arc::new(());
        let asker = Arc::downgrade(&here);
        let job = Box::new(move |opened: Option<Opened>| {
            // It may have been cancelled since the session passed it on.
            if !tell.is_closed() {
                let _ = tell.send(opened.as_ref().map(question));
            }
        });
        self.events.send(Event::Asked { uri: document.uri, what, asker, job });
        // The answer's sender is dropped unused when the work on it failed.
        let answer = told.await.map_err(|_| Error::internal_error());
        drop(here);
        answer
    }

    /// The same for articles alone.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        what: &'static str,
        document: TextDocumentIdentifier,
        question: impl FnOnce(&View) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let question = |opened: &Opened| match opened {
            Opened::Article(view) => Some(question(view)),
            Opened::Desk(_) => None,
        };
        Ok(self.ask_opened(what, document, question).await?.flatten())
    }

    /// Asks about a place in an open article or in a file of the desk, by its byte.
    pub(super) async fn ask_anywhere<T: Send + 'static>(
        &self,
        what: &'static str,
        at: TextDocumentPositionParams,
        of_article: impl FnOnce(&View, usize) -> Option<T> + Send + 'static,
        of_desk: impl FnOnce(&DeskText, usize) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let position = at.position;
        let question = move |opened: &Opened| match opened {
            Opened::Article(view) => of_article(view, Page::of(view).offset(position)),
            Opened::Desk(text) => of_desk(text, Page::of_desk(text).offset(position)),
        };
        Ok(self.ask_opened(what, at.text_document, question).await?.flatten())
    }

    /// Asks about a place in an open article, by its byte.
    pub(super) async fn ask_at<T: Send + 'static>(
        &self,
        what: &'static str,
        at: TextDocumentPositionParams,
        question: impl FnOnce(&View, usize) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let position = at.position;
        let question = move |view: &View| question(view, Page::of(view).offset(position));
        Ok(self.ask(what, at.text_document, question).await?.flatten())
    }

    /// Asks for what an answer about an open text left out. As it is where nothing more can be told.
    pub(super) async fn resolve_opened<T: Clone + Send + 'static>(
        &self,
        what: &'static str,
        uri: Option<Uri>,
        answer: T,
        question: impl FnOnce(&Opened, &mut T) + Send + 'static,
    ) -> Result<T> {
        let Some(uri) = uri else { return Ok(answer) };
        let mut fuller = answer.clone();
        let question = move |opened: &Opened| {
            question(opened, &mut fuller);
            fuller
        };
        Ok(self.ask_opened(what, TextDocumentIdentifier { uri }, question).await?.unwrap_or(answer))
    }

    /// The same for articles alone.
    pub(super) async fn resolve<T: Clone + Send + 'static>(
        &self,
        what: &'static str,
        uri: Option<Uri>,
        answer: T,
        question: impl FnOnce(&View, &mut T) + Send + 'static,
    ) -> Result<T> {
        let question = |opened: &Opened, answer: &mut T| {
            if let Opened::Article(view) = opened {
                question(view, answer);
            }
        };
        self.resolve_opened(what, uri, answer, question).await
    }

    /// Asks about all folders and all open articles.
    pub(super) async fn ask_all<T: Send + 'static>(
        &self,
        what: &'static str,
        question: impl FnOnce(&[Folder], &[View]) -> T + Send + 'static,
    ) -> Result<T> {
        let (tell, told) = oneshot::channel();
        let job = Box::new(move |folders: Vec<Folder>, views: Vec<View>| {
            if !tell.is_closed() {
                let _ = tell.send(question(&folders, &views));
            }
        });
        self.events.send(Event::AskedAll { what, job });
        told.await.map_err(|_| Error::internal_error())
    }

    /// The names of an open article, for a list beside it: our own request, for clients that know of it.
    pub(super) async fn names(&self, params: NamesParams) -> Result<Option<ArticleNames>> {
        self.ask("names", params.text_document, convert::article_names).await
    }

    /// Who or what goes by a name, in all folders: our own request too.
    pub(super) async fn who(&self, params: WhoParams) -> Result<Vec<NameCard>> {
        let cards = move |folders: &[Folder], _: &[View]| convert::who(folders, &params.query);
        self.ask_all("who", cards).await
    }

    /// A person created, renamed or deleted files or folders in the editor.
    pub(super) fn touch<'u>(&self, uris: impl Iterator<Item = &'u String>) {
        let paths = uris.filter_map(|uri| path_of(&uri.parse().ok()?)).collect();
        self.events.send(Event::Touched(paths));
    }

    /// A person cancelled work in progress. (The framework's trait lacks this notification.)
    pub(super) async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        let token = match params.token {
            NumberOrString::String(token) => token,
            NumberOrString::Number(number) => number.to_string(),
        };
        self.events.send(Event::Cancelled { token });
    }
}
