//! A mark in what was read, to go back to: a sheet that is read once more, a workbook
//! that breaks its reader half-way.

use super::Intake;

/// How much had been read.
pub(super) struct Mark {
    requests: usize,
    sign_offs: usize,
    staff: usize,
    attendees: usize,
    items: usize,
    problems: usize,
    rows: usize,
}

impl Mark {
    pub(super) fn of(intake: &Intake) -> Self {
        Self {
            requests: intake.requests.len(),
            sign_offs: intake.sign_offs.len(),
            staff: intake.staff.len(),
            attendees: intake.attendees.len(),
            items: intake.items.len(),
            problems: intake.problems.len(),
            rows: intake.rows.len(),
        }
    }

    pub(super) fn undo(&self, intake: &mut Intake) {
        intake.requests.truncate(self.requests);
        intake.sign_offs.truncate(self.sign_offs);
        intake.staff.truncate(self.staff);
        intake.attendees.truncate(self.attendees);
        intake.items.truncate(self.items);
        intake.problems.truncate(self.problems);
        intake.rows.truncate(self.rows);
    }
}
