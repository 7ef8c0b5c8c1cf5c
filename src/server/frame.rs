//! Cuts a stream of bytes into messages: `Content-Length: N`, a blank line, N bytes.
//!
//! Header names in any case, headers besides `Content-Length` and bare line feeds are taken as they come.
//! A length that is missing, unreadable or wrong loses its own message at most: reading goes on at the next
//! `Content-Length` that ends a line.

use std::io::{self, Read};

/// Bytes asked of the stream at a time: a pipe holds as much on most systems.
const CHUNK: usize = 64 * 1024;

/// No header line is as long as this; what is longer is a body whose header was lost, and is let go of.
const LONGEST_LINE: usize = 64 * 1024;

/// The longest message, in bytes. An article is a thousandth of it; a longer length is a mistake, and
/// waiting for so many bytes would swallow everything that follows.
const LONGEST_MESSAGE: usize = 256 * 1024 * 1024;

/// What stands next in the stream.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// A message, not parsed yet.
    Body(Vec<u8>),
    /// Bytes that belong to no message were skipped, or are about to be.
    Lost,
}

/// The messages of a stream.
pub(super) struct Frames<R> {
    input: R,
    chunk: Box<[u8]>,
    /// Bytes read and not taken yet: `buffer[at..]`.
    buffer: Vec<u8>,
    at: usize,
    /// The length that the headers read so far state.
    length: Option<usize>,
    /// True while skipping, so that one stretch of loose bytes is told once.
    lost: bool,
}

impl<R: Read> Frames<R> {
    /// The messages of `input`.
    pub(super) fn new(input: R) -> Self {
        let chunk = vec![0; CHUNK].into_boxed_slice();
        Self { input, chunk, buffer: Vec::new(), at: 0, length: None, lost: false }
    }

    /// The next message; `None` at the end of the stream, which may come in the middle of a message.
    pub(super) fn next(&mut self) -> io::Result<Option<Frame>> {
        while let Some(line) = self.line()? {
            match Header::read(&line) {
                Header::Length { length, behind_loose_bytes } => {
                    self.length = Some(length);
                    if behind_loose_bytes && !std::mem::replace(&mut self.lost, true) {
                        return Ok(Some(Frame::Lost));
                    }
                }
                Header::Other => {}
                Header::Blank => {
                    if let Some(length) = self.length.take() {
                        self.lost = false;
                        return Ok(self.body(length)?.map(Frame::Body));
                    }
                }
                Header::Loose => {
                    self.length = None;
                    if !std::mem::replace(&mut self.lost, true) {
                        return Ok(Some(Frame::Lost));
                    }
                }
            }
        }
        Ok(None)
    }

    /// True when bytes were read that belong to what comes next.
    pub(super) fn has_more(&self) -> bool {
        self.at < self.buffer.len()
    }

    /// Puts bytes back in front of those that come next: the tail of a body whose length was too large.
    pub(super) fn put_back(&mut self, bytes: &[u8]) {
        self.buffer.splice(..self.at, bytes.iter().copied());
        self.at = 0;
    }

    /// The next line without its break. An overlong one is cut: only its end can hold a header.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut searched = 0;
        loop {
            let unread = &self.buffer[self.at..];
            if let Some(found) = memchr::memchr(b'\n', &unread[searched..]) {
                let end = searched + found;
                let line = unread[..end].strip_suffix(b"\r").unwrap_or(&unread[..end]).to_vec();
                self.at += end + 1;
                return Ok(Some(line));
            }
            searched = unread.len();
            if searched > LONGEST_LINE {
                let kept = "content-length: 18446744073709551615\r".len();
                self.at = self.buffer.len() - kept;
                searched = kept;
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// The next `length` bytes; `None` when the stream ends before. Memory grows with what has arrived, not
    /// with what was promised.
    fn body(&mut self, length: usize) -> io::Result<Option<Vec<u8>>> {
        let ready = (self.buffer.len() - self.at).min(length);
        let mut body = self.buffer[self.at..self.at + ready].to_vec();
        self.at += ready;
        let rest = length - ready;
        self.input.by_ref().take(rest as u64).read_to_end(&mut body)?;
        Ok((body.len() == length).then_some(body))
    }

    /// Reads more bytes; false at the end of the stream.
    fn fill(&mut self) -> io::Result<bool> {
        self.buffer.drain(..self.at);
        self.at = 0;
        loop {
            match self.input.read(&mut self.chunk) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok(read) => {
                    self.buffer.extend_from_slice(&self.chunk[..read]);
                    return Ok(read > 0);
                }
            }
        }
    }
}

/// What a line between two messages is.
enum Header {
    Length { length: usize, behind_loose_bytes: bool },
    Other,
    Blank,
    Loose,
}

impl Header {
    fn read(line: &[u8]) -> Header {
        const NAME: &[u8] = b"content-length:";
        if line.iter().all(u8::is_ascii_whitespace) {
            return Header::Blank;
        }
        let lower = line.to_ascii_lowercase();
        // The last one of the line: the loose bytes before it may be an article that talks of such headers.
        if let Some(start) = memchr::memmem::rfind(&lower, NAME) {
            let value = std::str::from_utf8(&lower[start + NAME.len()..]).unwrap_or("").trim();
            return match value.parse() {
                Ok(length) if length <= LONGEST_MESSAGE => {
                    Header::Length { length, behind_loose_bytes: start > 0 }
                }
                _ => Header::Loose,
            };
        }
        let name = line.split(|b| *b == b':').next().unwrap_or_default();
        let header = name.len() < line.len()
            && !name.is_empty()
            && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-');
        if header { Header::Other } else { Header::Loose }
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Frames};
    use std::io::Read;

    /// Gives one byte at a time, as a slow pipe may.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let take = self.0.len().min(1).min(buffer.len());
            buffer[..take].copy_from_slice(&self.0[..take]);
            self.0 = &self.0[take..];
            Ok(take)
        }
    }

    #[track_caller]
    fn check(input: &str, expected: &[&str]) {
        let read = |mut frames: Frames<&mut dyn Read>| {
            let mut found = Vec::new();
            while let Some(frame) = frames.next().unwrap() {
                found.push(match frame {
                    Frame::Body(body) => String::from_utf8(body).unwrap(),
                    Frame::Lost => "lost".to_owned(),
                });
            }
            found
        };
        assert_eq!(read(Frames::new(&mut input.as_bytes())), expected);
        assert_eq!(read(Frames::new(&mut Slow(input.as_bytes()))), expected, "a byte at a time");
    }

    #[test]
    fn messages_follow_each_other() {
        check("Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\n[12]", &["{}", "[12]"]);
        check("Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}", &["", "{}"]);
    }

    #[test]
    fn headers_come_in_many_shapes() {
        check("content-length:2\n\n{}", &["{}"]);
        check("CONTENT-LENGTH:   2  \r\n\r\n{}", &["{}"]);
        let typed = "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}";
        check(typed, &["{}"]);
        check("Content-Length: 2\r\nX-Trace: 7\r\n\r\n{}", &["{}"]);
        check("\r\n\r\nContent-Length: 2\r\n\r\n{}", &["{}"]);
    }

    #[test]
    fn a_wrong_length_costs_its_own_message_at_most() {
        check("Content-Length: many\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", &["lost", "[1]"]);
        check("Content-Length: -2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", &["lost", "[1]"]);
        check("Content-Length: 99999999999999\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", &["lost", "[1]"]);
        check("Content-Length: 1\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", &["{", "lost", "[1]"]);
        check("no header at all\r\nContent-Length: 3\r\n\r\n[1]", &["lost", "[1]"]);
        check("{\"x\":\"content-length: 9 \"}Content-Length: 3\r\n\r\n[1]", &["lost", "[1]"]);
    }

    #[test]
    fn the_tail_of_a_body_is_read_again() {
        let mut frames = Frames::new(&b"Content-Length: 13\r\n\r\n{}Content-Length: 3\r\n\r\n[1]"[..]);
        assert_eq!(frames.next().unwrap(), Some(Frame::Body(b"{}Content-Len".to_vec())));
        frames.put_back(b"Content-Len");
        assert_eq!(frames.next().unwrap(), Some(Frame::Body(b"[1]".to_vec())));
        assert_eq!(frames.next().unwrap(), None);
    }

    #[test]
    fn the_stream_may_end_anywhere() {
        check("", &[]);
        check("Content-Len", &[]);
        check("Content-Length: 20\r\n\r\n{\"id\"", &[]);
    }

    #[test]
    fn endless_loose_bytes_take_no_memory_and_hide_no_header() {
        let long = "(".repeat(1_000_000);
        check(&format!("{long}Content-Length: 3\r\n\r\n[1]"), &["lost", "[1]"]);
    }
}
