//! The routing table: each message of LSP, decoded, asked, encoded. Handlers never wait for the client.

use super::abilities::Abilities;
use super::answer::Json;
use super::asking::Backend;
use super::convert::{self, Page, path_of};
use super::event::Event;
use super::parent;
use super::view::{DeskText, Folder, Opened, View};
use super::wishes::Wishes;
use crate::diagnostic::Place;
use crate::ide;
use std::path::PathBuf;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::request::{
    GotoDeclarationParams, GotoDeclarationResponse, GotoImplementationParams, GotoImplementationResponse,
    GotoTypeDefinitionParams, GotoTypeDefinitionResponse,
};
use tower_lsp::ls_types::*;

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

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if let Some(wishes) = Wishes::pushed(&params.settings) {
            self.events.send(Event::Wished(wishes));
        }
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let paths = params.changes.iter().filter_map(|change| path_of(&change.uri)).collect();
        self.events.send(Event::Touched(paths));
    }

    async fn did_create_files(&self, params: CreateFilesParams) {
        self.touch(params.files.iter().map(|file| &file.uri));
    }

    async fn did_rename_files(&self, params: RenameFilesParams) {
        self.touch(params.files.iter().flat_map(|file| [&file.old_uri, &file.new_uri]));
    }

    async fn did_delete_files(&self, params: DeleteFilesParams) {
        self.touch(params.files.iter().map(|file| &file.uri));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let (added, removed) = (paths(&params.event.added), paths(&params.event.removed));
        self.events.send(Event::Folders { added, removed });
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        self.ask_anywhere("hover", at, convert::hover, convert::desk_hover).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let context = params.context;
        let found = move |view: &View, offset| Json::of(&convert::completion(view, offset, context.as_ref()));
        let of_desk = |text: &DeskText, offset| Json::of(&convert::desk_completion(text, offset));
        let at = params.text_document_position;
        Ok(self.ask_anywhere("completion", at, found, of_desk).await?.and_then(Json::aside))
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        let uri = convert::Whose::of(item.data.as_ref()).map(|whose| whose.uri);
        self.resolve_opened("completionItem/resolve", uri, item, convert::resolve_completion).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let found = |view: &View, offset| {
            let found = convert::locations(&ide::definition(view.cursor(offset)), view);
            (!found.is_empty()).then_some(GotoDefinitionResponse::Array(found))
        };
        let at = params.text_document_position_params;
        self.ask_anywhere("definition", at, found, convert::desk_definition).await
    }

    async fn goto_declaration(
        &self,
        params: GotoDeclarationParams,
    ) -> Result<Option<GotoDeclarationResponse>> {
        let found = |view: &View, offset| {
            let found = convert::declaration(view, offset);
            (!found.is_empty()).then_some(GotoDeclarationResponse::Array(found))
        };
        let at = params.text_document_position_params;
        self.ask_anywhere("declaration", at, found, convert::desk_definition).await
    }

    async fn goto_type_definition(
        &self,
        params: GotoTypeDefinitionParams,
    ) -> Result<Option<GotoTypeDefinitionResponse>> {
        self.ask_at("typeDefinition", params.text_document_position_params, |view, offset| {
            let found = convert::symbol_locations(&ide::belongs_to(view.cursor(offset)), view);
            (!found.is_empty()).then_some(GotoTypeDefinitionResponse::Array(found))
        })
        .await
    }

    async fn goto_implementation(
        &self,
        params: GotoImplementationParams,
    ) -> Result<Option<GotoImplementationResponse>> {
        self.ask_at("implementation", params.text_document_position_params, |view, offset| {
            let found = convert::symbol_locations(&ide::belongings(view.cursor(offset)), view);
            (!found.is_empty()).then_some(GotoImplementationResponse::Array(found))
        })
        .await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let declaration = params.context.include_declaration;
        let (client, token) = (self.client.clone(), params.partial_result_params.partial_result_token);
        let found = self.ask_at("references", params.text_document_position, move |view, offset| {
            let cursor = view.cursor(offset);
            if let Some(token) = token {
                let mut tell = |part: Vec<Place>| client.partly(&token, convert::locations(&part, view));
                ide::reference_parts(cursor, declaration, &mut tell);
                return Json::of(&[(); 0]);
            }
            let found = ide::references(cursor, declaration, ide::LISTED);
            if let Some((name, articles)) = found.more {
                let listed = ide::LISTED;
                let message = format!("{name} is in {articles} articles: the list shows the newest {listed}");
                client.show(MessageType::INFO, message);
            }
            Json::of(&convert::locations(&found.places, view))
        });
        Ok(found.await?.and_then(Json::aside))
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
            let renamed = convert::rename(view, &open, Page::of(view).offset(position), &params.new_name);
            renamed.map(|found| found.map(|(edit, left)| (Json::of(&edit), left)))
        };
        match self.ask_all("rename", question).await? {
            Ok(None) => Ok(None),
            Ok(Some((edit, left))) => {
                if left > 0 {
                    let places = if left == 1 { "place" } else { "places" };
                    let message = format!("{left} {places} in quotations and headlines are left as they are");
                    self.client.show(MessageType::INFO, message);
                }
                Ok(edit.and_then(Json::aside))
            }
            Err(message) => Err(Error { code: REQUEST_FAILED, message: message.into(), data: None }),
        }
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let symbols = |view: &View| Json::of(&convert::document_symbols(view));
        let found = self.ask("documentSymbol", params.text_document, symbols).await?;
        Ok(found.flatten().and_then(Json::aside))
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let symbols =
            move |folders: &[Folder], _: &[View]| convert::workspace_symbols(folders, &params.query);
        let symbols = move |folders: &[Folder], views: &[View]| Json::of(&symbols(folders, views));
        Ok(self.ask_all("workspace/symbol", symbols).await?.and_then(Json::aside))
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let tokens = |view: &View| SemanticTokensResult::Tokens(convert::semantic_tokens(view));
        self.ask("semanticTokens", params.text_document, tokens).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let before = params.previous_result_id;
        let delta = move |view: &View| convert::semantic_tokens_delta(view, &before);
        self.ask("semanticTokens/delta", params.text_document, delta).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let range = params.range;
        let tokens = move |view: &View| convert::semantic_tokens_in(view, range).into();
        self.ask("semanticTokens/range", params.text_document, tokens).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.ask("foldingRange", params.text_document, convert::folding_ranges).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let at = params.positions;
        let ranges = move |view: &View| convert::selection_ranges(view, &at);
        self.ask("selectionRange", params.text_document, ranges).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.ask("documentLink", params.text_document, convert::document_links).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let range = params.range;
        let hints = move |view: &View| convert::inlay_hints(view, range);
        self.ask("inlayHint", params.text_document, hints).await
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        let uri = convert::Whose::of(hint.data.as_ref()).map(|whose| whose.uri);
        self.resolve("inlayHint/resolve", uri, hint, convert::resolve_hint).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.ask("codeLens", params.text_document, convert::code_lenses).await
    }

    async fn code_lens_resolve(&self, lens: CodeLens) -> Result<CodeLens> {
        let uri = convert::Whose::of(lens.data.as_ref()).map(|whose| whose.uri);
        self.resolve("codeLens/resolve", uri, lens, convert::resolve_lens).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        let mut arguments = params.arguments.into_iter();
        let words = match params.command.as_str() {
            convert::EXPLAIN => {
                let rule = arguments.next();
                let rule = rule.as_ref().and_then(LSPAny::as_str).unwrap_or_default();
                ide::explain(rule)
                    .map(|words| format!("{words} The whole page: masthead explain {rule}"))
                    .ok_or_else(|| Error::invalid_params(format!("there is no rule “{rule}” to explain")))?
            }
            convert::REFERENCES => {
                let at = convert::place_of(arguments.next(), arguments.next());
                let at = at.ok_or_else(|| Error::invalid_params("an article and a position are missing"))?;
                self.ask_at("references", at, convert::references_told).await?.unwrap_or_default()
            }
            other => return Err(Error::invalid_params(format!("there is no command “{other}”"))),
        };
        if !words.is_empty() {
            self.client.show(MessageType::INFO, words);
        }
        Ok(None)
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let (document, previous) = (params.text_document, params.previous_result_id);
        let uri = document.uri.clone();
        let items = match self.ask("diagnostic", document, convert::findings).await? {
            Some(items) => items,
            None => {
                let shelf = self.shelf.clone();
                let known = move |folders: &[Folder], _: &[View]| {
                    let closed = path_of(&uri).map(|path| shelf.of(&path)).unwrap_or_default();
                    [convert::faults_of(folders, &uri), closed].concat()
                };
                self.ask_all("diagnostic", known).await?
            }
        };
        Ok(convert::report(items, previous.as_deref()).into())
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        /// Files in one part of an answer that is given in parts.
        const PART: usize = 200;

        let (shelf, previous) = (self.shelf.clone(), params.previous_result_ids);
        let reports = move |folders: &[Folder], views: &[View]| {
            convert::reports(folders, views, shelf.all(), &previous)
        };
        let mut items = self.ask_all("workspace/diagnostic", reports).await?;
        if let Some(token) = params.partial_result_params.partial_result_token {
            for part in items.chunks(PART) {
                self.client.partly(&token, WorkspaceDiagnosticReportPartialResult { items: part.to_vec() });
            }
            // What was given in parts is not given again.
            items.clear();
        }
        Ok(WorkspaceDiagnosticReport { items }.into())
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let (range, only) = (params.range, params.context.only.unwrap_or_default());
        let actions = move |opened: &Opened| match opened {
            Opened::Article(view) => Json::of(&convert::code_actions(view, range, &only)),
            Opened::Desk(text) => Json::of(&convert::desk_actions(text, range, &only)),
        };
        let found = self.ask_opened("codeAction", params.text_document, actions).await?;
        Ok(found.flatten().and_then(Json::aside))
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        let uri = convert::Which::of(&action).map(|which| which.uri);
        self.resolve("codeAction/resolve", uri, action, convert::resolve_action).await
    }
}
