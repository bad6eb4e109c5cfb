//! How long a year of requests takes to read and check, against what calamine alone
//! needs to read the same cells; and whether ten times the rows take ten times the time.
//!
//! `cargo bench` prints seconds of the least of several runs. Nothing here passes or
//! fails: what is too slow is for people to see.

#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "a benchmark asks the clock and prints what it says"
)]

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

const OFFICE: &str = "[instansi]\nnama = \"Kantor Uji\"\n[opsi]\nper = \"2024-12-31\"\n\
    [[pegawai]]\nnama = \"Ratih Maheswari\"\nperan = \"ketua_tim\"\n\
    [[pegawai]]\nnama = \"Yoga Pradana\"\nperan = \"anggota_tim\"\n";

/// Start and end of each step, in minutes after 07.30 of the request's first day.
const STEPS: [(u32, u32, u32, &str); 8] = [
    (1, 0, 10, ""),
    (2, 15, 25, "Ratih Maheswari"),
    (3, 30, 55, "Yoga Pradana"),
    (4, 60, 85, "Yoga Pradana"),
    (5, 90, 260, "Yoga Pradana"),
    (6, 330, 344, "Yoga Pradana"),
    (7, 350, 365, "Yoga Pradana"),
    (8, 370, 380, "Ratih Maheswari"),
];

const SYLLABLES: [&str; 10] = ["ra", "ti", "su", "wi", "yo", "ka", "ma", "di", "nu", "sa"];
const POSTS: [&str; 5] = [
    "Pranata Komputer Ahli Muda",
    "Analis Sumber Daya Manusia Aparatur Ahli Pertama",
    "Arsiparis Ahli Muda",
    "Perencana Ahli Madya",
    "Pengolah Data dan Informasi",
];
const SYSTEMS: [&str; 5] =
    ["SIMPEG", "SPARK", "Sistem Informasi Penilaian Kompetensi", "e-Kinerja", "SIASN"];
const ROLES: [&str; 4] = ["Operator", "Verifikator", "Admin satuan kerja", "Asesor"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    println!(
        "{:>10} {:>9} {:>12} {:>11} {:>9} {:>6} {:>10}",
        "permohonan", "berkas MB", "sel demi sel", "lembar utuh", "tertib s", "kali", "memori MB"
    );
    for requests in [1_000, 10_000, 100_000] {
        let office = office(folder.path(), requests)?;
        let book = office.join("data/semua.xlsx");
        let bare = least(5, || read_bare(&book))?;
        let whole_sheets = least(5, || read_sheets(&book))?;
        let (whole, memory) = least_run(if requests > 10_000 { 2 } else { 5 }, &office)?;
        println!(
            "{requests:>10} {:>9.1} {:>12.3} {:>11.3} {:>9.3} {:>6.2} {:>10}",
            std::fs::metadata(&book)?.len() as f64 / 1e6,
            bare.as_secs_f64(),
            whole_sheets.as_secs_f64(),
            whole.as_secs_f64(),
            whole.as_secs_f64() / bare.as_secs_f64(),
            memory.map_or("-".to_owned(), |kilobytes| format!("{:.0}", kilobytes as f64 / 1000.0)),
        );
    }
    Ok(())
}

fn office(below: &Path, requests: u32) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let office = below.join(requests.to_string());
    std::fs::create_dir_all(office.join("data"))?;
    std::fs::write(office.join("tertib.toml"), OFFICE)?;
    workbook(requests)?.save(office.join("data/semua.xlsx"))?;
    Ok(office)
}

/// The requests of a year and their sign-offs, as an office that keeps the SOP has them.
fn workbook(requests: u32) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let sheet = book.add_worksheet();
    sheet.set_name("Permohonan")?;
    let heads = [
        "No. Permohonan",
        "Tgl Diterima",
        "No. Surat",
        "Tgl Surat",
        "Nama Pemohon",
        "NIP",
        "Jabatan",
        "Unit Kerja",
        "Aplikasi",
        "Peran",
        "Jenis",
        "ID Akun",
        "Keterangan",
    ];
    for (column, head) in (0..).zip(heads) {
        sheet.write_string(0, column, head)?;
    }
    for request in 0..requests {
        let row = request + 1;
        let (given, family) = names(request);
        let account = format!("{given}.{family}.{request}@kantor.example").to_lowercase();
        let texts = [
            (0, format!("P-{request:06}")),
            (2, format!("SDM.5-UM.01.01-{}", scattered(request, 90_000))),
            (4, applicant(request)),
            (5, nip(request)),
            (6, one_of(&POSTS, request)),
            (7, format!("Kantor Wilayah {}", scattered(request, 33))),
            (8, one_of(&SYSTEMS, request)),
            (9, one_of(&ROLES, request)),
            (10, "baru".to_owned()),
            (11, account),
            (12, format!("telepon 0812{:08}", scattered(request, 99_999_999))),
        ];
        for (column, text) in texts {
            sheet.write_string(row, column, text)?;
        }
        sheet.write_datetime_with_format(row, 1, &at(request, 0)?, &moment)?;
        sheet.write_datetime_with_format(row, 3, &at(request, 0)?, &moment)?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name("Kendali")?;
    let heads = [
        "No. Permohonan",
        "Langkah",
        "Pelaksana",
        "Mulai",
        "Selesai",
        "Hasil",
        "Paraf",
        "Keterangan",
    ];
    for (column, head) in (0..).zip(heads) {
        sheet.write_string(0, column, head)?;
    }
    let mut row = 1;
    for request in 0..requests {
        for (step, from, to, actor) in STEPS {
            sheet.write_string(row, 0, format!("P-{request:06}"))?;
            sheet.write_number(row, 1, step)?;
            let actor = if actor.is_empty() { applicant(request) } else { actor.to_owned() };
            sheet.write_string(row, 2, actor)?;
            let later = scattered(8 * request + step, 4);
            sheet.write_datetime_with_format(row, 3, &at(request, from + later)?, &moment)?;
            sheet.write_datetime_with_format(row, 4, &at(request, to + later)?, &moment)?;
            if step == 3 {
                sheet.write_string(row, 5, "Y")?;
            }
            sheet.write_string(row, 6, "v")?;
            if step % 3 == 2 {
                let note = format!("nota dinas ND-{}", scattered(8 * request + step, 90_000));
                sheet.write_string(row, 7, note)?;
            }
            row += 1;
        }
    }
    Ok(book)
}

fn applicant(request: u32) -> String {
    let (given, family) = names(request);
    format!("{given} {family}, S.Kom.")
}

/// Most of the ten thousand are called like no other.
fn names(request: u32) -> (String, String) {
    let part = |number: u32| {
        let syllables = number.to_string().into_bytes();
        let syllables = syllables.iter().map(|digit| SYLLABLES[usize::from(digit - b'0')]);
        let name = syllables.collect::<String>();
        name[..1].to_uppercase() + &name[1..]
    };
    (part(scattered(request, 900) + 100), part(scattered(request + 7, 900) + 100))
}

fn nip(request: u32) -> String {
    let (year, month, day) = (1965 + request % 30, 1 + request % 12, 1 + request % 28);
    format!("{year}{month:02}{day:02}201505{}{:03}", 1 + request % 2, 1 + scattered(request, 998))
}

fn one_of(list: &[&str], request: u32) -> String {
    list[scattered(request, list.len() as u32) as usize].to_owned()
}

/// A number below `below` that tells nothing of the request before it.
fn scattered(request: u32, below: u32) -> u32 {
    (u64::from(request).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1) >> 33) as u32
        % below
}

/// A moment on a working day of July to September 2024, Mondays to Thursdays.
fn at(request: u32, minutes: u32) -> Result<ExcelDateTime, XlsxError> {
    let minute = 7 * 60 + 30 + minutes + scattered(request, 5);
    let (week, weekday) = (scattered(request, 10), request % 4);
    // 1 July 2024 was a Monday.
    let day = ExcelDateTime::from_ymd(2024, 7, 1)?.to_excel() + f64::from(7 * week + weekday);
    ExcelDateTime::from_serial_datetime(day + f64::from(minute) / 1440.0)
}

/// Every cell once, as calamine streams them.
fn read_bare(path: &Path) -> Result<Duration, Box<dyn std::error::Error>> {
    let start = Instant::now();
    let mut book: Xlsx<BufReader<File>> = Xlsx::new(BufReader::new(File::open(path)?))?;
    let mut filled = 0_u64;
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name)?;
        while let Some(cell) = cells.next_cell()? {
            filled += u64::from(!matches!(cell.get_value(), DataRef::Empty));
        }
    }
    std::hint::black_box(filled);
    Ok(start.elapsed())
}

/// Every sheet as a whole, as most programs use calamine.
fn read_sheets(path: &Path) -> Result<Duration, Box<dyn std::error::Error>> {
    let start = Instant::now();
    let mut book: Xlsx<BufReader<File>> = Xlsx::new(BufReader::new(File::open(path)?))?;
    for name in book.sheet_names() {
        std::hint::black_box(book.worksheet_range(&name)?);
    }
    Ok(start.elapsed())
}

fn least(
    runs: u32,
    run: impl Fn() -> Result<Duration, Box<dyn std::error::Error>>,
) -> Result<Duration, Box<dyn std::error::Error>> {
    let mut least = Duration::MAX;
    for _ in 0..runs {
        least = least.min(run()?);
    }
    Ok(least)
}

/// `tertib periksa` as a whole program, and the most memory that it took, where the
/// system tells.
fn least_run(
    runs: u32,
    office: &Path,
) -> Result<(Duration, Option<u64>), Box<dyn std::error::Error>> {
    let mut memory = None;
    let time = least(runs, || {
        let start = Instant::now();
        tertib(office).output()?;
        Ok(start.elapsed())
    })?;
    let mut measured = Command::new("/usr/bin/time");
    measured.args(["-f", "%M"]).arg(env!("CARGO_BIN_EXE_tertib"));
    measured.arg("--folder").arg(office).arg("periksa");
    if let Ok(output) = measured.output() {
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        memory = told.lines().rev().find_map(|line| line.trim().parse().ok());
    }
    Ok((time, memory))
}

fn tertib(office: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertib"));
    command.arg("--folder").arg(office).arg("periksa");
    command
}
