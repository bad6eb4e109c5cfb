//! How we tell people: one shape for everything that is said about an input.
//!
//! A room below the desk never prints. It keeps facts in its own closed enum and
//! turns each into a [`Diagnostic`]: what was found, where, what follows from it
//! and what to do next. Many are gathered, none is lost, and their order is fixed
//! by what they speak of, never by the order in which they happened to be found.

mod code;
mod excerpt;
mod findings_sheet;
mod natural;
mod packed_text;
mod place;
mod tally;

use std::cmp::Ordering;
use std::sync::Arc;

pub use code::{Code, Level};
pub use excerpt::{Excerpt, ExcerptCell};
pub use findings_sheet::{FINDINGS_HEAD, FINDINGS_TITLE};
pub use natural::natural_order;
pub use place::{
    Cell, ColumnKey, Place, RowPlace, SheetId, SheetSource, Sources, TableSource, cell_address,
    column_letters,
};
pub use tally::{Kept, ONE_BY_ONE, Tally};

/// One thing to tell: a finding (*temuan*) about the records, or an error in a
/// file of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code of the contract; `None` for an error in a configuration file.
    pub code: Option<Code>,
    pub level: Level,
    /// The request's number as shown (*permohonan*), where it is about one.
    pub case: Option<Arc<str>>,
    /// The round (*putaran*) of that request, from 1.
    pub round: Option<u32>,
    /// The step (*langkah*) of the SOP.
    pub step: Option<u32>,
    /// What is wrong, in one line without a closing stop (*pesan*).
    pub message: String,
    /// What follows from it, what is and is not affected (*akibat*).
    pub consequence: String,
    /// What to do next (*saran*).
    pub advice: String,
    /// Where it is seen, the most telling place first.
    pub places: Vec<Place>,
    /// How many of its kind it stands for, itself among them: beyond one, for all those
    /// of its column that are not told one by one.
    pub stands_for: u32,
}

impl Diagnostic {
    /// A finding with the level that its code has.
    pub fn finding(code: Code, message: impl Into<String>) -> Self {
        Self {
            code: Some(code),
            level: code.level(),
            case: None,
            round: None,
            step: None,
            message: fitted(message),
            consequence: String::new(),
            advice: String::new(),
            places: Vec::new(),
            stands_for: 1,
        }
    }

    /// An error in a file of the office (`tertib.toml`, an SOP, a calendar): it has
    /// no code, and the command that needs the file cannot be done.
    pub fn error(message: impl Into<String>) -> Self {
        Self {
            code: None,
            level: Level::Kesalahan,
            case: None,
            round: None,
            step: None,
            message: message.into(),
            consequence: String::new(),
            advice: String::new(),
            places: Vec::new(),
            stands_for: 1,
        }
    }

    /// It stands for the rest of its kind, which are of many requests.
    pub fn set_for_the_rest(&mut self, count: u32) {
        self.stands_for = count;
        if count > 1 {
            (self.case, self.round, self.step) = (None, None, None);
        }
    }

    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    pub fn consequence(mut self, text: impl Into<String>) -> Self {
        self.consequence = fitted(text);
        self
    }

    pub fn advice(mut self, text: impl Into<String>) -> Self {
        self.advice = fitted(text);
        self
    }

    pub fn of_case(mut self, number: &Arc<str>, round: Option<u32>, step: Option<u32>) -> Self {
        self.case = Some(Arc::clone(number));
        self.round = round;
        self.step = step;
        self
    }
}

/// Words of a finding in no more room than they need: there may be a hundred thousand.
fn fitted(text: impl Into<String>) -> String {
    let mut text = text.into();
    text.shrink_to_fit();
    text
}

/// Sorts as the contract says (section 7): those without a request first, then by
/// request in natural order, round, step, code and place.
pub fn sort(diagnostics: &mut [Diagnostic], sources: &Sources) {
    // What is equal by all of this is the same to whoever reads it.
    diagnostics.sort_unstable_by(|a, b| compare(a, b, sources));
}

fn compare(a: &Diagnostic, b: &Diagnostic, sources: &Sources) -> Ordering {
    let case = match (&a.case, &b.case) {
        (Some(x), Some(y)) => natural_order(x, y),
        (x, y) => x.is_some().cmp(&y.is_some()),
    };
    case.then_with(|| a.round.cmp(&b.round))
        .then_with(|| a.step.cmp(&b.step))
        .then_with(|| a.code.cmp(&b.code))
        .then_with(|| {
            let left = a.places.iter().map(|place| sources.order_key(place));
            left.cmp(b.places.iter().map(|place| sources.order_key(place)))
        })
        .then_with(|| a.message.cmp(&b.message))
}
