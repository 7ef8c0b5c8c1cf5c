//! What the server offers is what the README says, and never more than a client can take.

use super::desk;
use crate::support::client::{Client, Folder, at, capabilities, did_open, initialize_params, notification};
use serde_json::{Value, json};

/// Where in the server's capabilities each request of LSP 3.17 is offered.
const OFFERED: [(&str, &str); 39] = [
    ("/codeActionProvider", "textDocument/codeAction"),
    ("/codeActionProvider/resolveProvider", "codeAction/resolve"),
    ("/completionProvider", "textDocument/completion"),
    ("/completionProvider/resolveProvider", "completionItem/resolve"),
    ("/hoverProvider", "textDocument/hover"),
    ("/definitionProvider", "textDocument/definition"),
    ("/declarationProvider", "textDocument/declaration"),
    ("/typeDefinitionProvider", "textDocument/typeDefinition"),
    ("/implementationProvider", "textDocument/implementation"),
    ("/referencesProvider", "textDocument/references"),
    ("/documentHighlightProvider", "textDocument/documentHighlight"),
    ("/renameProvider", "textDocument/rename"),
    ("/renameProvider/prepareProvider", "textDocument/prepareRename"),
    ("/documentSymbolProvider", "textDocument/documentSymbol"),
    ("/workspaceSymbolProvider", "workspace/symbol"),
    ("/semanticTokensProvider/full", "textDocument/semanticTokens/full"),
    ("/semanticTokensProvider/full/delta", "textDocument/semanticTokens/full/delta"),
    ("/semanticTokensProvider/range", "textDocument/semanticTokens/range"),
    ("/inlayHintProvider", "textDocument/inlayHint"),
    ("/inlayHintProvider/resolveProvider", "inlayHint/resolve"),
    ("/codeLensProvider", "textDocument/codeLens"),
    ("/codeLensProvider/resolveProvider", "codeLens/resolve"),
    ("/documentLinkProvider", "textDocument/documentLink"),
    ("/documentLinkProvider/resolveProvider", "documentLink/resolve"),
    ("/foldingRangeProvider", "textDocument/foldingRange"),
    ("/selectionRangeProvider", "textDocument/selectionRange"),
    ("/executeCommandProvider", "workspace/executeCommand"),
    ("/diagnosticProvider", "textDocument/diagnostic"),
    ("/diagnosticProvider/workspaceDiagnostics", "workspace/diagnostic"),
    ("/linkedEditingRangeProvider", "textDocument/linkedEditingRange"),
    ("/callHierarchyProvider", "textDocument/prepareCallHierarchy"),
    ("/typeHierarchyProvider", "textDocument/prepareTypeHierarchy"),
    ("/documentFormattingProvider", "textDocument/formatting"),
    ("/documentRangeFormattingProvider", "textDocument/rangeFormatting"),
    ("/documentOnTypeFormattingProvider", "textDocument/onTypeFormatting"),
    ("/signatureHelpProvider", "textDocument/signatureHelp"),
    ("/inlineValueProvider", "textDocument/inlineValue"),
    ("/colorProvider", "textDocument/documentColor"),
    ("/monikerProvider", "textDocument/moniker"),
];

/// A client that takes everything that depends on it.
fn able() -> Value {
    let mut able = capabilities();
    // Findings are asked for by clients that cannot be sent any.
    able["textDocument"]["diagnostic"] = json!({});
    able["textDocument"].as_object_mut().unwrap().remove("publishDiagnostics");
    able["textDocument"]["rename"] = json!({"prepareSupport": true});
    able["textDocument"]["codeAction"]["dataSupport"] = json!(true);
    able["textDocument"]["codeAction"]["resolveSupport"] = json!({"properties": ["edit"]});
    able["textDocument"]["semanticTokens"] = json!({
        "requests": {"range": true, "full": {"delta": true}},
        "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"],
    });
    able
}

fn offered(folder: &Folder, able: Value) -> Value {
    let mut client = Client::start();
    client.ask("initialize", initialize_params(&folder.path(), able))["result"]["capabilities"].clone()
}

fn offers(capabilities: &Value, pointer: &str) -> bool {
    !matches!(capabilities.pointer(pointer), None | Some(Value::Null | Value::Bool(false)))
}

#[test]
fn readme_tells_what_is_offered() {
    let readme = include_str!("../../README.md");
    let (_, table) = readme.split_once("<!-- requests: ").expect("README.md has lost its table of requests");
    let (table, _) =
        table.split_once("<!-- /requests -->").expect("README.md has lost the end of that table");
    let rows = table.lines().filter_map(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let request = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
        Some((request, cells.next()?))
    });
    let rows: Vec<(&str, &str)> = rows.collect();
    let folder = desk();
    let offered = offered(&folder, able());
    for (pointer, request) in OFFERED {
        let told: Vec<&str> = rows.iter().filter(|(r, _)| *r == request).map(|(_, here)| *here).collect();
        let here = if offers(&offered, pointer) { "yes" } else { "no" };
        assert_eq!(told, [here], "{request} in the table of README.md");
    }
    for (request, _) in rows {
        let known = OFFERED.iter().any(|(_, known)| *known == request);
        assert!(known || request == "textDocument/publishDiagnostics", "{request}: is it offered?");
    }
}

/// A client that says nothing of itself is served by what every client takes.
#[test]
fn a_bare_client_is_served() {
    let folder = desk();
    let bare = offered(&folder, json!({}));
    for pointer in [
        "/codeActionProvider",
        "/diagnosticProvider",
        "/renameProvider/prepareProvider",
        "/semanticTokensProvider/range",
    ] {
        assert!(!offers(&bare, pointer), "{pointer}: {bare}");
    }
    let mut client = Client::start();
    client.ask("initialize", initialize_params(&folder.path(), json!({})));
    client.send(&notification("initialized", json!({})));
    let uri = folder.uri("fresh.md");
    client.send(&did_open(&uri, 1, "# Ferry news\n\nNordic Line came. So did Harb\n"));
    client.ask_until("textDocument/definition", at(&uri, 2, 3), |found| found["result"][0].is_object());
    let found = client.ask("textDocument/completion", at(&uri, 2, 29));
    assert_eq!(found["result"]["items"][0]["textEdit"]["newText"], "Harbor Trust", "{found}");
    let whole = json!({"textDocument": {"uri": uri}});
    for request in ["documentSymbol", "semanticTokens/full", "foldingRange", "documentLink", "codeLens"] {
        let answer = client.ask(&format!("textDocument/{request}"), whole.clone());
        assert!(!answer["result"].is_null(), "{request}: {answer}");
    }
}
