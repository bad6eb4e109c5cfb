//! The reading process as the program sees it: started, watched, and ended.

use std::io::{self, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::reader::PIECE;

/// The argument that makes a reading process of the program.
pub const READING: &str = "baca-buku-kerja";
/// What the program itself does with the rows meanwhile is another matter, for which
/// there is a bound so many times as wide: on a busy computer all takes longer.
const TIMES_IN_ALL: u32 = 8;
/// How often it is looked at whether the process is waited for.
const TICK: Duration = Duration::from_millis(50);

#[derive(Debug)]
pub(super) struct Process {
    child: Arc<Mutex<Child>>,
    pub to: ChildStdin,
    pub from: BufReader<ChildStdout>,
    watch: Sender<Watched>,
    timing: Arc<Timing>,
}

#[derive(Debug, Default)]
struct Timing {
    /// The program waits for the process.
    waits: AtomicBool,
    /// It waited too long, and the process was ended.
    timed_out: AtomicBool,
}

/// What the watch is told.
#[derive(Debug, Clone, Copy)]
enum Watched {
    Begins(Duration),
    Ends,
}

impl Process {
    pub(super) fn start(program: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.arg(READING).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let child = Arc::new(Mutex::new(child));
        let timing = Arc::new(Timing::default());
        let (watch, told) = mpsc::channel();
        let (watched, shared) = (Arc::clone(&child), Arc::clone(&timing));
        thread::Builder::new().spawn(move || {
            while let Ok(now) = told.recv() {
                let Watched::Begins(wait) = now else { continue };
                if is_too_long(&told, wait, &shared.waits) {
                    shared.timed_out.store(true, Ordering::Relaxed);
                    end(&watched);
                    return;
                }
            }
        })?;
        Ok(Self { child, to, from: BufReader::with_capacity(PIECE, from), watch, timing })
    }

    /// A file begins for which the process may be waited so long.
    pub(super) fn begins(&self, wait: Duration) {
        // Without a watch the process goes on unwatched.
        let _ = self.watch.send(Watched::Begins(wait));
    }

    pub(super) fn ends(&self) {
        let _ = self.watch.send(Watched::Ends);
    }

    pub(super) fn waits(&self, waits: bool) {
        self.timing.waits.store(waits, Ordering::Relaxed);
    }

    pub(super) fn timed_out(&self) -> bool {
        self.timing.timed_out.load(Ordering::Relaxed)
    }
}

/// Whether a file is not read before the time for it is over.
fn is_too_long(told: &Receiver<Watched>, wait: Duration, waits: &AtomicBool) -> bool {
    let mut in_all = wait.saturating_mul(TIMES_IN_ALL);
    let mut wait = wait;
    while matches!(told.recv_timeout(TICK), Err(RecvTimeoutError::Timeout)) {
        in_all = in_all.saturating_sub(TICK);
        if waits.load(Ordering::Relaxed) {
            wait = wait.saturating_sub(TICK);
        }
        if wait.is_zero() || in_all.is_zero() {
            return true;
        }
    }
    false
}

impl Drop for Process {
    fn drop(&mut self) {
        end(&self.child);
    }
}

fn end(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    // One that has ended already cannot be ended.
    let _ = child.kill();
    let _ = child.wait();
}
