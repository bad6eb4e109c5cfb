//! What an office may choose about a run (*opsi*, *laporan*).

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use toml::de::DeValue;

use super::as_of;
use super::located::Located;
use super::paper::Signing;
use super::problem::{Expected, Fault};
use super::table::Table;
use super::value::Value;

/// How the check code of a paper is printed (*kode_cek*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CheckCode {
    #[default]
    Text,
    Qr,
    No,
}

/// How executors are named in the monthly report (`[laporan] pelaksana`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExecutorNaming {
    /// Initials: a report needs no more of a person than that.
    #[default]
    Initials,
    Name,
}

/// How the minutes of a letter for many people are made (*bast*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Handover {
    /// One for all of them; whoever asked signs, and where they are many each signs for
    /// themselves in an annex.
    #[default]
    PerLetter,
    /// One for each who gets an access.
    PerRecipient,
}

impl Handover {
    pub fn is_apart(self) -> bool {
        self == Handover::PerRecipient
    }
}

/// The choices of `[opsi]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The moment of which every run in this folder speaks (*per*), in the office's zone.
    pub as_of: Option<NaiveDateTime>,
    /// A duration as written (*batas_tunggu*); the calendar reads it.
    pub wait_limit: Option<Located<String>>,
    pub check_code: CheckCode,
    /// Whether the lembar hasil verifikasi has the arithmetic of its steps as an annex
    /// (*lampiran_hitungan*).
    pub arithmetic_annex: bool,
    /// The number or name of the main procedure, where the office has several.
    pub main_sop: Option<Located<String>>,
    /// How papers are signed (*ttd*), where `[tanda_tangan]` says nothing of the kind.
    pub signing: Signing,
    pub handover: Handover,
}

impl Options {
    pub(super) fn read(table: Table<'_>) -> Options {
        let codes = [("teks", CheckCode::Text), ("qr", CheckCode::Qr), ("tidak", CheckCode::No)];
        let handovers =
            [("per_surat", Handover::PerLetter), ("per_penerima", Handover::PerRecipient)];
        let options = Options {
            as_of: table.value("per").and_then(|value| moment(&value)),
            wait_limit: table.text("batas_tunggu"),
            check_code: table.choice("kode_cek", &codes).unwrap_or_default(),
            arithmetic_annex: table.flag("lampiran_hitungan").unwrap_or_default(),
            main_sop: table.text("sop"),
            handover: table.choice("bast", &handovers).unwrap_or_default(),
            signing: table.choice("ttd", &Signing::NAMES).unwrap_or_default(),
        };
        table.finish();
        options
    }
}

impl ExecutorNaming {
    pub(super) fn read(table: Table<'_>) -> ExecutorNaming {
        let ways = [("inisial", ExecutorNaming::Initials), ("nama", ExecutorNaming::Name)];
        let naming = table.choice("pelaksana", &ways).unwrap_or_default();
        table.finish();
        naming
    }
}

/// A moment as text, or as TOML writes dates and times itself.
fn moment(value: &Value<'_>) -> Option<NaiveDateTime> {
    let written = match value.raw() {
        DeValue::Datetime(written) => written,
        _ => {
            let text = value.text(Expected::Moment)?;
            let moment = as_of::parse(&text.value);
            if moment.is_none() {
                value.note(text.position(), Fault::NotAMoment { written: text.value });
            }
            return moment;
        }
    };
    let Some(date) = written.date else { return value.wrong_type(Expected::Moment) };
    if written.offset.is_some() {
        value.note(value.position(), Fault::OffsetInMoment);
        return None;
    }
    let (month, day) = (u32::from(date.month), u32::from(date.day));
    let date = NaiveDate::from_ymd_opt(i32::from(date.year), month, day)?;
    let time = match written.time {
        Some(time) => {
            let second = time.second.unwrap_or(0).min(59);
            NaiveTime::from_hms_opt(
                u32::from(time.hour),
                u32::from(time.minute),
                u32::from(second),
            )?
        }
        None => NaiveTime::from_hms_opt(23, 59, 59)?,
    };
    Some(date.and_time(time))
}
