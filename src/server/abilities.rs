//! What the client can do and its person wants, and what we offer it in return.

use super::client::Findings;
use super::convert;
use super::wishes::{Mode, Wishes};
use crate::text::Encoding;
use tower_lsp::ls_types::*;

/// What the client can do; what it does not say, it cannot.
#[derive(Clone, Debug)]
pub(super) struct Abilities {
    /// How it counts columns.
    pub(super) encoding: Encoding,
    /// It shows Markdown in hovers.
    pub(super) markdown: bool,
    /// It shows other places that belong to a diagnostic.
    pub(super) related: bool,
    /// How the address of every rule's page begins, where it links a diagnostic's code to one: as its plugin gives it,
    /// which can show the pages without a network, else where the project is at home.
    pub(super) rule_pages: Option<String>,
    /// How findings come to it.
    pub(super) findings: Findings,
    /// It takes the version that diagnostics belong to.
    pub(super) versions: bool,
    /// It shows work in progress.
    pub(super) progress: bool,
    /// It watches files when it is asked to.
    pub(super) watches: bool,
    /// It takes code actions rather than commands alone.
    pub(super) actions: bool,
    /// It asks for the edit of an action when a person has chosen it.
    pub(super) resolves_edits: bool,
    /// It takes edits of a stated version.
    pub(super) versioned_edits: bool,
    /// It asks a person about edits that are marked for that.
    pub(super) annotates: bool,
    /// It asks what would be renamed before it asks for the new name.
    pub(super) prepares_rename: bool,
    /// It creates files in a workspace edit.
    pub(super) creates_files: bool,
    /// It takes an outline that is a tree.
    pub(super) outline_tree: bool,
    /// It asks for the colours again when told so.
    pub(super) refreshes_tokens: bool,
    /// It asks for the colours of what is on the screen alone.
    pub(super) token_ranges: bool,
    /// It asks for what changed in the colours.
    pub(super) token_deltas: bool,
    /// It shows a few words on a link.
    pub(super) link_tooltips: bool,
    /// It asks for the words beside the text again when told so.
    pub(super) refreshes_hints: bool,
    /// It asks for the words above the text again when told so.
    pub(super) refreshes_lenses: bool,
    /// It shows places in a list of its own, by our command.
    pub(super) lists_places: bool,
    /// It shows Markdown beside what it completes.
    pub(super) completion_markdown: bool,
    /// It lets a person choose whether a completion replaces the rest of the word.
    pub(super) inserts_or_replaces: bool,
    /// It shows a few words beside each completion.
    pub(super) label_details: bool,
    /// What its person asks for.
    pub(super) wishes: Wishes,
}

impl Abilities {
    /// Reads what the client says of itself.
    pub(super) fn of(params: &InitializeParams) -> Abilities {
        let client = &params.capabilities;
        let text = client.text_document.as_ref();
        let space = client.workspace.as_ref();
        let window = client.window.as_ref();
        let publish = text.and_then(|t| t.publish_diagnostics.as_ref());
        let wishes = Wishes::at_start(params.initialization_options.as_ref());
        let pull = text
            .and_then(|t| t.diagnostic.as_ref())
            .filter(|_| publish.is_none() || wishes.mode == Some(Mode::Pull));
        let refreshes = || space.and_then(|w| w.diagnostics.as_ref()).and_then(|d| d.refresh_support);
        let edits = space.and_then(|w| w.workspace_edit.as_ref());
        let hover = text.and_then(|t| t.hover.as_ref()).and_then(|h| h.content_format.as_deref());
        let item = text.and_then(|t| t.completion.as_ref()).and_then(|c| c.completion_item.as_ref());
        let documentation = item.and_then(|i| i.documentation_format.as_deref());
        let asked_tokens = text.and_then(|t| t.semantic_tokens.as_ref()).map(|t| &t.requests);
        let create = |kinds: &Vec<ResourceOperationKind>| kinds.contains(&ResourceOperationKind::Create);
        Abilities {
            encoding: encoding(client),
            markdown: hover.is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            related: match pull {
                Some(pull) => pull.related_information,
                None => publish.and_then(|p| p.related_information),
            } == Some(true),
            rule_pages: rule_pages(params).filter(|_| {
                let links = match pull {
                    Some(pull) => pull.code_description_support,
                    None => publish.and_then(|p| p.code_description_support),
                };
                links == Some(true)
            }),
            findings: match pull {
                Some(_) => Findings::Pulled { refreshes: refreshes() == Some(true) },
                None => Findings::Pushed,
            },
            versions: publish.and_then(|p| p.version_support) == Some(true),
            progress: window.and_then(|w| w.work_done_progress) == Some(true),
            watches: space
                .and_then(|w| w.did_change_watched_files.as_ref())
                .and_then(|w| w.dynamic_registration)
                == Some(true),
            actions: text
                .and_then(|t| t.code_action.as_ref())
                .is_some_and(|a| a.code_action_literal_support.is_some()),
            resolves_edits: text.and_then(|t| t.code_action.as_ref()).is_some_and(|actions| {
                let resolved = actions.resolve_support.as_ref();
                actions.data_support == Some(true)
                    && resolved.is_some_and(|r| r.properties.iter().any(|property| property == "edit"))
            }),
            versioned_edits: edits.and_then(|e| e.document_changes) == Some(true),
            annotates: edits.is_some_and(|e| e.change_annotation_support.is_some()),
            prepares_rename: text.and_then(|t| t.rename.as_ref()).and_then(|r| r.prepare_support)
                == Some(true),
            creates_files: edits.and_then(|e| e.resource_operations.as_ref()).is_some_and(create),
            outline_tree: text
                .and_then(|t| t.document_symbol.as_ref())
                .and_then(|s| s.hierarchical_document_symbol_support)
                == Some(true),
            token_ranges: asked_tokens.and_then(|r| r.range) == Some(true),
            token_deltas: matches!(
                asked_tokens.and_then(|r| r.full.as_ref()),
                Some(SemanticTokensFullOptions::Delta { delta: Some(true) })
            ),
            link_tooltips: text.and_then(|t| t.document_link.as_ref()).and_then(|l| l.tooltip_support)
                == Some(true),
            refreshes_hints: space.and_then(|w| w.inlay_hint.as_ref()).and_then(|i| i.refresh_support)
                == Some(true),
            refreshes_lenses: space.and_then(|w| w.code_lens.as_ref()).and_then(|c| c.refresh_support)
                == Some(true),
            lists_places: lists_places(client),
            completion_markdown: documentation.is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            inserts_or_replaces: item.and_then(|i| i.insert_replace_support) == Some(true),
            label_details: item.and_then(|i| i.label_details_support) == Some(true),
            refreshes_tokens: space.and_then(|w| w.semantic_tokens.as_ref()).and_then(|s| s.refresh_support)
                == Some(true),
            wishes,
        }
    }

    /// What we offer this client.
    pub(super) fn offer(&self) -> ServerCapabilities {
        ServerCapabilities {
            position_encoding: Some(match self.encoding {
                Encoding::Utf8 => PositionEncodingKind::UTF8,
                Encoding::Utf16 => PositionEncodingKind::UTF16,
                Encoding::Utf32 => PositionEncodingKind::UTF32,
            }),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::Supported(true)),
                ..TextDocumentSyncOptions::default()
            })),
            // No trigger characters: no list comes where no name is being written. No commit characters: a comma behind
            // a word must never turn it into another.
            completion_provider: Some(CompletionOptions {
                resolve_provider: Some(true),
                ..CompletionOptions::default()
            }),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            declaration_provider: Some(DeclarationCapability::Simple(true)),
            type_definition_provider: Some(TypeDefinitionProviderCapability::Simple(true)),
            implementation_provider: Some(ImplementationProviderCapability::Simple(true)),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            document_link_provider: Some(DocumentLinkOptions {
                resolve_provider: None,
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            inlay_hint_provider: Some(OneOf::Right(InlayHintServerCapabilities::Options(InlayHintOptions {
                resolve_provider: Some(true),
                ..InlayHintOptions::default()
            }))),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(true) }),
            references_provider: Some(OneOf::Left(true)),
            rename_provider: Some(match self.prepares_rename {
                true => OneOf::Right(RenameOptions {
                    prepare_provider: Some(true),
                    work_done_progress_options: WorkDoneProgressOptions::default(),
                }),
                false => OneOf::Left(true),
            }),
            document_highlight_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
                SemanticTokensOptions {
                    legend: convert::legend(),
                    full: Some(match self.token_deltas {
                        true => SemanticTokensFullOptions::Delta { delta: Some(true) },
                        false => SemanticTokensFullOptions::Bool(true),
                    }),
                    range: self.token_ranges.then_some(true),
                    ..SemanticTokensOptions::default()
                },
            )),
            // What stands in one article may be a finding in another.
            diagnostic_provider: (self.findings != Findings::Pushed).then(|| {
                DiagnosticServerCapabilities::Options(DiagnosticOptions {
                    inter_file_dependencies: true,
                    workspace_diagnostics: true,
                    ..DiagnosticOptions::default()
                })
            }),
            code_action_provider: self.actions.then(|| {
                CodeActionProviderCapability::Options(CodeActionOptions {
                    code_action_kinds: Some(convert::action_kinds()),
                    resolve_provider: self.resolves_edits.then_some(true),
                    ..CodeActionOptions::default()
                })
            }),
            // They stand behind a code action and behind the words above a name.
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: vec![convert::EXPLAIN.to_owned(), convert::REFERENCES.to_owned()],
                ..ExecuteCommandOptions::default()
            }),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: Some(file_operations()),
            }),
            ..ServerCapabilities::default()
        }
    }
}

/// What we want to hear of files and folders that a person creates, renames or deletes in the editor: all of it, since
/// settings say what is an article.
fn file_operations() -> WorkspaceFileOperationsServerCapabilities {
    let all = FileOperationFilter {
        scheme: Some("file".to_owned()),
        pattern: FileOperationPattern { glob: "**".to_owned(), matches: None, options: None },
    };
    let told = Some(FileOperationRegistrationOptions { filters: vec![all] });
    WorkspaceFileOperationsServerCapabilities {
        did_create: told.clone(),
        did_rename: told.clone(),
        did_delete: told,
        ..WorkspaceFileOperationsServerCapabilities::default()
    }
}

/// How the addresses of the rules' pages begin: `rulePages` of the initialization options, else the project's home.
fn rule_pages(params: &InitializeParams) -> Option<String> {
    const HOME: &str = env!("CARGO_PKG_REPOSITORY");
    let options = params.initialization_options.as_ref();
    let given = options.and_then(|options| options.get("rulePages")?.as_str()).map(str::to_owned);
    given.or_else(|| (!HOME.is_empty()).then(|| format!("{HOME}/blob/main/tests/rules/")))
}

/// True for a client that says, as `experimental.commands`, that it has the command for a list of places.
fn lists_places(client: &ClientCapabilities) -> bool {
    let commands = client.experimental.as_ref().and_then(|more| more.get("commands")?.as_array());
    commands.is_some_and(|commands| commands.iter().any(|c| c.as_str() == Some(convert::SHOW_REFERENCES)))
}

/// The first encoding of the client's list that we know, which is all three; UTF-16 where it has no list.
fn encoding(client: &ClientCapabilities) -> Encoding {
    let offered = client.general.as_ref().and_then(|g| g.position_encodings.as_deref()).unwrap_or_default();
    let known = |kind: &PositionEncodingKind| match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    };
    offered.iter().find_map(known).unwrap_or(Encoding::Utf16)
}
