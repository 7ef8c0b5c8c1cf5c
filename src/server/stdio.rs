//! Standard input and output, as the client has them.

use super::outbox::Direct;
#[cfg(target_os = "linux")]
use rustix::event::{PollFd, PollFlags, Timespec, poll};
#[cfg(target_os = "linux")]
use rustix::{io::ioctl_fionread, pipe};
use std::fs::File;
use std::io::{self, Write};

/// Standard output as it is. The standard library's own writes up to the last line break first and the rest later: two
/// writes for each message, and two times that the client wakes up.
pub(super) struct Output {
    file: File,
    /// Bytes that it holds when nothing in it is unread; `None` where it is no pipe.
    #[cfg(target_os = "linux")]
    holds: Option<usize>,
}

/// The findings of an article as long as a book have a hundred thousand bytes, and a pipe holds 64 KB unless told otherwise.
#[cfg(target_os = "linux")]
const HOLDS: usize = 256 * 1024;

impl Output {
    /// Opens it once more.
    pub(super) fn open() -> io::Result<Self> {
        let out = io::stdout();
        #[cfg(unix)]
        let own = std::os::fd::AsFd::as_fd(&out).try_clone_to_owned();
        #[cfg(windows)]
        let own = std::os::windows::io::AsHandle::as_handle(&out).try_clone_to_owned();
        own.map(|own| Self::of(File::from(own)))
    }

    #[cfg(target_os = "linux")]
    fn of(file: File) -> Self {
        // What is no pipe has no such size, and a pipe that may not be larger stays as it is.
        let _ = pipe::fcntl_setpipe_size(&file, HOLDS);
        let holds = pipe::fcntl_getpipe_size(&file).ok();
        Self { file, holds }
    }

    #[cfg(not(target_os = "linux"))]
    fn of(file: File) -> Self {
        Self { file }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Direct for Output {
    /// Linux says that a pipe or a socket can be written to while it has room for a page at least, and of a pipe how much in
    /// it is unread.
    #[cfg(target_os = "linux")]
    fn has_room(&self, bytes: usize) -> bool {
        const PAGE: usize = 4_096;

        let mut out = [PollFd::new(&self.file, PollFlags::OUT)];
        let ready = poll(&mut out, Some(&AT_ONCE)).is_ok() && out[0].revents() == PollFlags::OUT;
        let fits = || self.holds.is_some_and(|most| bytes <= most) && ioctl_fionread(&self.file) == Ok(0);
        ready && (bytes <= PAGE || fits())
    }

    /// Other systems promise less.
    #[cfg(not(target_os = "linux"))]
    fn has_room(&self, _bytes: usize) -> bool {
        false
    }
}

/// True when something stands in standard input already, its end too.
#[cfg(target_os = "linux")]
pub(super) fn has_input() -> bool {
    let input = io::stdin();
    let mut input = [PollFd::new(&input, PollFlags::IN)];
    poll(&mut input, Some(&AT_ONCE)).is_ok_and(|ready| ready > 0)
}

/// Where nobody can tell, more may always be there.
#[cfg(not(target_os = "linux"))]
pub(super) fn has_input() -> bool {
    true
}

/// Without waiting.
#[cfg(target_os = "linux")]
const AT_ONCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };
