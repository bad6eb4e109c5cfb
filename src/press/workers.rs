//! Many papers at once: one worker a core, each paper by one worker.
//!
//! typst works in parallel by itself, through rayon. A worker of rayon that waits takes
//! the next job it finds, which here would be another whole paper inside the first; so
//! the workers are plain threads, and each keeps typst to a pool of its own that has no
//! other thread. The only door to rayon.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

use serde_json::Value;

use super::{Edition, Press, PressProblem, Printed};

/// A paper to print.
#[derive(Debug, Clone)]
pub struct PrintJob {
    /// The file name of the template.
    pub template: String,
    pub data: Value,
    pub edition: Edition,
    pub pictures: Pictures,
}

/// The pictures that a paper shows beside those of the templates, by the names that its
/// template calls them by. They are fetched when the paper is set, so that those of all
/// papers of a run are not held at once.
#[derive(Clone, Default)]
pub struct Pictures(Option<Arc<Fetch>>);

type Fetch = dyn Fn() -> BTreeMap<String, Vec<u8>> + Send + Sync;

impl Pictures {
    pub fn fetched_by(
        fetch: impl Fn() -> BTreeMap<String, Vec<u8>> + Send + Sync + 'static,
    ) -> Pictures {
        Pictures(Some(Arc::new(fetch)))
    }

    pub(super) fn fetch(&self) -> BTreeMap<String, Vec<u8>> {
        self.0.as_ref().map(|fetch| fetch()).unwrap_or_default()
    }
}

impl fmt::Debug for Pictures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Pictures(..)" } else { "Pictures" })
    }
}

/// What became of a job.
pub type PrintResult = Result<Printed, Vec<PressProblem>>;

impl Press {
    /// Prints all jobs and hands each result to `done` with the index of its job, in
    /// the order of the jobs, whichever is ready first. `done` says whether to go on.
    pub fn print_all(&self, jobs: &[PrintJob], mut done: impl FnMut(usize, PrintResult) -> bool) {
        let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let next = AtomicUsize::new(0);
        let (sender, results) = mpsc::sync_channel(2 * cores);
        thread::scope(|scope| {
            for _ in 0..cores.min(jobs.len()) {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || self.work(jobs, next, &sender));
            }
            drop(sender);
            let mut waiting = BTreeMap::new();
            let mut lost = Lost::default();
            let mut turn = 0;
            for (at, result) in &results {
                waiting.insert(at, result);
                while let Some(result) = waiting.remove(&turn) {
                    let result = lost.with(jobs.get(turn), result);
                    if !done(turn, result) {
                        // The workers stop at their next job: there is none left.
                        next.store(jobs.len(), Ordering::Relaxed);
                        // What they still send is taken and left.
                        results.iter().for_each(drop);
                        return;
                    }
                    turn += 1;
                }
            }
        });
    }

    fn work(
        &self,
        jobs: &[PrintJob],
        next: &AtomicUsize,
        sender: &mpsc::SyncSender<(usize, PrintResult)>,
    ) {
        let one_by_one = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(job) = jobs.get(at) else { return };
                let result = self.print_job(job);
                if sender.send((at, result)).is_err() {
                    return;
                }
            }
        };
        alone(one_by_one);
    }
}

/// Templates that ran away, each with what is told of it. No paper that comes after the
/// first such one is made, whichever worker was ahead: the same papers every time.
#[derive(Default)]
struct Lost(BTreeMap<String, PressProblem>);

impl Lost {
    fn with(&mut self, job: Option<&PrintJob>, result: PrintResult) -> PrintResult {
        let Some(PrintJob { template, .. }) = job else { return result };
        if let Some(problem) = self.0.get(template) {
            return Err(vec![problem.clone()]);
        }
        if let Err(problems) = &result
            && let Some(problem @ PressProblem::RanAway { .. }) = problems.first()
        {
            self.0.insert(template.clone(), problem.clone());
        }
        result
    }
}

/// Keeps typst to this thread.
pub(super) fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build() {
        Ok(pool) => pool.install(work),
        // Without a pool of its own typst takes the common one: slower, same bytes.
        Err(_) => work(),
    }
}
