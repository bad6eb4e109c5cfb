//! The same row, or the same workbook, twice: used once, and said so. (D10)

use crate::office::{Office, step};

#[test]
fn a_sign_off_that_stands_twice_is_used_once() {
    let (from, to) = ("Senin 03/06/2024 09.10", "Senin 03/06/2024 09.30");
    let office = Office::new().kept("P-1").signed("P-1", step(4), from, to);
    let checked = office.clone().check();
    assert_eq!(checked.codes("P-1"), ["D10"]);
    insta::assert_snapshot!(checked.told(), @r#"
    D10 peringatan P-1 langkah 4
    baris ini (P-1) sama dengan baris 5, lembar "Kendali", data/kendali.xlsx
    akibat: baris ini dipakai satu kali saja.
    saran: hapus salah satu baris bila memang satu kejadian, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!A10 Kendali!A5
    "#);
    assert_eq!((checked.kept("P-1"), checked.on_time("P-1")), (Some(true), Some(true)));
    // One cell that differs makes it another sign-off.
    assert_eq!(office.with("keterangan", "ulang").check().codes("P-1"), ["L03"]);
}

#[test]
fn two_plans_for_one_step_are_not_the_same_row() {
    let plan = |office: Office, day| office.signed("P-1", step(5), "", "").with("dijadwalkan", day);
    let office = plan(Office::new().kept_up_to("P-1", step(4)), "Rabu 05/06/2024");
    plan(office.clone(), "Kamis 06/06/2024").check().finds_nothing();
    assert_eq!(plan(office, "Rabu 05/06/2024").check().codes("P-1"), ["D10"]);
}

#[test]
fn a_request_row_that_stands_twice_is_used_once() {
    let checked = Office::new().kept("P-1").request("P-1").check();
    assert_eq!(checked.codes("P-1"), ["D10"]);
    assert_eq!(checked.judged("P-1").case.rows.len(), 1);
}

#[test]
fn a_whole_workbook_that_was_copied_is_one_finding_that_names_both_files() {
    let office = Office::new().kept("P-1").file("data/Salinan Kendali.xlsx");
    let checked = office
        .signed("P-1", step(1), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10")
        .signed("P-1", step(2), "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30")
        .check();
    assert_eq!(checked.codes_of_office(), ["D10"]);
    assert_eq!(checked.codes("P-1"), [""; 0]);
    insta::assert_snapshot!(checked.told(), @r#"
    D10 peringatan
    data/Salinan Kendali.xlsx memuat 2 baris yang sama dengan data/kendali.xlsx; salah satunya tampaknya salinan
    akibat: baris yang sama dipakai satu kali saja.
    saran: pindahkan salinannya ke luar folder data, lalu jalankan lagi: tertib periksa
    di: data/Salinan Kendali.xlsx data/kendali.xlsx
    "#);
}

#[test]
fn a_workbook_with_something_of_its_own_is_no_copy() {
    let office = Office::new().kept_up_to("P-1", step(2)).file("data/Kendali lain.xlsx");
    let checked = office
        .signed("P-1", step(1), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10")
        .signed("P-1", step(3), "Senin 03/06/2024 08.40", "Senin 03/06/2024 09.00")
        .check();
    assert_eq!(checked.codes("P-1"), ["D10"]);
    assert_eq!(checked.codes_of_office(), [""; 0]);
    let office = Office::new().kept_up_to("P-1", step(2)).file("data/Kendali lain.xlsx");
    let one = office.signed("P-1", step(1), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10");
    assert_eq!(one.check().codes("P-1"), ["D10"], "one row alone is a row, not a workbook");
}
