//! What the papers state: what was recorded, and nothing else.

use serde_json::Value;

use crate::office::{Office, step};

#[test]
fn before_its_step_is_signed_a_paper_bears_no_date_and_no_source() {
    let checked = Office::new().kept_up_to("P-1", step(5)).check();
    let minutes = checked.states("P-1", "berita-acara", 1);
    assert_eq!(minutes["tanggal"], Value::Null);
    assert_eq!(minutes["sumber"], Value::Null);
    assert_eq!(minutes["isi"]["hari_ini"], Value::Null);
}

#[test]
fn the_minutes_bear_the_day_of_their_sign_off_in_words() {
    let checked = Office::new()
        .kept("P-1")
        .at(step(6))
        .times("Selasa 04/06/2024 10.00", "Selasa 04/06/2024 10.10")
        .check();
    let minutes = checked.states("P-1", "berita-acara", 1);
    assert_eq!(minutes["tanggal"], "4 Juni 2024");
    assert_eq!(
        minutes["isi"]["hari_ini"],
        "Selasa tanggal empat bulan Juni tahun dua ribu dua puluh empat"
    );
    assert_eq!(minutes["sumber"], "Disusun dari lembar kendali permohonan P-1.");
}

#[test]
fn a_value_on_which_two_rows_contradict_each_other_is_left_blank() {
    let office = Office::new().kept("P-1").request("P-1").with("unit_kerja", "Kanwil Banten");
    let checked = office.check();
    checked.finds("D08");
    let minutes = checked.states("P-1", "berita-acara", 1);
    assert_eq!(minutes["isi"]["pihak_kedua"]["unit"], Value::Null);
}

#[test]
fn every_access_of_the_letter_stands_in_the_minutes_in_the_order_of_the_rows() {
    let checked = Office::new()
        .kept("P-1")
        .request("P-1")
        .with("aplikasi", "CACT")
        .with("peran", "Pengawas Ujian")
        .with("nama_penerima", "Budi #*_Santoso")
        .check();
    let accesses = &checked.states("P-1", "berita-acara", 1)["isi"]["akses"];
    assert_eq!(accesses.as_array().map(Vec::len), Some(2));
    assert_eq!(accesses[1]["aplikasi"], "CACT");
    assert_eq!(accesses[1]["penerima"]["nama"], "Budi #*_Santoso");
}
