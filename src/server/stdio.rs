//! Standard input and output, as the client has them.

use super::outbox::Direct;
#[cfg(target_os = "linux")]
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::fs::File;
use std::io::{self, Write};

/// Standard output as it is. The standard library's own writes up to the last line break first and the rest later: two
/// writes for each message, and two times that the client wakes up.
pub(super) struct Output(File);

impl Output {
    /// Opens it once more.
    pub(super) fn open() -> io::Result<Self> {
        let out = io::stdout();
        #[cfg(unix)]
        let own = std::os::fd::AsFd::as_fd(&out).try_clone_to_owned();
        #[cfg(windows)]
        let own = std::os::windows::io::AsHandle::as_handle(&out).try_clone_to_owned();
        own.map(|own| Self(File::from(own)))
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Direct for Output {
    /// Linux says that a pipe or a socket can be written to while it has room for a page at least.
    #[cfg(target_os = "linux")]
    fn has_room(&self) -> bool {
        let mut out = [PollFd::new(&self.0, PollFlags::OUT)];
        poll(&mut out, Some(&AT_ONCE)).is_ok() && out[0].revents() == PollFlags::OUT
    }

    /// Other systems promise less.
    #[cfg(not(target_os = "linux"))]
    fn has_room(&self) -> bool {
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
