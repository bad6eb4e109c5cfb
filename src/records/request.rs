//! A row of the requests (*permohonan*, step 1): one access asked for.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Moment, Reading, RequestField, Text, Written, says_no};
use crate::diagnostic::RowPlace;
use crate::sop::ProcedureId;

/// What a request asks for (*jenis*). The SOP says to which kinds it applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestKind {
    Baru,
    Perubahan,
    Pencabutan,
}

impl RequestKind {
    pub const ALL: [RequestKind; 3] =
        [RequestKind::Baru, RequestKind::Perubahan, RequestKind::Pencabutan];

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            RequestKind::Baru => "baru",
            RequestKind::Perubahan => "perubahan",
            RequestKind::Pencabutan => "pencabutan",
        }
    }
}

/// One row of a request. Rows with the same number and round are one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRow {
    pub place: RowPlace,
    /// The request's number as first written.
    pub number: Written<Text>,
    /// The round that the row speaks of; empty means 1.
    pub round: Reading<u32>,
    /// The procedure that the row goes by, where a column (*sop*), the title of the table
    /// or the name of the sheet says so.
    pub procedure: Reading<ProcedureId>,
    /// Empty means `baru`: the SOP is of the granting of access. Where the procedure is
    /// said, it means the first kind that it is for.
    pub kind: Reading<RequestKind>,
    pub letter_date: Reading<NaiveDate>,
    /// When the letter was received by the office (*tanggal_diterima*).
    pub received: Reading<Moment>,
    /// When it reached the team (*diterima_tim*): step 2 waits from here.
    pub received_by_team: Reading<Moment>,
    pub valid_until: Reading<NaiveDate>,
    pub cancelled: Reading<Moment>,
    /// All other columns, in the order of [`RequestField`]; empty cells are absent.
    pub texts: Vec<(RequestField, Written<Text>)>,
    /// A kesalahan was reported on a cell of this row: the verdict on the request
    /// cannot be that all was kept.
    pub flawed: bool,
}

impl RequestRow {
    /// The round that the row speaks of; empty, or unreadable, means 1.
    pub fn round(&self) -> u32 {
        self.round.value().copied().unwrap_or(1)
    }

    /// Whether the verification clearly refused what the row asks for.
    pub fn is_refused(&self) -> bool {
        self.text_value(RequestField::HasilVerifikasi).is_some_and(|text| says_no(text))
    }

    /// The day of receipt: *tanggal_diterima*, else *tanggal_surat*.
    pub fn received_on(&self) -> Option<NaiveDate> {
        self.received
            .value()
            .map(|moment| moment.date())
            .or_else(|| self.letter_date.value().copied())
    }

    pub fn text(&self, field: RequestField) -> Option<&Written<Text>> {
        self.texts
            .binary_search_by_key(&field, |(field, _)| *field)
            .ok()
            .and_then(|at| self.texts.get(at))
            .map(|(_, written)| written)
    }

    pub fn text_value(&self, field: RequestField) -> Option<&Arc<str>> {
        self.text(field).map(|written| &written.value)
    }
}
