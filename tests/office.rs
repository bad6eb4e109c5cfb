//! The builder of an office: a story in a few words becomes records, without a workbook.
//!
//! What a test does not say is as it should be: a complete request, steps done by the
//! right people, initials, signed minutes. A test states only what deviates, in the
//! columns of the sheets: `.with("hasil", "T")`. Moments are written with their weekday,
//! "Jumat 07/06/2024 15.50", and one that does not match its date is refused, so that a
//! story cannot lie. `?` is a cell that could not be read. Rows stand in the order in
//! which they are told, from row 2 on.

#[path = "office/checked.rs"]
mod checked;
#[path = "office/folder.rs"]
mod folder;
#[path = "office/row.rs"]
mod row;
#[path = "office/sheets.rs"]
mod sheets;

use std::sync::{Arc, LazyLock};

use chrono::NaiveDateTime;
use tertib::calendar::{SECONDS_OF_WORKING_DAY, WorkingCalendar, duration};
use tertib::check::{self, Records, Rules};
use tertib::diagnostic::{self, Diagnostic};
use tertib::document::{self, Source};
use tertib::records::{Moment, folder_name};
use tertib::sop::{Definition, Versions};

pub use checked::{Checked, DuePaper};
pub use row::when;
use row::{Kind, Row};

/// Invented people: the head of the team, a member of it, and an applicant.
pub const KETUA: &str = "Hendra Wijaya";
pub const ANGGOTA: &str = "Rina Wulandari";
pub const PEMOHON: &str = "Arif Nugraha";

/// A day on which all eight steps are done in time: 210 of their 315 minutes.
const KEPT: [(u32, &str, &str); 8] = [
    (1, "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10"),
    (2, "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30"),
    (3, "Senin 03/06/2024 08.40", "Senin 03/06/2024 09.00"),
    (4, "Senin 03/06/2024 09.10", "Senin 03/06/2024 09.30"),
    (5, "Senin 03/06/2024 09.40", "Senin 03/06/2024 11.40"),
    (6, "Senin 03/06/2024 13.00", "Senin 03/06/2024 13.10"),
    (7, "Senin 03/06/2024 13.20", "Senin 03/06/2024 13.30"),
    (8, "Senin 03/06/2024 13.40", "Senin 03/06/2024 13.50"),
];

static SOP: LazyLock<Definition> = LazyLock::new(|| Definition::builtin().expect("built-in SOP"));
static CALENDAR: LazyLock<WorkingCalendar> =
    LazyLock::new(|| WorkingCalendar::load(None).expect("built-in calendar"));

/// The number of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step(pub u32);

pub fn step(no: u32) -> Step {
    Step(no)
}

#[derive(Debug, Clone)]
pub struct Office {
    toml: String,
    calendar: Option<WorkingCalendar>,
    sop: Definition,
    /// Other versions of it.
    versions: Vec<Definition>,
    as_of: Option<NaiveDateTime>,
    rows: Vec<Row>,
    /// The row that `with` and its kin speak of.
    told_last: usize,
    attachments: Vec<String>,
    file: Option<String>,
    absent: Vec<String>,
}

impl Office {
    pub fn new() -> Self {
        let office = Self {
            toml: "[instansi]\nnama = \"Pusat Contoh\"\n".to_owned(),
            calendar: None,
            sop: SOP.clone(),
            versions: Vec::new(),
            as_of: None,
            rows: Vec::new(),
            told_last: 0,
            attachments: Vec::new(),
            file: None,
            absent: Vec::new(),
        };
        office.staff(KETUA, "ketua_tim").staff(ANGGOTA, "anggota_tim")
    }

    /// More of tertib.toml, after `[instansi]`.
    pub fn toml(mut self, more: &str) -> Self {
        self.toml.push_str(more);
        self
    }

    /// The office's own kalender.toml.
    pub fn calendar(mut self, text: &str) -> Self {
        let loaded = WorkingCalendar::load(Some(("kalender.toml", text)));
        self.calendar = Some(loaded.unwrap_or_else(|told| panic!("{told:#?}")));
        self
    }

    /// Open on weekdays between two hours, without a break.
    pub fn open(self, from: &str, to: &str) -> Self {
        self.calendar(&format!(
            "[[jam_kerja]]\nhari = [\"Senin\", \"Selasa\", \"Rabu\", \"Kamis\", \"Jumat\"]\n\
             mulai = \"{from}\"\nselesai = \"{to}\"\n"
        ))
    }

    /// Another SOP; to be given before the sign-offs.
    pub fn sop(mut self, text: &str) -> Self {
        self.sop = Definition::parse("sop.toml", text).unwrap_or_else(|told| panic!("{told:#?}"));
        self
    }

    /// One more version of the SOP.
    pub fn version(mut self, text: &str) -> Self {
        let version = Definition::parse("sop.toml", text);
        self.versions.push(version.unwrap_or_else(|told| panic!("{told:#?}")));
        self
    }

    /// The moment of which the run speaks; a date alone is its end. Where none is given:
    /// the end of the last day on which something was done, so that nothing waits.
    pub fn as_of(mut self, text: &str) -> Self {
        self.as_of = Some(when(text).latest());
        self
    }

    /// Rows told from here on stand in this workbook.
    pub fn file(mut self, name: &str) -> Self {
        self.file = Some(name.to_owned());
        self
    }

    /// No sheet has this column.
    pub fn without_column(mut self, column: &str) -> Self {
        self.absent.push(column.to_owned());
        self
    }

    pub fn without_staff(mut self) -> Self {
        self.rows.retain(|row| row.kind != Kind::Pegawai);
        self
    }

    pub fn staff(self, name: &str, role: &str) -> Self {
        self.row(Kind::Pegawai, "data/pegawai.xlsx", &[("nama", name), ("peran", role)])
    }

    /// A complete request with its signed minutes; told again, one more row of it.
    pub fn request(mut self, number: &str) -> Self {
        let minutes = format!("{} berita acara.pdf", folder_name(number));
        if !self.attachments.contains(&minutes) {
            self.attachments.push(minutes);
        }
        let cells = [
            ("nomor_permohonan", number),
            ("nomor_surat", "S-21/2024"),
            ("tanggal_surat", "Senin 03/06/2024"),
            ("nama_pemohon", PEMOHON),
            ("unit_kerja", "Sekretariat"),
            ("aplikasi", "SIMPEG"),
            ("peran", "Operator"),
        ];
        self.row(Kind::Permohonan, "data/permohonan.xlsx", &cells)
    }

    pub fn without_letter(self) -> Self {
        self.with("nomor_surat", "").with("tanggal_surat", "")
    }

    pub fn attached(mut self, name: &str) -> Self {
        self.attachments.push(name.to_owned());
        self
    }

    pub fn without_minutes(mut self) -> Self {
        self.attachments.clear();
        self
    }

    /// A request of which all eight steps are done well.
    pub fn kept(self, number: &str) -> Self {
        self.kept_up_to(number, step(8))
    }

    pub fn kept_up_to(self, number: &str, last: Step) -> Self {
        self.request(number).done(number, step(1), last)
    }

    /// Steps from one to another of a request that was told before, done well.
    pub fn done(self, number: &str, first: Step, last: Step) -> Self {
        let done = KEPT.iter().filter(|(no, ..)| (first.0..=last.0).contains(no));
        done.fold(self, |office, (no, started, ended)| {
            office.signed(number, step(*no), started, ended)
        })
    }

    /// The same on the day after, as in a second round.
    pub fn done_a_day_later(self, number: &str, first: Step, last: Step) -> Self {
        let later = |at: &str| at.replace("Senin 03", "Selasa 04");
        let done = KEPT.iter().filter(|(no, ..)| (first.0..=last.0).contains(no));
        done.fold(self, |office, (no, started, ended)| {
            office.signed(number, step(*no), &later(started), &later(ended))
        })
    }

    /// A sign-off by whom the SOP wants, decided Y where it decides; an empty start is
    /// none. The request comes with it where none was told.
    pub fn signed(self, number: &str, step: Step, started: &str, ended: &str) -> Self {
        let of_number =
            |row: &Row| row.kind == Kind::Permohonan && row.text("nomor_permohonan") == number;
        let office = if self.rows.iter().any(of_number) { self } else { self.request(number) };
        let of_sop = office.sop.step(step.0);
        let actor = of_sop.and_then(|step| step.actors.first()).map_or(ANGGOTA, |role| {
            let of_applicant = office.sop.role(role).is_some_and(|role| role.applicant);
            if of_applicant {
                PEMOHON
            } else if role == "ketua_tim" {
                KETUA
            } else {
                ANGGOTA
            }
        });
        let decides = of_sop.is_some_and(|step| step.decision.is_some());
        let cells = [
            ("nomor_permohonan", number),
            ("langkah", &*step.0.to_string()),
            ("pelaksana", actor),
            ("mulai", started),
            ("selesai", ended),
            ("hasil", if decides && !ended.is_empty() { "Y" } else { "" }),
            ("paraf", "v"),
        ];
        office.row(Kind::Kendali, "data/kendali.xlsx", &cells)
    }

    fn row(mut self, kind: Kind, file: &str, cells: &[(&str, &str)]) -> Self {
        let file = self.file.clone().unwrap_or_else(|| file.to_owned());
        self.told_last = self.rows.len();
        self.rows.push(Row::new(kind, file, cells));
        self
    }

    /// Another value in a column of the row told last; an empty one is an empty cell.
    pub fn with(mut self, column: &str, value: &str) -> Self {
        self.rows[self.told_last].set(column, value);
        self
    }

    pub fn by(self, actor: &str) -> Self {
        self.with("pelaksana", actor)
    }

    pub fn decided(self, decision: &str) -> Self {
        self.with("hasil", decision)
    }

    /// Goes back to the last sign-off of a step, to say what was different about it.
    pub fn at(mut self, step: Step) -> Self {
        let found = self.rows.iter().rposition(|row| row.text("langkah") == step.0.to_string());
        self.told_last = found.expect("a sign-off of that step was told before");
        self
    }

    /// The same step at another time.
    pub fn times(self, started: &str, ended: &str) -> Self {
        self.with("mulai", started).with("selesai", ended)
    }

    /// Takes out the sign-offs of a step.
    pub fn without(mut self, step: Step) -> Self {
        self.rows.retain(|row| row.text("langkah") != step.0.to_string());
        self
    }

    pub fn check(self) -> Checked {
        let office = tertib::office::Office::parse("tertib.toml", &self.toml)
            .unwrap_or_else(|told| panic!("{told:#?}"));
        let calendar = self.calendar.as_ref().unwrap_or(&CALENDAR);
        let wait = office.options.wait_limit.as_ref();
        let wait_limit = wait.map_or(SECONDS_OF_WORKING_DAY, |written| {
            duration::parse(&written.value).expect("a batas_tunggu that is a duration")
        });
        let as_of = self.as_of.unwrap_or_else(|| self.last_day());
        let attachments = self.attachments.iter().map(|name| Arc::from(name.as_str())).collect();
        let (records, sources) = sheets::lay_out(&self.rows, &self.absent);
        let records = Records { attachments, ..records };
        let versions = self.versions();
        let rules = Rules {
            sop: &self.sop,
            versions: &versions,
            calendar,
            office: &office,
            as_of,
            wait_limit,
        };
        let judged = check::check(records, &sources, &rules);
        let mut told: Vec<Diagnostic> =
            judged.findings.iter().map(|finding| finding.diagnostic(&self.sop)).collect();
        diagnostic::sort(&mut told, &sources);
        let papers = judged
            .cases
            .iter()
            .map(|one| {
                let due = document::due(one, &rules);
                let source =
                    Source { judged: one, roster: &judged.roster, rules: &rules, photos: &[] };
                let papers = due.into_iter().map(|due| {
                    let record = document::record(&due, &source, &Default::default()).to_json();
                    let file = document::file_of(&due, one, &rules);
                    let record = serde_json::from_str(&record).expect("a record is JSON");
                    DuePaper { due, file, record }
                });
                (one.case.number.to_string(), papers.collect())
            })
            .collect();
        Checked { cases: judged.cases, told, sources, papers }
    }

    fn versions(&self) -> Versions {
        let all = std::iter::once(&self.sop).chain(&self.versions);
        let named = all.map(|version| ("sop.toml".to_owned(), version.clone()));
        Versions::in_order(named.collect(), None).unwrap_or_else(|told| panic!("{told:#?}"))
    }

    fn last_day(&self) -> NaiveDateTime {
        let written = self.rows.iter().flat_map(|row| [row.text("mulai"), row.text("selesai")]);
        let days = written.filter(|text| !matches!(*text, "" | "?")).map(|text| when(text).date());
        Moment::Day(days.max().unwrap_or_else(|| when("Senin 03/06/2024").date())).latest()
    }
}
