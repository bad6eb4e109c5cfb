//! `tertib register`: the agenda book, from outside.

use std::fs;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;

use crate::cli::folder::{Folder, is_as_kept};
use crate::office::{Office, step};
use crate::papers::opened::Opened;

/// Minutes and reports with numbers of the register; one request is under way.
fn office() -> Office {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n";
    Office::new().toml(crate::papers::OFFICE).toml(toml)
}

fn made() -> Folder {
    let folder = office().kept("P-1").kept("P-2").kept_up_to("P-3", step(5)).folder();
    folder.tertib(&["buat"]).ends_with(0);
    folder
}

fn book(folder: &Folder, more: &[&str]) -> Value {
    folder.tertib(&[&["register", "--format", "json"], more].concat()).ends_with(0).json()
}

/// The numbers of minutes: place, number, date, state and notes.
fn minutes(told: &Value) -> Vec<String> {
    let sequences = told["hasil"]["urutan"].as_array().expect("sequences").iter();
    let minutes = sequences.filter(|one| one["jenis"] == "berita-acara");
    let lines = minutes.flat_map(|one| one["nomor"].as_array().expect("lines").clone());
    let line = |line: Value| {
        let text = |key: &str| line[key].as_str().unwrap_or("-").to_owned();
        let notes = line["catatan"].as_array().expect("notes").iter();
        let notes: Vec<&str> = notes.map(|note| note.as_str().expect("a note")).collect();
        let [number, date, state] = ["nomor", "tanggal", "keadaan"].map(text);
        format!("{} {number} {date} {state} {}", line["urut"], notes.join("; "))
            .trim_end()
            .to_owned()
    };
    lines.map(line).collect()
}

#[test]
fn the_book_tells_each_number_with_what_became_of_it() {
    let folder = made();
    folder
        .tertib(&[
            "nomor",
            "batal",
            "berita-acara",
            "SDM-TI.01.01-BA-002",
            "--alasan",
            "salah =ketik",
        ])
        .ends_with(0);
    folder.tertib(&["nomor", "isi", "P-3", "berita-acara", "AG/77"]).ends_with(2);
    folder.tertib(&["buat"]).ends_with(0);
    let kept = folder.conversation(&[
        &["register"],
        &["register", "--bulan", "2024-06"],
        &["register", "--bulan", "2023-01"],
        &["register", "--bulan", "2024-06", "--format", "json"],
    ]);
    is_as_kept("register", &kept);
}

#[test]
fn an_office_without_a_number_has_an_empty_book() {
    let kept = Folder::office().conversation(&[&["register"], &["register", "--format", "json"]]);
    is_as_kept("register_kosong", &kept);
    assert!(!Folder::office().path("register.db").exists());
}

#[test]
fn a_paper_of_a_numbered_kind_that_went_out_without_a_number_is_in_the_book() {
    let office = Office::new().toml("[opsi]\nper = \"2024-07-01 08:00\"\n").kept("P-1");
    let folder = office.folder();
    folder.tertib(&["buat"]).ends_with(0);
    assert_eq!(minutes(&book(&folder, &[])), ["null - 2024-06-03 tanpa_nomor"]);
}

#[test]
fn a_late_entry_is_told_when_its_number_is_given_and_in_the_book() {
    let first = office().kept("P-1").folder();
    first.tertib(&["buat"]).ends_with(0);
    let later = |office: Office| {
        let office = office.request("P-0").signed(
            "P-0",
            step(6),
            "Rabu 29/05/2024 09.00",
            "Rabu 29/05/2024 09.10",
        );
        let folder = office.kept("P-1").without_minutes().folder();
        fs::copy(first.path("register.db"), folder.path("register.db")).unwrap();
        folder
    };
    let folder = later(office());
    let tried = folder.tertib(&["buat", "berita-acara", "--simulasi"]);
    let told = folder.tertib(&["buat", "berita-acara"]);
    let note = "nomor SDM-TI.01.01-BA-002 catatannya menyusul";
    assert!(told.err.contains(note) && tried.err.contains(note), "{}", told.whole());
    is_as_kept("register_menyusul", &told.err);
    assert_eq!(
        minutes(&book(&folder, &[])),
        [
            "1 SDM-TI.01.01-BA-001 2024-06-03 berlaku",
            "2 SDM-TI.01.01-BA-002 2024-05-29 berlaku catatannya menyusul: bertanggal lebih awal \
             daripada nomor SDM-TI.01.01-BA-001 (3 Juni 2024)",
        ]
    );
    let again = folder.tertib(&["buat", "berita-acara"]);
    assert!(!again.err.contains("menyusul"), "{}", again.err);
}

#[test]
fn a_number_that_papers_of_two_kinds_bear_is_noted_on_both() {
    let folder = office().kept("P-1").kept("P-2").folder();
    folder.tertib(&["buat", "berita-acara"]).ends_with(0);
    for (request, number) in [("P-1", "sdm-ti.01.01-ba-001"), ("P-2", "SDM-TI.01.01-BA-0022")] {
        folder.tertib(&["nomor", "isi", request, "laporan-kegiatan", number]).ends_with(0);
    }
    let noted = [
        "1 SDM-TI.01.01-BA-001 2024-06-03 berlaku bernomor sama dengan laporan-kegiatan P-1",
        "2 SDM-TI.01.01-BA-002 2024-06-03 berlaku",
    ];
    assert_eq!(minutes(&book(&folder, &[])), noted);
    let screen = folder.tertib(&["register"]).ends_with(0).out;
    assert!(screen.contains("bernomor sama dengan berita-acara P-1"), "{screen}");
    let void = ["nomor", "batal", "laporan-kegiatan", "sdm-ti.01.01-ba-001", "--alasan", "keliru"];
    folder.tertib(&void).ends_with(0);
    let alone = minutes(&book(&folder, &[]));
    assert!(alone.iter().all(|line| line.ends_with(" berlaku")), "{alone:?}");
}

#[test]
fn two_kinds_whose_numbers_were_all_given_elsewhere_may_have_a_book_each() {
    let folder = Office::new().toml("[opsi]\nper = \"2024-07-01 08:00\"\n").kept("P-1").folder();
    for kind in ["berita-acara", "laporan-kegiatan"] {
        folder.tertib(&["nomor", "isi", "P-1", kind, "12"]).ends_with(0);
    }
    let told = minutes(&book(&folder, &[]));
    assert_eq!(told, ["null 12 - belum_dibuat diberikan di luar register"]);
}

#[test]
fn the_book_as_a_workbook_holds_the_same_lines_and_text_stays_text() {
    let folder = made();
    folder
        .tertib(&["nomor", "batal", "berita-acara", "SDM-TI.01.01-BA-002", "--alasan", "=1+1"])
        .ends_with(0);
    folder.tertib(&["register", "--simpan-ke", "agenda.xlsx"]).ends_with(0);
    let bytes = fs::read(folder.path("agenda.xlsx")).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes.clone())).unwrap();
    let sheet = workbook.worksheet_range("Buku Agenda").unwrap();
    let told = book(&folder, &[]);
    let lines: usize = told["hasil"]["urutan"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["nomor"].as_array().unwrap().len())
        .sum();
    assert_eq!(sheet.height(), lines + 1);
    let holds =
        |text: &str| sheet.used_cells().any(|(_, _, cell)| cell == &Data::String(text.to_owned()));
    assert!(holds("SDM-TI.01.01-BA-001") && holds("dibatalkan: =1+1"));
    // The same again is the same file; another month does not replace the whole book.
    let again = folder.tertib(&["register", "--simpan-ke", "agenda.xlsx"]).ends_with(0);
    assert!(again.out.starts_with("tidak berubah: "), "{}", again.out);
    folder.tertib(&["register", "--bulan", "2024-06", "--simpan-ke", "agenda.xlsx"]).ends_with(2);
    assert!(fs::read(folder.path("agenda.xlsx")).unwrap() == bytes);
}

#[test]
fn a_report_stands_in_the_book_by_the_name_of_its_month() {
    let folder = made();
    folder.tertib(&["laporan", "--bulan", "2024-06"]).ends_with(0);
    let screen = folder.tertib(&["register"]).ends_with(0).out;
    folder.tertib(&["register", "--simpan-ke", "agenda.pdf"]).ends_with(0);
    let pdf = Opened::new(&fs::read(folder.path("agenda.pdf")).unwrap());
    let line = "SDM-TI.01.01-LB-001 30 Juni 2024 bulan Juni 2024 berlaku";
    assert!(screen.contains("bulan Juni 2024") && pdf.says(line), "{screen}\n{}", pdf.text());
    // What is said of a sequence stands under its heading, on one page with it.
    assert!(pdf.says("Laporan Bulanan, 2024 Nomor urut 1 sampai 1; tidak ada yang terlewat."));
    // Programs read the month as they do elsewhere.
    let told = book(&folder, &[]);
    let reports = told["hasil"]["urutan"].as_array().unwrap().iter();
    let reports = reports.filter(|one| one["jenis"] == "laporan-bulanan").collect::<Vec<_>>();
    assert_eq!(reports[0]["nomor"][0]["permohonan"], "2024-06");
}

#[test]
fn the_book_on_paper_tells_every_number() {
    let folder = made();
    let tried =
        folder.tertib(&["register", "--simpan-ke", "agenda.pdf", "--simulasi"]).ends_with(0);
    assert!(tried.out.contains("akan dicetak") && !folder.path("agenda.pdf").exists());
    folder.tertib(&["register", "--simpan-ke", "agenda.pdf"]).ends_with(0);
    let pdf = Opened::new(&fs::read(folder.path("agenda.pdf")).unwrap());
    assert_eq!(pdf.title(), "Buku Agenda");
    for sequence in book(&folder, &[])["hasil"]["urutan"].as_array().unwrap() {
        for line in sequence["nomor"].as_array().unwrap() {
            for key in ["nomor", "untuk", "permohonan"] {
                let text = line[key].as_str().unwrap_or_default();
                assert!(pdf.says(text), "{text}");
            }
        }
    }
}

#[test]
fn what_is_not_ours_or_was_changed_by_hand_is_not_replaced() {
    let folder = made().with("lain.xlsx", "isi orang").with("lain.pdf", "%PDF-1.7 isi orang");
    for name in ["lain.xlsx", "lain.pdf"] {
        let told = folder.tertib(&["register", "--simpan-ke", name]).ends_with(2);
        assert!(told.err.contains("sudah ada dan bukan"), "{}", told.err);
        assert!(fs::read_to_string(folder.path(name)).unwrap().ends_with("isi orang"));
    }
    folder.tertib(&["register", "--simpan-ke", "tanpa-ujung"]).ends_with(2);
    let sheet = |author: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let properties = rust_xlsxwriter::DocProperties::new().set_title("Buku Agenda");
        book.set_properties(&properties.set_author(author));
        book.add_worksheet();
        book.save_to_buffer().unwrap()
    };
    let folder =
        folder.with("orang.xlsx", sheet("Sekretaris")).with("tertib.xlsx", sheet("tertib"));
    folder.tertib(&["register", "--simpan-ke", "orang.xlsx"]).ends_with(2);
    let told = folder.tertib(&["register", "--simpan-ke", "tertib.xlsx"]).ends_with(0);
    assert!(told.out.contains("menggantikan"), "{}", told.out);
}

#[test]
fn a_wrong_pattern_is_told_with_its_line_and_column() {
    let toml = "[instansi]\nnama = \"Kantor\"\n[penomoran]\ncara = \"register\"\n[penomoran.pola]\n\
                berita-acara = \"BA-{urutt}/{tahun}\"\nlaporan-kegiatan = \"LK-{tahun}\"\n";
    let folder = Folder::empty().with("tertib.toml", toml);
    let told = folder.tertib(&["register"]).ends_with(2);
    is_as_kept("register_pola_salah", &told.err);
}
