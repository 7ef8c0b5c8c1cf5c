//! LSP: the transport, the session, and the conversion between LSP's types and ours.

/// Serves one editor over standard input and output until it says `exit` or goes away; returns the exit code.
pub fn serve() -> u8 {
    todo!()
}
