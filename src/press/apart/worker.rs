//! One setting process as the program sees it: started, asked, and ended.

use std::io::{self, BufReader, BufWriter};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::wire::{receive, send};
use super::{Head, SETTING};
use crate::press::{PressProblem, Templates};

/// What was made, or what there is against the template.
pub(super) type Answer = (Result<(), Vec<PressProblem>>, Vec<Vec<u8>>);

/// Why a process did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loss {
    /// The time was over.
    Slow,
    /// It ended: it took more memory than it may, or broke down.
    Gone,
}

pub(super) struct Worker {
    child: Child,
    to: BufWriter<ChildStdin>,
    answers: Receiver<Answer>,
    /// It has set a paper already.
    pub(super) has_served: bool,
}

impl Worker {
    pub(super) fn start(program: &Path, templates: &Templates) -> io::Result<Worker> {
        let mut command = Command::new(program);
        command.arg(SETTING).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (sender, answers) = mpsc::channel();
        let mut worker = Worker { child, to: BufWriter::new(to), answers, has_served: false };
        thread::Builder::new().spawn(move || {
            let mut from = BufReader::new(from);
            // It ends with the process, or when nobody waits any more.
            while let Ok(Some(answer)) = receive::<Result<(), Vec<PressProblem>>>(&mut from) {
                if sender.send(answer).is_err() {
                    return;
                }
            }
        })?;
        let (names, contents): (Vec<&str>, Vec<&[u8]>) = templates.iter().unzip();
        // Where it has ended already, the first question finds that out.
        let _ = send(&mut worker.to, &names, &contents);
        Ok(worker)
    }

    pub(super) fn ask(
        &mut self,
        head: &Head<'_>,
        parts: &[&[u8]],
        patience: Duration,
    ) -> Result<Answer, Loss> {
        self.has_served = true;
        send(&mut self.to, head, parts).map_err(|_| Loss::Gone)?;
        self.answers.recv_timeout(patience).map_err(|ended| match ended {
            RecvTimeoutError::Timeout => Loss::Slow,
            RecvTimeoutError::Disconnected => Loss::Gone,
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // One that has ended already cannot be ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
