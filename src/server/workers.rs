//! Threads for rules and requests, and a wall around each job.

use super::client::Client;
use super::sleepers::{Job, Sleepers};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};
use tower_lsp::ls_types::MessageType;

/// A job that gives way waits for requests and keystrokes no longer than this, so that a client that asks without end does
/// not stop it.
const GIVES_WAY: Duration = Duration::from_millis(50);

/// What else an editor wants to know after a keystroke or an answer, it mostly asks for sooner. A thread that is at work by
/// then keeps its core for some milliseconds, however little it has left to do.
const QUIET: Duration = Duration::from_millis(10);

/// Threads for requests, for rules and for reading folders. What a person does not wait for gives way.
#[derive(Clone)]
pub(super) struct Workers {
    asked: Arc<Sleepers>,
    judged: Arc<Sleepers>,
    concerned: Arc<Sleepers>,
    patient: Arc<Patient>,
    /// Requests and keystrokes.
    asking: Arc<Asking>,
    /// Jobs that are not patient.
    urgent: Arc<AtomicUsize>,
    client: Client,
}

/// Threads for long jobs, as many as the machine has cores. They are there while there is such a job: one that waits for the
/// next keeps memory for itself, which grows with all that it has ever done.
struct Patient {
    cores: usize,
    threads: Mutex<Weak<ThreadPool>>,
}

impl Patient {
    /// The threads, which end when nobody holds them any more; `None` where the system gives none.
    fn threads(&self) -> Option<Arc<ThreadPool>> {
        // What is held is whole whoever fails.
        let mut held = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(threads) = held.upgrade() {
            return Some(threads);
        }
        let threads = ThreadPoolBuilder::new().num_threads(self.cores);
        let threads = Arc::new(threads.thread_name(|n| format!("reading-{n}")).build().ok()?);
        *held = Arc::downgrade(&threads);
        Some(threads)
    }
}

/// What the client is waiting for.
#[derive(Default)]
struct Asking {
    asked: Mutex<Asked>,
    /// No request is left.
    done: Condvar,
}

#[derive(Default)]
struct Asked {
    /// How many requests are being answered.
    count: usize,
    /// When the last one was, or the last keystroke came.
    last: Option<Instant>,
}

/// A request that is being answered, until this is dropped.
struct Answering(Arc<Asking>);

impl Asking {
    fn lock(&self) -> MutexGuard<'_, Asked> {
        // A number and a time are whole whoever fails.
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that somebody types.
    fn note(&self) {
        self.lock().last = Some(Instant::now());
    }

    /// Waits until no request is being answered and nobody has asked or typed for `quiet`, or for [`GIVES_WAY`].
    fn wait(&self, quiet: Duration) {
        let end = Instant::now() + GIVES_WAY;
        let mut asked = self.lock();
        loop {
            let now = Instant::now();
            let until = match asked.last {
                _ if asked.count > 0 => end,
                Some(last) => end.min(last + quiet),
                None => return,
            };
            if until <= now {
                return;
            }
            let waited = self.done.wait_timeout(asked, until - now);
            asked = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Answering {
    fn begin(asking: &Arc<Asking>) -> Self {
        asking.lock().count += 1;
        Self(asking.clone())
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        let mut asked = self.0.lock();
        asked.count -= 1;
        if asked.count == 0 {
            asked.last = Some(Instant::now());
            self.0.done.notify_all();
        }
    }
}

impl Workers {
    /// As many threads of each sort as the machine has cores, and two at least, so that a long job does not hold
    /// up the next keystroke. Fails where the system gives no threads.
    pub(super) fn new(client: Client) -> anyhow::Result<Self> {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Self {
            // A person asks for one thing at a time, and what takes long is not to hold up the next. A hundred articles
            // that one edit concerns must not either, so that those who judge have threads of their own.
            asked: Arc::new(Sleepers::start("asked", 2)?),
            judged: Arc::new(Sleepers::start("judging", cores.clamp(2, 4))?),
            // Requests and keystrokes that come meanwhile find a core.
            concerned: Arc::new(Sleepers::start("concerned", cores.saturating_sub(1).clamp(1, 4))?),
            patient: Arc::new(Patient { cores, threads: Mutex::default() }),
            asking: Arc::default(),
            urgent: Arc::default(),
            client,
        })
    }

    /// Answers a request, once the client has read most of what it asked for before. `what` names it and its article in
    /// the log, should it fail.
    pub(super) fn promptly(
        &self,
        what: impl FnOnce() -> String + Send + 'static,
        job: impl FnOnce() + Send + 'static,
    ) {
        let answering = Answering::begin(&self.asking);
        let job = move || {
            job();
            drop(answering);
        };
        self.send(&self.asked, what, job);
    }

    /// Does another job that a person waits for, in the same way.
    pub(super) fn soon(
        &self,
        what: impl FnOnce() -> String + Send + 'static,
        job: impl FnOnce() + Send + 'static,
    ) {
        self.asking.note();
        self.send(&self.judged, what, job);
    }

    /// Does a job that nobody waits for, though somebody will see what it does: each begins when the client has asked for
    /// nothing for a moment.
    pub(super) fn giving_way(
        &self,
        what: impl FnOnce() -> String + Send + 'static,
        job: impl FnOnce() + Send + 'static,
    ) {
        self.concerned.send(self.when_quiet(QUIET, what, job));
    }

    /// Does a short job that nobody waits for, before those, and however fast somebody types: it holds a state of an article,
    /// and to let go of many at once takes longer than a keystroke. It gives way to requests alone.
    pub(super) fn giving_way_to_requests(
        &self,
        what: impl FnOnce() -> String + Send + 'static,
        job: impl FnOnce() + Send + 'static,
    ) {
        self.concerned.send_first(self.when_quiet(Duration::ZERO, what, job));
    }

    fn when_quiet(
        &self,
        quiet: Duration,
        what: impl FnOnce() -> String + Send + 'static,
        job: impl FnOnce() + Send + 'static,
    ) -> Job {
        let workers = self.clone();
        Box::new(move || {
            workers.asking.wait(quiet);
            workers.urgent.fetch_add(1, Ordering::Relaxed);
            workers.client.wait_for_reader();
            workers.guard(what, job);
            workers.urgent.fetch_sub(1, Ordering::Relaxed);
        })
    }

    /// Waits, in a job that nobody waits for, until the client has asked for nothing for a moment; not for long.
    pub(super) fn rest(&self) {
        self.asking.wait(QUIET);
    }

    fn send(
        &self,
        to: &Sleepers,
        what: impl FnOnce() -> String + Send + 'static,
        job: impl FnOnce() + Send + 'static,
    ) {
        self.urgent.fetch_add(1, Ordering::Relaxed);
        let workers = self.clone();
        let job = move || {
            workers.client.wait_for_reader();
            workers.guard(what, job);
            workers.urgent.fetch_sub(1, Ordering::Relaxed);
        };
        to.send(Box::new(job));
    }

    /// Does a short job that a person waits for in the thread that asks.
    pub(super) fn at_once(&self, what: impl FnOnce() -> String, job: impl FnOnce()) {
        self.asking.note();
        self.urgent.fetch_add(1, Ordering::Relaxed);
        self.guard(what, job);
        self.urgent.fetch_sub(1, Ordering::Relaxed);
    }

    /// Does a long job; rayon's parallel iterators in it run on the threads for such jobs.
    pub(super) fn patiently(
        &self,
        what: impl FnOnce() -> String + Send + 'static,
        job: impl FnOnce() + Send + 'static,
    ) {
        let workers = self.clone();
        let job = move || workers.guard(what, job).unwrap_or_default();
        match self.patient.threads() {
            Some(threads) => {
                let held = threads.clone();
                threads.spawn_fifo(move || {
                    job();
                    drop(held);
                });
            }
            // Where the system gives no threads, what is read late is better than what is never read.
            None => job(),
        }
    }

    /// True while a person waits for something: long jobs ask between two steps, and rest.
    pub(super) fn busy(&self) -> bool {
        self.urgent.load(Ordering::Relaxed) > 0
    }

    /// Does a job here and now; `None` when it fails in the program itself. That costs this job alone.
    pub(super) fn guard<T>(&self, what: impl FnOnce() -> String, job: impl FnOnce() -> T) -> Option<T> {
        // What a job changes is its own, or is made anew from the text after a failure.
        let done = catch_unwind(AssertUnwindSafe(job)).ok();
        if done.is_none() {
            let what = what();
            self.client.log(MessageType::ERROR, format!("failed in {what}; everything else goes on"));
        }
        done
    }
}

#[cfg(test)]
mod tests {
    use super::super::client::Client;
    use super::super::outbox::Outbox;
    use super::{GIVES_WAY, Workers};
    use std::sync::{Arc, mpsc};
    use std::time::{Duration, Instant};

    #[test]
    fn no_answer_is_worked_on_while_the_client_leaves_many_megabytes_unread() {
        let outbox = Arc::new(Outbox::default());
        let workers = Workers::new(Client::new(outbox.clone())).unwrap();
        for _ in 0..5 {
            outbox.owe();
            outbox.answer(Some(vec![b' '; 8 * 1024 * 1024]));
        }
        let (tell, told) = mpsc::channel();
        workers.promptly(|| "a hover".to_owned(), move || tell.send(()).unwrap());
        assert!(told.recv_timeout(Duration::from_millis(100)).is_err());
        let (reader, client) = (outbox.clone(), std::io::sink());
        std::thread::spawn(move || reader.write_to(client));
        told.recv_timeout(Duration::from_secs(20)).unwrap();
    }

    #[test]
    fn a_request_waits_for_no_article_that_is_judged() {
        let workers = Workers::new(Client::new(Arc::new(Outbox::default()))).unwrap();
        let (end, ended) = mpsc::channel::<()>();
        let ended = Arc::new(std::sync::Mutex::new(ended));
        for _ in 0..20 {
            let ended = ended.clone();
            workers.soon(|| "judging".to_owned(), move || _ = ended.lock().unwrap().recv());
        }
        let (tell, told) = mpsc::channel();
        workers.promptly(|| "a hover".to_owned(), move || tell.send(()).unwrap());
        told.recv_timeout(Duration::from_secs(20)).unwrap();
        drop(end);
    }

    #[test]
    fn what_gives_way_waits_for_a_request_but_not_for_ever() {
        let workers = Workers::new(Client::new(Arc::new(Outbox::default()))).unwrap();
        let (tell, told) = mpsc::channel();
        let (answer, answered) = mpsc::channel::<()>();
        let asked = tell.clone();
        workers.promptly(
            || "a hover".to_owned(),
            move || {
                answered.recv().unwrap();
                asked.send("the request").unwrap();
            },
        );
        // The request takes no end before the article has been judged.
        let (judged, sent) = (tell.clone(), Instant::now());
        workers.giving_way(|| "judging".to_owned(), move || judged.send("the article").unwrap());
        assert_eq!(told.recv_timeout(Duration::from_secs(20)).unwrap(), "the article");
        assert!(sent.elapsed() >= GIVES_WAY);
        answer.send(()).unwrap();
        assert_eq!(told.recv_timeout(Duration::from_secs(20)).unwrap(), "the request");
        // One that fails is over too.
        workers.promptly(|| "a hover".to_owned(), || panic!("the embargoed text"));
        while workers.asking.lock().count > 0 {
            std::thread::yield_now();
        }
    }

    #[test]
    fn the_threads_for_long_jobs_end_with_the_last_of_these() {
        let workers = Workers::new(Client::new(Arc::new(Outbox::default()))).unwrap();
        let held = || workers.patient.threads.lock().unwrap().upgrade();
        for _ in 0..3 {
            let (end, ended) = mpsc::channel::<()>();
            let (tell, told) = mpsc::channel();
            workers.patiently(|| "reading".to_owned(), move || _ = ended.recv());
            workers.patiently(|| "reading".to_owned(), move || tell.send("another").unwrap());
            assert!(held().is_some());
            end.send(()).unwrap();
            assert_eq!(told.recv_timeout(Duration::from_secs(20)).unwrap(), "another");
            while held().is_some() {
                std::thread::yield_now();
            }
        }
    }

    #[test]
    fn a_job_that_fails_costs_itself_and_is_logged_without_its_text() {
        let outbox = Arc::new(Outbox::default());
        let workers = Workers::new(Client::new(outbox.clone())).unwrap();
        let (tell, told) = mpsc::channel();
        for nth in 0..20 {
            let tell = tell.clone();
            workers.promptly(|| "judging ferry.md".to_owned(), || panic!("the embargoed text"));
            workers.patiently(|| "reading".to_owned(), || panic!("the embargoed text"));
            workers.promptly(|| "judging other.md".to_owned(), move || tell.send(nth).unwrap());
        }
        let mut done: Vec<_> = (0..20).map(|_| told.recv_timeout(Duration::from_secs(20)).unwrap()).collect();
        done.sort_unstable();
        assert_eq!(done, (0..20).collect::<Vec<_>>());
        let written = outbox.written();
        assert!(written.contains("failed in judging ferry.md"), "{written}");
        assert!(!written.contains("embargoed"), "{written}");
    }
}
