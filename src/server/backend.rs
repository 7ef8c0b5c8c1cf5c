//! The routing table: each message of LSP, decoded, asked, encoded. Handlers never wait for the client.

use super::abilities::Abilities;
use super::client::Client;
use super::convert::{self, ArticleNames, NameCard, NamesParams, Page, WhoParams, path_of};
use super::event::{Event, Events};
use super::parent;
use super::view::{Folder, View};
use crate::ide;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use tokio::sync::oneshot;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::request::{GotoDeclarationParams, GotoDeclarationResponse};
use tower_lsp::ls_types::*;

/// Turns messages into events, and answers into messages.
pub(super) struct Backend {
    events: Events,
    client: Client,
    /// Where the process's exit code goes when the client is gone.
    ended: Sender<u8>,
}

impl Backend {
    /// A backend whose events go to `events`.
    pub(super) fn new(events: Events, client: Client, ended: Sender<u8>) -> Self {
        Self { events, client, ended }
    }

    /// Asks about an open article, as it is after all that the client has sent so far. `None` when the article is
    /// not open, or out of step.
    async fn ask<T: Send + 'static>(
        &self,
        what: &'static str,
        document: TextDocumentIdentifier,
        question: impl FnOnce(&View) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let (tell, told) = oneshot::channel();
        // The framework drops this handler when its request is cancelled.
        let here = Arc::new(());
        let asker = Arc::downgrade(&here);
        let job = Box::new(move |view: Option<View>| {
            // It may have been cancelled since the session passed it on.
            if !tell.is_closed() {
                let _ = tell.send(view.as_ref().map(question));
            }
        });
        self.events.send(Event::Asked { uri: document.uri, what, asker, job });
        // The answer's sender is dropped unused when the work on it failed.
        let answer = told.await.map_err(|_| Error::internal_error());
        drop(here);
        answer
    }

    /// Asks about a place in an open article, by its byte.
    async fn ask_at<T: Send + 'static>(
        &self,
        what: &'static str,
        at: TextDocumentPositionParams,
        question: impl FnOnce(&View, usize) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let position = at.position;
        let question = move |view: &View| question(view, Page::of(view).offset(position));
        Ok(self.ask(what, at.text_document, question).await?.flatten())
    }

    /// Asks about all folders and all open articles.
    async fn ask_all<T: Send + 'static>(
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

    /// A person cancelled work in progress. (The framework's trait lacks this notification.)
    pub(super) async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        let token = match params.token {
            NumberOrString::String(token) => token,
            NumberOrString::Number(number) => number.to_string(),
        };
        self.events.send(Event::Cancelled { token });
    }
}

/// LSP's code for a request that is in order but cannot be done; the client shows the message to the person.
const REQUEST_FAILED: ErrorCode = ErrorCode::ServerError(-32803);

fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    #[allow(deprecated)] // Clients from before workspace folders name one root.
    let root = || params.root_uri.as_ref().and_then(path_of).or(params.root_path.as_ref().map(PathBuf::from));
    match params.workspace_folders.as_deref() {
        Some(folders) => paths(folders),
        None => root().into_iter().collect(),
    }
}

fn paths(folders: &[WorkspaceFolder]) -> Vec<PathBuf> {
    folders.iter().filter_map(|folder| path_of(&folder.uri)).collect()
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        if let Some(process) = params.process_id {
            parent::watch(process, self.ended.clone());
        }
        let abilities = Abilities::of(&params);
        let capabilities = abilities.offer();
        let folders = folders(&params);
        self.events.send(Event::Initialize { abilities: Box::new(abilities), folders });
        Ok(InitializeResult {
            capabilities,
            server_info: Some(ServerInfo {
                name: "masthead".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            ..InitializeResult::default()
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        self.events.send(Event::Initialized);
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.events.send(Event::Opened(params.text_document));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
        self.events.send(Event::Changed { uri, version, changes: params.content_changes });
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.events.send(Event::Saved { uri: params.text_document.uri });
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.events.send(Event::Closed { uri: params.text_document.uri });
    }

    async fn did_change_configuration(&self, _: DidChangeConfigurationParams) {
        // A folder's settings stand in its masthead.toml, so that editor and `masthead check` agree. There are
        // none besides: what an editor pushes is taken without complaint.
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let paths = params.changes.iter().filter_map(|change| path_of(&change.uri)).collect();
        self.events.send(Event::Touched(paths));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let (added, removed) = (paths(&params.event.added), paths(&params.event.removed));
        self.events.send(Event::Folders { added, removed });
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.ask_at("hover", params.text_document_position_params, convert::hover).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let context = params.context;
        let found = move |view: &View, offset| convert::completion(view, offset, context.as_ref());
        self.ask_at("completion", params.text_document_position, found).await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        let Some(uri) = convert::Whose::of(&item).map(|whose| whose.uri) else { return Ok(item) };
        let mut resolved = item.clone();
        let question = move |view: &View| {
            convert::resolve_completion(view, &mut resolved);
            resolved
        };
        let told = self.ask("completionItem/resolve", TextDocumentIdentifier { uri }, question).await?;
        Ok(told.unwrap_or(item))
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.ask_at("definition", params.text_document_position_params, |view, offset| {
            let found = convert::locations(&ide::definition(view.cursor(offset)), view);
            (!found.is_empty()).then_some(GotoDefinitionResponse::Array(found))
        })
        .await
    }

    async fn goto_declaration(
        &self,
        params: GotoDeclarationParams,
    ) -> Result<Option<GotoDeclarationResponse>> {
        self.ask_at("declaration", params.text_document_position_params, |view, offset| {
            let found = convert::declaration(view, offset);
            (!found.is_empty()).then_some(GotoDeclarationResponse::Array(found))
        })
        .await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let declaration = params.context.include_declaration;
        self.ask_at("references", params.text_document_position, move |view, offset| {
            Some(convert::locations(&ide::references(view.cursor(offset), declaration), view))
        })
        .await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        self.ask_at("documentHighlight", params.text_document_position_params, |view, offset| {
            let spans = ide::highlights(view.cursor(offset));
            Some(convert::highlights(&spans, view))
        })
        .await
    }

    async fn prepare_rename(&self, at: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        self.ask_at("prepareRename", at, convert::prepare_rename).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let question = move |_: &[Folder], views: &[View]| {
            let Some(view) = views.iter().find(|view| view.uri == text_document.uri) else { return Ok(None) };
            let beside = |other: &&View| other.folder.snapshot.root == view.folder.snapshot.root;
            let open: Vec<View> = views.iter().filter(beside).cloned().collect();
            convert::rename(view, &open, Page::of(view).offset(position), &params.new_name)
        };
        match self.ask_all("rename", question).await? {
            Ok(None) => Ok(None),
            Ok(Some((edit, left))) => {
                if left > 0 {
                    let places = if left == 1 { "place" } else { "places" };
                    let message = format!("{left} {places} in quotations and headlines are left as they are");
                    self.client.show(MessageType::INFO, message);
                }
                Ok(Some(edit))
            }
            Err(message) => Err(Error { code: REQUEST_FAILED, message: message.into(), data: None }),
        }
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.ask("documentSymbol", params.text_document, convert::document_symbols).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let symbols =
            move |folders: &[Folder], _: &[View]| convert::workspace_symbols(folders, &params.query);
        self.ask_all("workspace/symbol", symbols).await.map(Some)
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let tokens = |view: &View| SemanticTokensResult::Tokens(convert::semantic_tokens(view));
        self.ask("semanticTokens", params.text_document, tokens).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        if params.command != convert::EXPLAIN {
            return Err(Error::invalid_params(format!("there is no command “{}”", params.command)));
        }
        let rule = params.arguments.first().and_then(LSPAny::as_str).unwrap_or_default();
        match ide::explain(rule) {
            Some(words) => {
                let more = format!("{words} The whole page: masthead explain {rule}");
                self.client.show(MessageType::INFO, more);
                Ok(None)
            }
            None => Err(Error::invalid_params(format!("there is no rule “{rule}” to explain"))),
        }
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let (range, only) = (params.range, params.context.only.unwrap_or_default());
        let actions = move |view: &View| convert::code_actions(view, range, &only);
        self.ask("codeAction", params.text_document, actions).await
    }
}
