//! An office's folder that a test fills in a few words, and what the program says there.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use serde_json::Value;
use tempfile::TempDir;

/// An office with three members of staff, judged as of one moment.
const OFFICE: &str = r#"[instansi]
nama = "Kantor Contoh"

[[pegawai]]
nama = "Ratih Maheswari"
peran = "ketua_tim"

[[pegawai]]
nama = "Yoga Pradana"
peran = "anggota_tim"

[opsi]
per = "2024-06-28 08:00"
"#;

/// Heads of a sheet of requests.
pub const REQUESTS: [&str; 8] = [
    "No. Permohonan",
    "Nama Pemohon",
    "Unit Kerja",
    "Aplikasi",
    "Peran",
    "No. Surat",
    "Tanggal Surat",
    "Tanggal Diterima",
];
/// Heads of a sheet of sign-offs.
pub const SIGN_OFFS: [&str; 7] =
    ["No. Permohonan", "Langkah", "Pelaksana", "Mulai", "Selesai", "Hasil", "Paraf"];

/// The row of a request by that number.
pub fn request(number: &str) -> Vec<&str> {
    let rest =
        ["Sekar Ayu", "Bidang Contoh", "SIMPEG", "Operator", "B-1", "24/06/2024", "24/06/2024"];
    [&[number][..], &rest].concat()
}

/// The row of a sign-off: number, step, who, start, end, decision.
pub fn signed<'a>(
    number: &'a str,
    step: &'a str,
    who: &'a str,
    [started, ended]: [&'a str; 2],
    decision: &'a str,
) -> Vec<&'a str> {
    vec![number, step, who, started, ended, decision, "v"]
}

/// What a run said, whole.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Told {
    pub fn of(output: Output) -> Told {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is told is UTF-8");
        Told { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("JSON on stdout")
    }

    /// All of it, as it is kept beside the tests.
    pub fn whole(&self) -> String {
        let mut text = String::new();
        for (name, said) in [("stdout", &self.out), ("stderr", &self.err)] {
            if !said.is_empty() {
                let open = if said.ends_with('\n') { "" } else { "⏎ tidak ada\n" };
                write!(text, "[{name}]\n{said}{open}").expect("a text grows");
            }
        }
        let status = self.status.map_or("mati".to_owned(), |status| status.to_string());
        format!("{text}[status {status}]\n")
    }

    /// The exit status, with all that was said where it is another.
    pub fn ends_with(self, status: i32) -> Told {
        assert_eq!(self.status, Some(status), "{}", self.whole());
        self
    }
}

/// The program, in an environment that says nothing of who runs the tests.
pub fn program(here: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tertib"));
    program.current_dir(here);
    for name in ["NO_COLOR", "COLUMNS", "LINES", "CLICOLOR_FORCE", "TZ"] {
        program.env_remove(name);
    }
    program.env("TERM", "xterm");
    program
}

/// What the program says in a folder of the repository.
pub fn in_repository(arguments: &[&str]) -> Told {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Told::of(program(root).args(arguments).output().expect("the program starts"))
}

/// The same in `samples/kantor`, which is only read.
pub fn in_sample(arguments: &[&str]) -> Told {
    in_repository(&[&["--folder", "samples/kantor"], arguments].concat())
}

/// Compares with what is kept in `tests/snapshots/`.
pub fn is_as_kept(name: &str, said: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, said));
}

/// Name, heads and rows of a sheet.
pub type Sheet<'a> = (&'a str, &'a [&'a str], &'a [Vec<&'a str>]);

/// The folder of an office, gone when the test is over.
pub struct Folder {
    room: TempDir,
}

impl Folder {
    /// A folder with nothing in it, not even a tertib.toml.
    pub fn empty() -> Folder {
        Folder { room: TempDir::new().expect("a folder for the test") }
    }

    /// An office without a workbook.
    pub fn office() -> Folder {
        Folder::empty().with("tertib.toml", OFFICE)
    }

    /// An office with a request that is under way and another that waits since.
    pub fn small() -> Folder {
        let yoga = "Yoga Pradana";
        let sign_offs = [
            signed("A-1", "2", "Ratih Maheswari", ["25/06/2024 08.00", "25/06/2024 08.10"], ""),
            signed("A-1", "3", yoga, ["25/06/2024 08.20", "25/06/2024 09.05"], "Y"),
            signed("A-1", "4", yoga, ["", "25/06/2024 09.30"], ""),
            signed("A-2", "3", yoga, ["26/06/2024", "26/06/2024"], "Y"),
        ];
        let requests = [request("A-1"), request("A-2")];
        Folder::office()
            .book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &requests)])
            .book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &sign_offs)])
    }

    /// A file with this text.
    pub fn with(self, name: &str, text: impl AsRef<[u8]>) -> Folder {
        let place = self.path(name);
        fs::create_dir_all(place.parent().expect("a folder above")).expect("a folder");
        fs::write(place, text).expect("a file can be written");
        self
    }

    /// A workbook of these sheets. Every cell is text.
    pub fn book(self, name: &str, sheets: &[Sheet<'_>]) -> Folder {
        let mut book = Workbook::new();
        // The same rows are the same bytes, whenever the test runs.
        let made = ExcelDateTime::from_ymd(2024, 6, 1).expect("a day");
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        for (sheet, heads, rows) in sheets {
            let page = book.add_worksheet();
            page.set_name(*sheet).expect("a name of a sheet");
            let lines = std::iter::once(heads.to_vec()).chain(rows.iter().cloned());
            for (row, line) in (0..).zip(lines) {
                for (column, text) in (0..).zip(line) {
                    page.write_string(row, column, text).expect("a cell");
                }
            }
        }
        self.with(name, book.save_to_buffer().expect("a workbook"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.room.path().join(name)
    }

    /// The program, started in this folder or in one below it.
    pub fn program(&self, below: &str) -> Command {
        program(&self.path(below))
    }

    /// What the program says here; the folder's own name is the test's, not the office's.
    pub fn tertib(&self, arguments: &[&str]) -> Told {
        self.tertib_below("", arguments)
    }

    pub fn tertib_below(&self, below: &str, arguments: &[&str]) -> Told {
        let output = self.program(below).args(arguments).output().expect("the program starts");
        let told = Told::of(output);
        let room = self.room.path().to_string_lossy().into_owned();
        let nameless = |text: &str| text.replace(&room, "[folder]");
        Told { out: nameless(&told.out), err: nameless(&told.err), ..told }
    }

    /// Runs one command line after the other and keeps all that was said.
    pub fn conversation(&self, lines: &[&[&str]]) -> String {
        let mut kept = String::new();
        for arguments in lines {
            let shown: Vec<String> = arguments.iter().map(|word| typed(word)).collect();
            let whole = self.tertib(arguments).whole();
            let line = format!("$ tertib {}", shown.join(" "));
            write!(kept, "{}\n{whole}\n", line.trim_end()).expect("a text grows");
        }
        kept
    }
}

/// A word of the command line as one would type it.
fn typed(word: &str) -> String {
    if word.is_empty() || word.contains([' ', '$', '<']) {
        format!("\"{word}\"")
    } else {
        word.to_owned()
    }
}
