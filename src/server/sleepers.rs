//! Threads that do jobs in the order in which they come, and sleep when there are none. Rayon's look for more work for a
//! while after each job, and keep the cores from the threads that bring it.
//!
//! The one that fell asleep last is woken first: what it had in its caches is still warm, and the memory that a thread keeps
//! for itself is kept by no more threads than have ever been at work at one time.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Builder, Thread};

/// Something to do, once.
pub(super) type Job = Box<dyn FnOnce() + Send>;

/// Threads for one sort of jobs. They end when this is dropped and what they were given is done.
pub(super) struct Sleepers(Arc<Bed>);

/// What the threads share.
#[derive(Default)]
struct Bed(Mutex<Night>);

#[derive(Default)]
struct Night {
    /// Jobs that go before all others.
    first: VecDeque<Job>,
    jobs: VecDeque<Job>,
    /// Those who sleep, the last one last.
    asleep: Vec<Thread>,
    /// True once nobody is left who could bring a job.
    over: bool,
}

impl Sleepers {
    /// Starts `threads` of them. Fails where the system gives none.
    pub(super) fn start(name: &str, threads: usize) -> std::io::Result<Self> {
        let sleepers = Self(Arc::default());
        for nth in 0..threads {
            let bed = sleepers.0.clone();
            Builder::new().name(format!("{name}-{nth}")).spawn(move || {
                while let Some(job) = bed.next() {
                    job();
                }
            })?;
        }
        Ok(sleepers)
    }

    /// Wakes a thread for `job`, or leaves it to the first one that is done with another.
    pub(super) fn send(&self, job: Job) {
        self.wake(|night| night.jobs.push_back(job));
    }

    /// The same for a job that goes before all that were sent otherwise.
    pub(super) fn send_first(&self, job: Job) {
        self.wake(|night| night.first.push_back(job));
    }

    fn wake(&self, add: impl FnOnce(&mut Night)) {
        let mut night = self.0.lock();
        add(&mut night);
        let woken = night.asleep.pop();
        drop(night);
        if let Some(woken) = woken {
            woken.unpark();
        }
    }
}

impl Drop for Sleepers {
    fn drop(&mut self) {
        let mut night = self.0.lock();
        night.over = true;
        for thread in night.asleep.drain(..) {
            thread.unpark();
        }
    }
}

impl Bed {
    fn lock(&self) -> MutexGuard<'_, Night> {
        // No job is done under the lock, and the lists are whole whoever fails.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next job, once there is one; `None` when none will come.
    fn next(&self) -> Option<Job> {
        let me = thread::current();
        loop {
            let mut night = self.lock();
            let is_me = |thread: &Thread| thread.id() == me.id();
            if let Some(job) = night.first.pop_front().or_else(|| night.jobs.pop_front()) {
                night.asleep.retain(|thread| !is_me(thread));
                return Some(job);
            }
            if night.over {
                return None;
            }
            // Who wakes it takes it out of the list. Woken for no reason, it still has its place there.
            if !night.asleep.iter().any(is_me) {
                night.asleep.push(me.clone());
            }
            drop(night);
            thread::park();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sleepers;
    use std::collections::BTreeSet;
    use std::sync::mpsc::channel;
    use std::thread;

    #[test]
    fn jobs_that_come_one_at_a_time_keep_one_thread_at_work() {
        let sleepers = Sleepers::start("test", 4).unwrap();
        let everybody_sleeps = || {
            while sleepers.0.lock().asleep.len() < 4 {
                thread::yield_now();
            }
        };
        let (tell, told) = channel();
        let mut threads = BTreeSet::new();
        for _ in 0..100 {
            everybody_sleeps();
            let tell = tell.clone();
            sleepers.send(Box::new(move || tell.send(thread::current().name().map(str::to_owned)).unwrap()));
            threads.insert(told.recv().unwrap());
        }
        assert_eq!(threads.len(), 1, "{threads:?}");
    }

    #[test]
    fn all_jobs_are_begun_in_order_and_done_before_the_end() {
        let sleepers = Sleepers::start("test", 1).unwrap();
        let (tell, told) = channel();
        for nth in 0..1_000 {
            let tell = tell.clone();
            sleepers.send(Box::new(move || tell.send(nth).unwrap()));
        }
        drop((sleepers, tell));
        // It ends when the last sender is gone, which the last job had.
        assert!(told.iter().eq(0..1_000));
    }

    #[test]
    fn what_goes_first_waits_for_nothing_but_its_like() {
        let sleepers = Sleepers::start("test", 1).unwrap();
        let (begin, begun) = channel();
        let (tell, told) = channel();
        // The thread is busy until all jobs have been sent.
        sleepers.send(Box::new(move || begun.recv().unwrap()));
        for nth in 0..10 {
            let (tell, first) = (tell.clone(), tell.clone());
            sleepers.send(Box::new(move || tell.send(10 + nth).unwrap()));
            sleepers.send_first(Box::new(move || first.send(nth).unwrap()));
        }
        drop((sleepers, tell));
        begin.send(()).unwrap();
        assert_eq!(told.iter().collect::<Vec<_>>(), (0..20).collect::<Vec<_>>());
    }

    #[test]
    fn as_many_jobs_as_there_are_threads_are_done_at_one_time() {
        let sleepers = Sleepers::start("test", 3).unwrap();
        let all = std::sync::Arc::new(std::sync::Barrier::new(4));
        for _ in 0..3 {
            let all = all.clone();
            sleepers.send(Box::new(move || _ = all.wait()));
        }
        all.wait();
    }
}
