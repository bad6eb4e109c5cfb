//! The same stories written into sheets and read back: what is wrong in a cell is told
//! where it is read (D02, D03, D09), and the verdicts are those that the judge gives.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use tertib::calendar::{SECONDS_OF_WORKING_DAY, WorkingCalendar};
use tertib::check::{self, Records, Rules};
use tertib::intake::{self, HeadMap, InputFile};
use tertib::records::folder_name;
use tertib::sop::{Definition, Versions};

use super::account::{self, Account, Found};
use super::days::FLEXIBLE;
use super::story::{Deed, NUMBER, Person, Says, Story, Time, staff_in_toml, written_day};
use super::{chance, judge};

/// Of so many stories: reading costs more than telling.
const STORIES: u64 = 300;

/// A cell that is no moment.
const UNREADABLE: &str = "tidak terbaca";

fn cell(time: Time) -> String {
    match time {
        Time::Unreadable => UNREADABLE.to_owned(),
        _ => time.written(),
    }
}

fn sign_offs(story: &Story) -> String {
    let mut text = "nomor_permohonan;langkah;pelaksana;mulai;selesai;dijadwalkan;hasil;alasan;\
                    aplikasi;penerima;paraf\n"
        .to_owned();
    for deed in &story.deeds {
        let Deed { step, application, recipient, .. } = deed;
        let says = match deed.says {
            Says::Nothing => "",
            Says::Yes => "Y",
            Says::No => "T",
            Says::Refused => "Ditolak",
        };
        let reason = if deed.reason { "Data belum lengkap" } else { "" };
        let paraf = if deed.initialled { "v" } else { "" };
        let [from, to, planned] = [deed.started, deed.ended, deed.planned].map(cell);
        let who = deed.who.name();
        let _ = writeln!(
            text,
            "{NUMBER};{step};{who};{from};{to};{planned};{says};{reason};{application};{recipient};{paraf}"
        );
    }
    text
}

fn requests(story: &Story) -> String {
    let mut text = "nomor_permohonan;putaran;nama_pemohon;unit_kerja;aplikasi;peran;jenis;\
                    nomor_surat;tanggal_surat;diterima_tim;tanggal_batal\n"
        .to_owned();
    let rows = std::iter::once((1, story.written_on, &story.letter))
        .chain(story.corrected.iter().map(|(day, letter)| (2, *day, letter)));
    for (round, day, letter) in rows {
        let who = story.applicant.name();
        let number = if letter.number { "S-1" } else { "" };
        let date = if letter.date { written_day(day) } else { String::new() };
        let (reached, cancelled) = match round {
            1 => (story.reached_team.written(), story.cancelled.written()),
            _ => Default::default(),
        };
        let kind = story.kind;
        let _ = writeln!(
            text,
            "{NUMBER};{round};{who};Sekretariat;SIMPEG;Operator;{kind};{number};{date};{reached};{cancelled}"
        );
    }
    text
}

fn staff() -> String {
    let [head, member] = [Person::Ketua, Person::Anggota].map(Person::name);
    format!("nama;jabatan;peran\n{head};;ketua_tim\n{member};;anggota_tim\n")
}

/// What reading has to tell of a row.
fn of_reading(deed: &Deed) -> Vec<Found> {
    let times = [deed.started, deed.ended, deed.planned];
    let unreadable = times.iter().filter(|time| **time == Time::Unreadable);
    let mut found: Vec<&str> = unreadable.map(|_| "D03").collect();
    if times.iter().all(|time| time.is_empty()) {
        found.push("D02");
    }
    if deed.started.earliest().zip(deed.ended.latest()).is_some_and(|(from, to)| from > to) {
        found.push("D09");
    }
    found.into_iter().map(|code| (code, None, Some(deed.step))).collect()
}

/// What the program reads and makes of the sheets.
fn read(story: &Story, room: &Path) -> Account {
    let sheets = [
        ("permohonan.csv", requests(story)),
        ("kendali.csv", sign_offs(story)),
        ("pegawai.csv", staff()),
    ];
    let files = sheets.map(|(name, text)| {
        std::fs::write(room.join(name), text).expect("a sheet");
        InputFile { path: room.join(name), name: format!("data/{name}").into() }
    });
    let toml = format!("[instansi]\nnama = \"Pusat Contoh\"\n{}", staff_in_toml());
    let office = tertib::office::Office::parse("tertib.toml", &toml).expect("an office");
    let sop = Definition::builtin().expect("the built-in SOP");
    let versions = Versions::only(sop.clone());
    let own = story.flexible.then_some(("kalender.toml", FLEXIBLE));
    let calendar = WorkingCalendar::load(own).expect("a calendar");
    let heads = HeadMap::default();
    let read = intake::read(
        &files,
        &intake::Rules { sop: &versions, zone: office.zone, heads: &heads, applications: &[] },
    );
    let minutes = format!("{} berita acara.pdf", folder_name(NUMBER));
    let records = Records {
        requests: read.requests,
        sign_offs: read.sign_offs,
        staff: read.staff,
        attachments: story.minutes.then(|| minutes.into()).into_iter().collect(),
        ..Records::default()
    };
    let rules = Rules {
        sop: &sop,
        versions: &versions,
        calendar: &calendar,
        office: &office,
        as_of: story.as_of,
        wait_limit: SECONDS_OF_WORKING_DAY,
    };
    let judged = check::check(records, &read.sources, &rules);
    let told = judged.findings.iter().map(|told| (told.code().name(), told.round, told.step));
    // D15 notes how a date was read, and these dates are read as they were told.
    let of_cells = read.problems.iter().filter(|told| told.code().name() != "D15");
    let of_cells = of_cells.map(|told| (told.code().name(), None, told.about.step));
    let case = judged.cases.iter().find(|one| &*one.case.number == NUMBER).expect("the request");
    account::of_judged(case, told.chain(of_cells).collect())
}

#[test]
fn a_story_written_into_sheets_is_read_and_judged_as_it_was_told() {
    let room = tempfile::TempDir::new().expect("a folder for the test");
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..STORIES {
        let story = chance::story(seed);
        let mut judged = judge::judge(&story);
        let of_reading: Vec<Found> = story.deeds.iter().flat_map(of_reading).collect();
        of_reading.iter().for_each(|found| *seen.entry(found.0).or_default() += 1);
        judged.found.extend(of_reading);
        judged.found.sort_unstable();
        let program = read(&story, room.path());
        let apart = account::apart(&program, &judged);
        assert!(program == judged, "story {seed}: {}\n{apart}", super::shown(&story));
    }
    println!("{seen:?}");
    for code in ["D02", "D03", "D09"] {
        assert!(seen.get(code).is_some_and(|count| *count >= 10), "{code} is scarce: {seen:?}");
    }
}
