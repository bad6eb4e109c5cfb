//! Requests of which little is known: dotted lines, and nothing made up; numbers that
//! are given elsewhere; F4.

use std::sync::LazyLock;

use serde_json::Value;
use tertib::sop::PaperKind;

use super::made::Made;
use crate::office::{Office, step};

/// Nothing but what a sheet must have, no staff list, no number, F4.
pub static SPARSE: LazyLock<Made> = LazyLock::new(|| {
    let office = Office::new()
        .without_staff()
        .toml("kertas = \"F4\"\n[opsi]\nper = \"2024-07-01 08:00\"\n")
        .request("K-1")
        .done("K-1", step(2), step(8))
        .request("K-2")
        .done("K-2", step(2), step(3))
        .decided("T")
        .request("K-3")
        .done("K-3", step(2), step(5))
        .request("K-4")
        .with("tanggal_diterima", "Senin 03/06/2024")
        .without_letter()
        .done("K-4", step(2), step(6));
    Made::of(&office)
});

#[test]
fn a_page_is_f4_where_the_office_says_so_and_a4_where_it_says_nothing() {
    let offices: [(&Made, (i32, i32)); 2] = [(&SPARSE, (215, 330)), (&super::STAGES, (210, 297))];
    for (office, size) in offices {
        for (request, kind, round, _) in office.papers() {
            for page in office.paper(&request, kind, round).opened.sizes() {
                assert_eq!(page, size, "{request} {kind}");
            }
        }
    }
}

#[test]
fn a_number_that_nobody_gave_is_a_dotted_line_where_the_kind_bears_one() {
    for (request, kind) in [
        ("K-1", PaperKind::BeritaAcara),
        ("K-1", PaperKind::LaporanKegiatan),
        ("K-3", PaperKind::BeritaAcara),
        ("K-2", PaperKind::Pengembalian),
    ] {
        let paper = SPARSE.paper(request, kind, 1);
        assert_eq!(paper.number, None);
        assert!(paper.opened.says("NOMOR: ....") || paper.opened.says("Nomor: ...."), "{kind}");
    }
    assert!(!SPARSE.paper("K-1", PaperKind::Verifikasi, 1).opened.says("NOMOR:"));
}

#[test]
fn what_is_not_known_of_a_person_is_a_dotted_line() {
    let minutes = SPARSE.paper("K-1", PaperKind::BeritaAcara, 1).opened;
    for line in ["NIP: ....", "Jabatan: ....", "bertempat di ....", "NIP ...."] {
        assert!(minutes.says(line), "{line} is not in\n{}", minutes.text());
    }
    let without_letter = SPARSE.paper("K-4", PaperKind::BeritaAcara, 1).opened;
    let line = "surat permohonan nomor ....";
    assert!(without_letter.says(line), "{}", without_letter.text());
    let returned = SPARSE.paper("K-2", PaperKind::Pengembalian, 1).opened;
    assert!(returned.says("Alasan pengembalian: ...."), "{}", returned.text());
}

#[test]
fn no_paper_says_what_no_sheet_said() {
    for (request, kind, round, _) in SPARSE.papers() {
        let paper = SPARSE.paper(&request, kind, round);
        let record: Value = serde_json::from_str(&paper.record).expect("JSON");
        assert_eq!(record["nomor"], Value::Null, "{request} {kind}");
        let text = paper.opened.text();
        for word in ["none", "null", "None", "undefined", "NaN"] {
            let whole = text.split(|c: char| !c.is_alphanumeric()).any(|one| one == word);
            assert!(!whole, "{word} in {request} {kind}:\n{text}");
        }
    }
}
