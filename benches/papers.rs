//! What two hundred berita acara of two pages cost, against pages of the same content
//! that the PyPI package `typst` sets by a template written the straightforward way
//! (`berita_acara.py`, `berita_acara.typ`); and whether ten times the papers take more
//! memory.
//!
//! Every paper is PDF/A-3a and PDF/UA-1, carries its record and bears a QR code.
//! `cargo bench --bench papers` prints the least of several runs; `NASKAH=20000` makes
//! the long run longer. Nothing here passes or fails.

#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "a benchmark asks the clock and prints what it says"
)]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use chrono::DateTime;
use serde_json::{Value, json};
use tertib::press::{Attachment, Edition, Pictures, Press, PrintJob, Templates, qr_code, read_pdf};

type Outcome<T> = Result<T, Box<dyn Error>>;

const PAPERS: usize = 200;
const RUNS: usize = 5;

/// The argument by which the benchmark starts itself to print by the library alone.
const PRESS_ALONE: &str = "--cetak-saja";

const OFFICE: &str = r#"
[instansi]
nama = "Pusat Contoh"
kop = ["KEMENTERIAN CONTOH", "BADAN PENGEMBANGAN CONTOH", "PUSAT CONTOH"]
alamat = "Jalan Contoh Nomor 1, Depok"
telepon = "(021) 555-0100"
laman = "https://contoh.example"
email = "pusat@contoh.example"
kota = "Depok"
kode_unit = "SDM"

[[pejabat]]
jabatan = "Kepala Pusat Contoh"
nama = "Hendra Wiryawan, S.H., M.Si."
nip = "197002021995021902"

[[pegawai]]
nama = "Ratna Kusumastuti, S.Kom., M.T."
nip = "198003032005032903"
jabatan = "Ketua Tim Kerja Pengelolaan Sistem Informasi"
peran = "ketua_tim"

[[pegawai]]
nama = "Bagus Adinata, S.Kom."
nip = "198805052012051905"
jabatan = "Pranata Komputer Ahli Muda"
peran = "anggota_tim"

[penomoran]
cara = "register"
[penomoran.pola]
berita-acara = "{kode_unit}-{urut}"

[tanda_tangan.berita-acara]
mengetahui = "Kepala Pusat Contoh"
tembusan = ["Arsip"]

[opsi]
kode_cek = "qr"
per = "2024-12-31"
"#;

/// Start and end of each step.
const STEPS: [(u32, &str, &str, &str); 7] = [
    (2, "08.20", "08.30", "Ratna Kusumastuti, S.Kom., M.T."),
    (3, "08.40", "09.00", "Bagus Adinata, S.Kom."),
    (4, "09.10", "09.30", "Bagus Adinata, S.Kom."),
    (5, "09.40", "11.40", "Bagus Adinata, S.Kom."),
    (6, "13.00", "13.10", "Bagus Adinata, S.Kom."),
    (7, "13.20", "13.30", "Bagus Adinata, S.Kom."),
    (8, "13.40", "13.50", "Ratna Kusumastuti, S.Kom., M.T."),
];

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, asked, folder] = arguments.as_slice()
        && asked == PRESS_ALONE
    {
        return print_alone(Path::new(folder));
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("naskah");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let office = office(&folder.join("kantor"), PAPERS)?;
    println!("{:<34} {:>7} {:>7} {:>10}", "", "CPU s", "jam s", "memori MB");
    let issued = least("tertib buat berita-acara", || fresh(&office), || issue(&office))?;
    let papers = records(&office, &folder.join("catatan"))?;
    least("tertib, mesin cetak saja", || Ok(()), || alone(&papers))?;
    let reference = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/berita_acara.py");
    let mut python = Command::new("python3");
    if !matches!(python.args(["-c", "import typst"]).output(), Ok(tried) if tried.status.success())
    {
        println!("paket typst untuk Python tidak ada: pembanding dilewatkan");
    } else {
        let straightforward = || {
            let mut command = Command::new("python3");
            command.arg(&reference).arg(&papers);
            command
        };
        let set = least("python, paket typst", || Ok(()), straightforward)?;
        println!(
            "tertib terhadap paket itu: CPU {:.2}, jam {:.2}",
            issued.cpu / set.cpu,
            issued.clock / set.clock
        );
    }
    let many = std::env::var("NASKAH").ok().and_then(|many| many.parse().ok()).unwrap_or(2_000);
    let office = self::office(&folder.join("kantor-besar"), many)?;
    let label = format!("tertib, {many} naskah");
    println!("{}", measured(&issue(&office))?.line(&label));
    Ok(())
}

fn office(folder: &Path, papers: usize) -> Outcome<PathBuf> {
    fs::create_dir_all(folder.join("data"))?;
    fs::write(folder.join("tertib.toml"), OFFICE)?;
    let mut requests = "No. Permohonan;Tgl Diterima;No. Surat;Tgl Surat;Nama Pemohon;NIP;Jabatan;\
                        Unit Kerja;Aplikasi;Peran;Jenis;ID Akun;Berlaku s.d.\n"
        .to_owned();
    let mut sign_offs = "No. Permohonan;Langkah;Pelaksana;Mulai;Selesai;Hasil;Paraf\n".to_owned();
    for paper in 1..=papers {
        // A week without a holiday.
        let day = ["03/06/2024", "04/06/2024", "05/06/2024", "06/06/2024", "07/06/2024"]
            .get(paper % 5)
            .copied()
            .unwrap_or("10/06/2024");
        for access in 0..10 + paper % 6 {
            let system = ["SIMPEG", "SPARK", "Sistem Informasi Penilaian Kompetensi", "e-Kinerja"]
                .get((paper + access) % 4)
                .copied()
                .unwrap_or("SIMPEG");
            let role = ["Operator", "Verifikator", "Admin satuan kerja"]
                .get(access % 3)
                .copied()
                .unwrap_or("Operator");
            writeln!(
                requests,
                "P-{paper:06};{day} 08.00;SDM.5-UM.01.01-{paper};{day};Pemohon Ke-{paper}, S.H.;\
                 19860926201505{:04};Pranata Komputer Ahli Muda;Kantor Wilayah Contoh {};{system};\
                 {role} {access};baru;pemohon{paper}.{access}@kantor.example;31/12/2025",
                1000 + paper % 9000,
                paper % 33,
            )?;
        }
        for (step, from, to, actor) in STEPS {
            let decision = if step == 3 { "Y" } else { "" };
            writeln!(
                sign_offs,
                "P-{paper:06};{step};{actor};{day} {from};{day} {to};{decision};v"
            )?;
        }
    }
    fs::write(folder.join("data/permohonan.csv"), requests)?;
    fs::write(folder.join("data/kendali.csv"), sign_offs)?;
    Ok(folder.to_owned())
}

/// As it was before anything was issued.
fn fresh(office: &Path) -> Outcome<()> {
    let _ = fs::remove_dir_all(office.join("hasil"));
    for file in ["register.db", "register.db-wal", "register.db-shm", "register.db-journal"] {
        let _ = fs::remove_file(office.join(file));
    }
    Ok(())
}

fn issue(office: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertib"));
    command.arg("--folder").arg(office).args(["--senyap", "buat", "berita-acara"]);
    command
}

fn alone(papers: &Path) -> Command {
    let program = std::env::current_exe().unwrap_or_default();
    let mut command = Command::new(program);
    command.arg(PRESS_ALONE).arg(papers);
    command
}

/// Takes the records out of the papers that were issued, and lays down, one file a
/// paper, what the press and the other program print from.
fn records(office: &Path, folder: &Path) -> Outcome<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut files = Vec::new();
    pdfs(&office.join("hasil"), &mut files)?;
    files.sort();
    println!("{} naskah", files.len());
    for (at, file) in files.iter().enumerate() {
        let parts = read_pdf(&fs::read(file)?, None).map_err(|fault| format!("{fault:?}"))?;
        let (_, record) = parts.attachments.first().ok_or("tanpa catatan")?;
        let record: Value = serde_json::from_slice(record)?;
        let code = format!("BA-{at:06}-ABCD-EFGH-JKLM-NPQR");
        let data = json!({
            "catatan": record,
            "kertas": "A4",
            "bernomor": true,
            "ttd": "basah",
            "pihak_pertama_di": "kanan",
            "cek": { "kode": code, "qr": qr_code(&code) },
        });
        fs::write(folder.join(format!("{at:06}.json")), serde_json::to_vec(&data)?)?;
    }
    Ok(folder.to_owned())
}

fn pdfs(folder: &Path, found: &mut Vec<PathBuf>) -> Outcome<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pdfs(&path, found)?;
        } else if path.extension().is_some_and(|end| end == "pdf") {
            found.push(path);
        }
    }
    Ok(())
}

/// Prints all papers of a folder by the press, on all cores, and writes none.
fn print_alone(folder: &Path) -> Outcome<()> {
    let mut templates = Templates::built_in();
    // As they stand now: a change of a template is measured without building the program.
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"))? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && name.ends_with(".typ")
        {
            templates.put(name, fs::read(&path)?).map_err(|told| format!("{told:?}"))?;
        }
    }
    let press = Press::new(&templates).map_err(|told| format!("{told:?}"))?;
    let mut jobs = Vec::new();
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files = files.collect::<Outcome<Vec<PathBuf>>>()?;
    files.sort();
    for path in files {
        let data: Value = serde_json::from_slice(&fs::read(&path)?)?;
        let record = data.get("catatan").ok_or("tanpa catatan")?.to_string();
        jobs.push(PrintJob {
            template: "berita-acara.typ".to_owned(),
            edition: Edition {
                title: format!("Berita Acara Serah Terima Hak Akses – P-{:06}", jobs.len() + 1),
                date: DateTime::parse_from_rfc3339("2024-06-03T00:00:00+07:00")?,
                ident: path.display().to_string(),
                attachment: Some(Attachment {
                    name: "berita-acara.json".to_owned(),
                    content: record.into_bytes(),
                    mime: "application/json".to_owned(),
                    description: "Data yang dicetak pada naskah ini".to_owned(),
                }),
            },
            data,
            pictures: Pictures::default(),
        });
    }
    let mut fault = None;
    let kept = std::env::var_os("SIMPAN").map(PathBuf::from);
    press.print_all(&jobs, |at, result| {
        match (result, &kept) {
            (Ok(printed), Some(kept)) => {
                let _ = fs::write(kept.join(format!("{at:06}.pdf")), printed.pdf);
            }
            (Ok(_), None) => {}
            (Err(told), _) => fault = Some(told),
        }
        fault.is_none()
    });
    fault.map_or(Ok(()), |told| Err(format!("{told:?}").into()))
}

/// What a run took.
#[derive(Debug, Clone, Copy)]
struct Taken {
    cpu: f64,
    clock: f64,
    megabytes: f64,
}

impl Taken {
    fn line(&self, label: &str) -> String {
        format!("{label:<34} {:>7.2} {:>7.2} {:>10.0}", self.cpu, self.clock, self.megabytes)
    }
}

fn least(
    label: &str,
    before: impl Fn() -> Outcome<()>,
    command: impl Fn() -> Command,
) -> Outcome<Taken> {
    let mut least = Taken { cpu: f64::MAX, clock: f64::MAX, megabytes: f64::MAX };
    for _ in 0..RUNS {
        before()?;
        let taken = measured(&command())?;
        least.cpu = least.cpu.min(taken.cpu);
        least.clock = least.clock.min(taken.clock);
        least.megabytes = least.megabytes.min(taken.megabytes);
    }
    println!("{}", least.line(label));
    Ok(least)
}

/// User CPU and memory as `time` tells them.
fn measured(command: &Command) -> Outcome<Taken> {
    let mut timed = Command::new("/usr/bin/time");
    timed.args(["-f", "terukur %U %M"]).arg(command.get_program()).args(command.get_args());
    let start = Instant::now();
    let output = timed.output()?;
    let clock = start.elapsed().as_secs_f64();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let figures = told.lines().rev().find_map(|line| line.strip_prefix("terukur "));
    let (cpu, kilobytes) = figures.and_then(|line| line.split_once(' ')).ok_or(told.clone())?;
    if !output.status.success() {
        return Err(told.into());
    }
    Ok(Taken { cpu: cpu.parse()?, clock, megabytes: kilobytes.parse::<f64>()? / 1000.0 })
}
