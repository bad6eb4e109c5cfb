//! What is printed, compared, packed and exported of an office with two procedures: each
//! by its own.

use super::folder::{Folder, is_as_kept, signed};
use crate::papers::opened::Opened;

use super::procedures::{
    GRANT_NUMBER, RATIH, REVOCATION, REVOCATION_NUMBER, YOGA, asked, begun, office, revoked,
    with_rows,
};

#[test]
fn the_monthly_report_keeps_the_figures_of_each_procedure_apart() {
    let whole = |number: &'static str| {
        let at = |step: &'static str, from: &'static str, to: &'static str| {
            let who = if matches!(step, "2" | "8") { RATIH } else { YOGA };
            signed(number, step, who, [from, to], if step == "3" { "Y" } else { "" })
        };
        vec![
            at("2", "24/06/2024 08.00", "24/06/2024 08.10"),
            at("3", "24/06/2024 08.10", "24/06/2024 08.35"),
            at("4", "24/06/2024 08.35", "24/06/2024 08.40"),
            at("5", "24/06/2024 08.40", "24/06/2024 09.00"),
            at("6", "24/06/2024 09.00", "24/06/2024 09.05"),
            at("7", "24/06/2024 09.05", "24/06/2024 09.10"),
            at("8", "24/06/2024 09.10", "24/06/2024 09.15"),
        ]
    };
    let office = with_rows(
        office(),
        &[asked("A-1", "baru", ""), asked("C-1", "pencabutan", "")],
        &[whole("A-1"), revoked("C-1")].concat(),
    );
    office.tertib(&["--per", "2024-07-01", "laporan", "--bulan", "2024-06"]).ends_with(0);
    let page = std::fs::read_to_string(office.path("hasil/2024-06/laporan-bulanan.html"));
    let page = page.expect("the report as a page");
    for said in [
        "3. Verifikasi permohonan – SOP SDM-233-OT.02.02 TAHUN 2024",
        "2. Verifikasi – SOP SDM-234-OT.02.02 TAHUN 2024",
        "Seluruh langkah, SOP SDM-233-OT.02.02 TAHUN 2024",
        "Seluruh langkah, SOP SDM-234-OT.02.02 TAHUN 2024",
        "Semua SOP bersama-sama",
        "target satu SOP tidak berlaku bagi yang lain",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let one = with_rows(super::procedures::office(), &[asked("A-1", "baru", "")], &whole("A-1"));
    one.tertib(&["--per", "2024-07-01", "laporan", "--bulan", "2024-06"]).ends_with(0);
    let page = std::fs::read_to_string(one.path("hasil/2024-06/laporan-bulanan.html"));
    assert!(!page.expect("the report").contains("Semua SOP bersama-sama"));
}

#[test]
fn a_target_is_compared_within_its_procedure_and_each_is_printed_by_its_number() {
    let office = with_rows(
        office().with("usulan.toml", REVOCATION.replace("\"20 menit\"", "\"30 menit\"")),
        &[asked("A-1", "baru", ""), asked("C-1", "pencabutan", "")],
        &[begun("A-1"), revoked("C-1")].concat(),
    );
    let said = office.conversation(&[
        &["bandingkan", "--sop", "usulan.toml"],
        &["sop", "--cetak", "sop.pdf"],
        &["sop", "--cetak", "sop.pdf", "--nomor", "SDM-234"],
        &["sop", "--nomor", "pemberian akun", "--cetak", "sop.pdf"],
    ]);
    is_as_kept("prosedur_bandingkan", &said);
    let json = office.tertib(&["sop", "--format", "json"]).ends_with(0).json();
    let hasil = &json["hasil"];
    assert_eq!(
        (&hasil["nomor"], hasil["langkah"].as_array().map(Vec::len)),
        (&GRANT_NUMBER.into(), Some(8))
    );
    assert_eq!(hasil["prosedur_lain"][0]["nomor"], REVOCATION_NUMBER);
    let json = office.tertib(&["sop", "--nomor", "pencabutan", "--format", "json"]).json();
    assert_eq!(json["hasil"]["nomor"], REVOCATION_NUMBER);
    assert!(json["hasil"]["prosedur_lain"].is_null());
}

#[test]
fn the_report_of_a_removal_does_not_speak_of_what_was_given() {
    let office = with_rows(office(), &[asked("C-1", "pencabutan", "")], &revoked("C-1"));
    office.tertib(&["buat", "laporan-kegiatan"]).ends_with(0);
    let pdf = std::fs::read(office.path("hasil/2024-06/C-1/4-laporan-kegiatan.pdf"));
    let pdf = Opened::new(&pdf.expect("the report"));
    for words in ["kegiatan pencabutan hak akses", "Hak akses yang dicabut", REVOCATION_NUMBER] {
        assert!(pdf.says(words), "{words}\n{}", pdf.text());
    }
    assert!(!pdf.says("pemberian") && !pdf.says("diberikan"), "{}", pdf.text());
    office.tertib(&["buat", "verifikasi"]).ends_with(0);
    let pdf = std::fs::read(office.path("hasil/2024-06/C-1/2-verifikasi.pdf"));
    let pdf = Opened::new(&pdf.expect("the sheet"));
    assert!(pdf.says("Penerima memiliki akun yang dimaksud"), "{}", pdf.text());
    assert!(!pdf.says("belum memiliki akun"), "{}", pdf.text());
}

#[test]
fn a_closed_request_is_packed_with_the_number_of_its_procedure() {
    let office = with_rows(office(), &[asked("C-1", "pencabutan", "")], &revoked("C-1"));
    office.tertib(&["--per", "2024-07-01", "arsip", "simpan", "C-1"]).ends_with(0);
    let mut found = Vec::new();
    let mut folders = vec![office.path("arsip")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the archive") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "json") {
                found.push(std::fs::read_to_string(path).expect("a record"));
            }
        }
    }
    assert!(found.iter().any(|text| text.contains(REVOCATION_NUMBER)), "{found:?}");
    assert!(!found.iter().any(|text| text.contains(GRANT_NUMBER)));
}

#[test]
fn the_form_asks_which_procedure_it_is_only_where_there_are_several() {
    let columns = |office: Folder| {
        office.tertib(&["siapkan"]).ends_with(0);
        let book = std::fs::read(office.path("data/Lembar Kerja.xlsx")).expect("the form");
        let mut book: calamine::Xlsx<_> =
            calamine::open_workbook_from_rs(std::io::Cursor::new(book)).expect("a workbook");
        let of = |sheet: &str, book: &mut calamine::Xlsx<_>| {
            let range = calamine::Reader::worksheet_range(book, sheet).expect("a sheet");
            range.rows().flatten().any(|cell| cell.to_string().starts_with("SOP"))
        };
        (of("permohonan", &mut book), of("kendali", &mut book))
    };
    assert_eq!(columns(office()), (true, true));
    assert_eq!(columns(Folder::office()), (false, false));
}

#[test]
fn the_event_log_names_the_steps_and_the_procedure_of_each_request() {
    let office = with_rows(
        office(),
        &[asked("A-1", "baru", ""), asked("C-1", "pencabutan", "")],
        &[begun("A-1"), revoked("C-1")].concat(),
    );
    office.tertib(&["ekspor", "json", "--ke", "log.json"]).ends_with(0);
    let log = std::fs::read_to_string(office.path("log.json")).expect("the log");
    let log: serde_json::Value = serde_json::from_str(&log).expect("JSON");
    let cases = log["hasil"].as_array().or(log["hasil"]["permohonan"].as_array()).expect("cases");
    let told: Vec<_> = cases
        .iter()
        .map(|one| (one["sop"].as_str(), one["kejadian"][0]["kegiatan"].as_str()))
        .collect();
    assert_eq!(
        told,
        [(Some(GRANT_NUMBER), Some("Penugasan")), (Some(REVOCATION_NUMBER), Some("Verifikasi")),]
    );
    for form in ["xes", "csv"] {
        let name = format!("log.{form}");
        office.tertib(&["ekspor", form, "--ke", &name]).ends_with(0);
        let log = std::fs::read_to_string(office.path(&name)).expect("the log");
        assert!(log.contains(REVOCATION_NUMBER) && log.contains("Pencabutan akses"), "{log}");
    }
}
