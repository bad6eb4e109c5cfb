//! The register of an office (*register.db*): which number each paper bears, what was
//! issued, and what lies in the archive.
//!
//! A number is given once and for ever: never to two papers, never again after it was
//! voided, never changed by a later run. What was issued is kept to the byte, so that a
//! later run can tell a blank that was filled from a fact that was changed. All moments
//! come from outside; the register has no clock.

mod difference;
mod issue;
mod ledger;
mod line;
mod lookup;
mod number;
mod package;
mod paper;
mod problem;
mod sequence;

use std::path::Path;

use ledger::Ledger;

pub use issue::{Draft, Issued, Outcome, Stage};
pub use lookup::FoundIssue;
pub use number::{Dated, DocumentNumber, NumberEntry};
pub use package::Package;
pub use paper::{MONTHLY, Paper, compared};
pub use problem::RegisterProblem;

/// What the register is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To write; nobody else can open it meanwhile. A file that is not there is begun.
    Write,
    /// To look, or to try out (`--simulasi`): a copy in memory that answers as the file
    /// would. What is written goes into the copy and is gone with it.
    Look,
}

/// The register, open. What one call writes is written wholly or not at all.
pub struct Register {
    ledger: Ledger,
}

impl Register {
    /// Opens the register of a folder.
    ///
    /// # Errors
    ///
    /// It is in use, damaged, of a newer program, no register, or cannot be reached.
    pub fn open(path: &Path, access: Access) -> Result<Register, RegisterProblem> {
        let ledger = match access {
            Access::Write => Ledger::write(path)?,
            Access::Look => Ledger::copy(path)?,
        };
        Ok(Register { ledger })
    }

    /// Does several things wholly or not at all: an error takes back what was written
    /// since, and so does being killed.
    ///
    /// # Errors
    ///
    /// That of `work`, or that what it wrote could not be kept.
    pub fn together<T, E: From<RegisterProblem>>(
        &mut self,
        work: impl FnOnce(&mut Register) -> Result<T, E>,
    ) -> Result<T, E> {
        self.ledger.begin()?;
        let done = work(self);
        let ended = self.ledger.end(done.is_ok());
        let done = done?;
        ended?;
        Ok(done)
    }
}
