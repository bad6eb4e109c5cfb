//! The whole reading path over any bytes: whatever a file holds, reading it ends, in
//! records and findings, and each finding has its words.
//!
//! The first byte says under which ending the rest lies in the folder; what the file
//! is, is told by the rest itself. A panic of the library is caught, as in the
//! program, and no memory is bounded here but by libFuzzer (`-rss_limit_mb`).

#![no_main]

use std::cell::RefCell;
use std::fs;
use std::sync::{LazyLock, Once};

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use tertib_fuzz::intake::{self, HeadMap, InputFile, Rules};
use tertib_fuzz::office::Zone;
use tertib_fuzz::sop::{Definition, Versions};

const ENDINGS: [&str; 6] = ["xlsx", "xlsb", "xls", "ods", "csv", "txt"];
static SOP: LazyLock<Definition> = LazyLock::new(|| Definition::builtin().expect("the SOP"));
static VERSIONS: LazyLock<Versions> = LazyLock::new(|| Versions::only(SOP.clone()));
static QUIET: Once = Once::new();

thread_local! {
    static FOLDER: RefCell<TempDir> = RefCell::new(tempfile::tempdir().expect("a folder"));
}

fuzz_target!(|bytes: &[u8]| {
    // libFuzzer ends at any panic; those that the reading path catches are none.
    QUIET.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    let Some((ending, bytes)) = bytes.split_first() else { return };
    let ending = ENDINGS[usize::from(*ending) % ENDINGS.len()];
    FOLDER.with_borrow(|folder| {
        let path = folder.path().join(format!("berkas.{ending}"));
        fs::write(&path, bytes).expect("written");
        let file = InputFile { path, name: "data/berkas".into() };
        let (heads, applications) = (HeadMap::default(), &[]);
        let rules = Rules { sop: &VERSIONS, zone: Zone::Wib, heads: &heads, applications };
        let intake = intake::read(&[file], &rules);
        for problem in intake.problems {
            let told = problem.diagnostic(&SOP);
            assert!(!told.message.is_empty());
        }
    });
});
