//! Text with a little markup, printed as Markdown or plain.
