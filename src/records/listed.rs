//! Rows of the two lists that an office may keep beside its requests and sign-offs: who
//! attended the tutorial (*peserta*), and what was verified (*butir verifikasi*). They
//! are printed on papers; no verdict rests on them.

use chrono::NaiveDate;

use super::{Reading, Text, Written};
use crate::diagnostic::RowPlace;

/// One who attended, or was to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendeeRow {
    pub place: RowPlace,
    /// The request's number as written.
    pub number: Written<Text>,
    pub name: Reading<Text>,
    pub nip: Reading<Text>,
    pub unit: Reading<Text>,
    pub date: Reading<NaiveDate>,
    /// Whether they were there (*hadir*).
    pub present: Reading<bool>,
}

/// One thing that the verification looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    pub place: RowPlace,
    /// The request's number as written.
    pub number: Written<Text>,
    /// The round that it was looked for in; empty means 1.
    pub round: Reading<u32>,
    pub item: Reading<Text>,
    /// Whether it was there (*ada*).
    pub found: Reading<bool>,
    pub remark: Reading<Text>,
}
