//! A request as a story that both the program and the slow judge are told.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::days::{FLEXIBLE, Minutes};
use crate::office::{ANGGOTA, Checked, KETUA, Office, PEMOHON, step};

pub const NUMBER: &str = "P-1";

/// What stands in a cell of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    Empty,
    Unreadable,
    Day(NaiveDate),
    At(NaiveDateTime),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    Ketua,
    Anggota,
    Pemohon,
    /// Nobody knows her.
    Asing,
    /// Of the team until the middle of 2025, then its head until the end of 2026.
    Pindah,
    /// Writes *Pemohon* instead of a name.
    TanpaNama,
}

pub const DEWI: &str = "Dewi Lestari";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    Nothing,
    Yes,
    No,
    Refused,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub step: u32,
    pub who: Person,
    pub started: Time,
    pub ended: Time,
    pub planned: Time,
    pub says: Says,
    pub reason: bool,
    pub application: &'static str,
    pub recipient: &'static str,
    pub initialled: bool,
}

/// A row of the requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub number: bool,
    pub date: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    pub kind: &'static str,
    pub applicant: Person,
    pub written_on: NaiveDate,
    pub letter: Letter,
    /// The corrected letter of the second round.
    pub corrected: Option<(NaiveDate, Letter)>,
    pub reached_team: Time,
    pub cancelled: Time,
    pub minutes: bool,
    /// The office has flexible hours.
    pub flexible: bool,
    pub as_of: NaiveDateTime,
    pub deeds: Vec<Deed>,
}

impl Story {
    /// The hours of its office.
    pub fn minutes_of_days(&self, firm: bool) -> Minutes {
        Minutes { firm, flexible: self.flexible }
    }
}

impl Time {
    pub fn is_empty(self) -> bool {
        self == Time::Empty
    }

    pub fn earliest(self) -> Option<NaiveDateTime> {
        match self {
            Time::At(at) => Some(at),
            Time::Day(day) => Some(day.and_time(NaiveTime::MIN)),
            Time::Empty | Time::Unreadable => None,
        }
    }

    pub fn latest(self) -> Option<NaiveDateTime> {
        match self {
            Time::At(at) => Some(at),
            Time::Day(day) => day.and_hms_opt(23, 59, 59),
            Time::Empty | Time::Unreadable => None,
        }
    }

    pub fn day(self) -> Option<NaiveDate> {
        self.earliest().map(|at| at.date())
    }

    /// As a clerk of a story writes it.
    pub fn written(self) -> String {
        match self {
            Time::Empty => String::new(),
            Time::Unreadable => "?".to_owned(),
            Time::Day(day) => written_day(day),
            Time::At(at) => format!("{} {}", written_day(at.date()), at.format("%H.%M.%S")),
        }
    }
}

pub fn written_day(day: NaiveDate) -> String {
    let names = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
    let weekday = names[chrono::Datelike::weekday(&day).num_days_from_monday() as usize];
    format!("{weekday} {}", day.format("%d/%m/%Y"))
}

impl Person {
    pub fn name(self) -> &'static str {
        match self {
            Person::Ketua => KETUA,
            Person::Anggota => ANGGOTA,
            Person::Pemohon => PEMOHON,
            Person::Asing => "Sinta Maharani",
            Person::Pindah => DEWI,
            Person::TanpaNama => "Pemohon",
        }
    }

    /// On the staff list, with whatever role.
    pub fn is_listed(self) -> bool {
        matches!(self, Person::Ketua | Person::Anggota | Person::Pindah)
    }

    /// The role that a person held on a day.
    pub fn role(self, on: NaiveDate) -> Option<&'static str> {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        match self {
            Person::Ketua => Some("ketua_tim"),
            Person::Anggota => Some("anggota_tim"),
            Person::Pindah if on <= day(2025, 6, 30) => Some("anggota_tim"),
            Person::Pindah if on <= day(2026, 12, 31) => Some("ketua_tim"),
            _ => None,
        }
    }
}

/// Roles of the one who moves, as tertib.toml gives them.
const STAFF: &str = "[[pegawai]]\nnama = \"Dewi Lestari\"\nperan = \"anggota_tim\"\n\
                     berlaku_sampai = 2025-06-30\n\
                     [[pegawai]]\nnama = \"Dewi Lestari\"\nperan = \"ketua_tim\"\n\
                     berlaku_dari = 2025-07-01\nberlaku_sampai = 2026-12-31\n";

/// Who is not in the office when, and why: on days on which stories like to begin.
pub const AWAY: [(Person, &str, &str, &str); 7] = [
    (Person::Anggota, "2024-03-08", "2024-03-13", "cuti"),
    (Person::Ketua, "2024-04-05", "2024-04-17", "WFA"),
    (Person::Anggota, "2025-01-24", "2025-01-31", "dinas luar"),
    (Person::Ketua, "2025-03-27", "2025-03-27", "cuti"),
    (Person::Pindah, "2025-12-31", "2026-01-05", "cuti"),
    (Person::Anggota, "2026-02-18", "2026-02-23", "WFA"),
    (Person::Ketua, "2026-12-31", "2027-01-04", "dinas luar"),
];

/// All of tertib.toml that tells of people.
pub fn staff_in_toml() -> String {
    let one = |(who, from, until, why): &(Person, &str, &str, &str)| {
        let name = who.name();
        format!(
            "[[tidak_di_kantor]]\nnama = \"{name}\"\ndari = {from}\nsampai = {until}\njenis = \"{why}\"\n"
        )
    };
    STAFF.to_owned() + &AWAY.iter().map(one).collect::<String>()
}

/// What the program makes of a story.
pub fn tell(story: &Story) -> Checked {
    let mut office = Office::new().toml(&staff_in_toml());
    let rows = std::iter::once((1, story.written_on, &story.letter))
        .chain(story.corrected.iter().map(|(day, letter)| (2, *day, letter)));
    for (round, day, letter) in rows {
        let date = if letter.date { written_day(day) } else { String::new() };
        office = office
            .request(NUMBER)
            .with("putaran", if round == 1 { "" } else { "2" })
            .with("nama_pemohon", story.applicant.name())
            .with("jenis", story.kind)
            .with("nomor_surat", if letter.number { "S-1" } else { "" })
            .with("tanggal_surat", &date);
        if round == 1 {
            office = office
                .with("diterima_tim", &story.reached_team.written())
                .with("tanggal_batal", &story.cancelled.written());
        }
    }
    if story.flexible {
        office = office.calendar(FLEXIBLE);
    }
    if !story.minutes {
        office = office.without_minutes();
    }
    for deed in &story.deeds {
        let says = match deed.says {
            Says::Nothing => "",
            Says::Yes => "Y",
            Says::No => "T",
            Says::Refused => "Ditolak",
        };
        office = office
            .signed(NUMBER, step(deed.step), &deed.started.written(), &deed.ended.written())
            .by(deed.who.name())
            .decided(says)
            .with("dijadwalkan", &deed.planned.written())
            .with("alasan", if deed.reason { "Data belum lengkap" } else { "" })
            .with("aplikasi", deed.application)
            .with("penerima", deed.recipient)
            .with("paraf", if deed.initialled { "v" } else { "" });
    }
    office.as_of(&Time::At(story.as_of).written()).check()
}
