//! A row of a workbook as a package keeps it: each value with the cell it came from.
//!
//! A value is kept as it was understood (dates as RFC 3339 writes them, a NIP as text);
//! a cell that holds something which could not be used is kept without a value. Empty
//! cells are not kept.

use chrono::NaiveDate;
use serde::Serialize;

use crate::diagnostic::{Cell, RowPlace, Sources};
use crate::office::Zone;
use crate::records::{
    Decision, Paraf, Reading, RequestField, RequestRow, SignOff, SignOffField, StepRef,
};

/// One row: where it stands and what it says.
#[derive(Debug, Clone, Serialize)]
pub(super) struct WrittenRow {
    file: String,
    lembar: String,
    /// As Excel counts rows, from one.
    baris: u64,
    sel: Vec<WrittenCell>,
}

#[derive(Debug, Clone, Serialize)]
struct WrittenCell {
    kolom: &'static str,
    nilai: Option<String>,
    sel: Option<String>,
}

impl WrittenRow {
    pub fn of_request(row: &RequestRow, sources: &Sources, zone: Zone) -> Self {
        use RequestField as P;
        let mut cells = Cells::default();
        for field in P::ALL.iter().copied() {
            let key = field.key();
            match field {
                P::NomorPermohonan => cells.text(key, &row.number.value, row.number.cell),
                P::Putaran => cells.reading(key, &row.round, |round| round.to_string()),
                P::Jenis => cells.reading(key, &row.kind, |kind| kind.name().to_owned()),
                P::TanggalSurat => cells.reading(key, &row.letter_date, day),
                P::TanggalDiterima => cells.reading(key, &row.received, |at| at.rfc3339(zone)),
                P::DiterimaTim => {
                    cells.reading(key, &row.received_by_team, |at| at.rfc3339(zone));
                }
                P::BerlakuSampai => cells.reading(key, &row.valid_until, day),
                P::TanggalBatal => cells.reading(key, &row.cancelled, |at| at.rfc3339(zone)),
                _ => {
                    if let Some(written) = row.text(field) {
                        cells.text(key, &written.value, written.cell);
                    }
                }
            }
        }
        Self::at(row.place, cells, sources)
    }

    pub fn of_sign_off(row: &SignOff, sources: &Sources, zone: Zone) -> Self {
        use SignOffField as K;
        let mut cells = Cells::default();
        for field in K::ALL.iter().copied() {
            let key = field.key();
            match field {
                K::NomorPermohonan => cells.text(key, &row.number.value, row.number.cell),
                K::Langkah => match row.step {
                    StepRef::Known(no, cell) => cells.text(key, &no.to_string(), cell),
                    StepRef::Unknown(cell) => cells.add(key, None, Some(cell)),
                },
                K::Pelaksana => cells.reading(key, &row.actor, |name| name.to_string()),
                K::NipPelaksana => cells.reading(key, &row.actor_nip, |nip| nip.to_string()),
                K::Mulai => cells.reading(key, &row.started, |at| at.rfc3339(zone)),
                K::Selesai => cells.reading(key, &row.ended, |at| at.rfc3339(zone)),
                K::Dijadwalkan => cells.reading(key, row.planned(), |at| at.rfc3339(zone)),
                K::Hasil => cells.reading(key, &row.decision, |hasil| decision(*hasil).to_owned()),
                K::Paraf => match row.paraf {
                    Paraf::NoColumn => {}
                    Paraf::Signed(cell) => cells.text(key, "ada", cell),
                    Paraf::Unsigned(cell) => cells.text(key, "tidak ada", cell),
                },
                _ => {
                    if let Some(written) = row.text(field) {
                        cells.text(key, &written.value, written.cell);
                    }
                }
            }
        }
        Self::at(row.place, cells, sources)
    }

    fn at(place: RowPlace, cells: Cells, sources: &Sources) -> Self {
        let source = sources.sheet(place.sheet);
        let name = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            file: name(source.map(|source| &*source.file)),
            lembar: name(source.map(|source| &*source.sheet)),
            baris: u64::from(place.row) + 1,
            sel: cells.0,
        }
    }

    /// The workbook that the row stands in, relative to the office's folder.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What the row says wherever it stands: a row that only moved is the same.
    pub fn says(&self) -> String {
        let cells = self.sel.iter().map(|cell| match &cell.nilai {
            Some(value) => format!("{}={value}\u{1f}", cell.kolom),
            None => format!("{}?\u{1f}", cell.kolom),
        });
        cells.collect()
    }
}

#[derive(Default)]
struct Cells(Vec<WrittenCell>);

impl Cells {
    fn add(&mut self, kolom: &'static str, nilai: Option<String>, cell: Option<Cell>) {
        self.0.push(WrittenCell { kolom, nilai, sel: cell.map(Cell::address) });
    }

    fn text(&mut self, key: &'static str, value: &str, cell: Cell) {
        self.add(key, Some(value.to_owned()), Some(cell));
    }

    fn reading<T>(
        &mut self,
        key: &'static str,
        reading: &Reading<T>,
        text: impl FnOnce(&T) -> String,
    ) {
        match reading {
            Reading::Empty => {}
            Reading::Known(written) => {
                self.add(key, Some(text(&written.value)), Some(written.cell));
            }
            Reading::Unusable(cell) => self.add(key, None, Some(*cell)),
        }
    }
}

fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Ya => "Y",
        Decision::Tidak => "T",
        Decision::Ditolak => "Ditolak",
    }
}

fn day(day: &NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}
