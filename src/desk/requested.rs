//! The request that somebody names by its number.

use super::{Examination, Refusal};
use crate::check::Judged;
use crate::diagnostic::Diagnostic;
use crate::records::{Text, comparable_number};

impl Examination {
    /// The request of that number, with its index.
    ///
    /// # Errors
    /// There is none; the nearest number is named.
    pub(super) fn requested(&self, number: &str) -> Result<(usize, &Judged), Refusal> {
        let wanted = comparable_number(number);
        let mut cases = self.cases.iter().enumerate();
        let found = cases.find(|(_, judged)| comparable_number(&judged.case.number) == wanted);
        found.ok_or_else(|| vec![self.no_request(number)])
    }

    fn no_request(&self, number: &str) -> Diagnostic {
        let told = Diagnostic::error(format!("tidak ada permohonan bernomor {number}"));
        let wanted = comparable_number(number);
        let mut near: Vec<(f64, &Text)> = self
            .cases
            .iter()
            .map(|judged| &judged.case.number)
            .map(|shown| (strsim::jaro_winkler(&wanted, &comparable_number(shown)), shown))
            .filter(|(likeness, _)| *likeness >= 0.85)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        match near.as_slice() {
            [(_, nearest), ..] => told.advice(format!("mungkin maksudnya {nearest}")),
            [] => told.advice("tulis nomornya seperti di lembar permohonan"),
        }
    }
}
