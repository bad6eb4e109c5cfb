//! What the papers state: what was recorded, and nothing else.

use std::collections::BTreeSet;

use serde_json::Value;
use tertib::document::facts_in_words;

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
        "Selasa, tanggal empat bulan Juni tahun dua ribu dua puluh empat"
    );
    assert_eq!(minutes["sumber"], "Disusun dari lembar kendali permohonan P-1.");
}

#[test]
fn a_disposition_offers_neither_who_signs_it_nor_who_asks_unless_they_were_named() {
    let office = Office::new().staff("Sari Lestari, S.Kom.", "anggota_tim");
    let office = office.staff("Budi Santoso", "anggota_tim").kept("P-1");
    let offered = |office: Office| -> Vec<(String, bool)> {
        let checked = office.check();
        let sheet = checked.states("P-1", "disposisi", 1);
        let rows = sheet["isi"]["diteruskan_kepada"].as_array().expect("rows").iter();
        let of = |row: &Value| {
            (row["nama"].as_str().expect("a name").to_owned(), row["dipilih"] == true)
        };
        rows.map(of).collect()
    };
    let all =
        |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), false)).collect::<Vec<_>>();
    let (rina, sari, budi) = ("Rina Wulandari", "Sari Lestari, S.Kom.", "Budi Santoso");
    assert_eq!(offered(office.clone()), all(&[rina, sari, budi]));
    let signed = office.clone().at(step(2)).by("Rina Wulandari");
    assert_eq!(offered(signed.clone()), all(&[sari, budi]));
    let named = signed.with("ditugaskan_kepada", "Rina Wulandari");
    assert_eq!(
        offered(named),
        [(rina.to_owned(), true), (sari.to_owned(), false), (budi.to_owned(), false)]
    );
    let own = office.request("P-2").with("nama_pemohon", "SARI LESTARI");
    let own = own.done("P-2", step(2), step(2));
    let checked = own.check();
    let sheet = checked.states("P-2", "disposisi", 1);
    let rows = sheet["isi"]["diteruskan_kepada"].as_array().expect("rows");
    assert!(rows.iter().all(|row| row["nama"] != sari), "{rows:?}");
}

#[test]
fn work_over_several_days_is_told_with_full_dates_that_read_on_from_their_labels() {
    let over = |no: u32| {
        let office = Office::new().kept("P-1").without_minutes().at(step(no));
        office.times("Jumat 07/06/2024 15.50", "Senin 10/06/2024 07.35").check()
    };
    let made = over(4);
    let proof = made.states("P-1", "akun", 1);
    let time = &proof["isi"]["waktu"];
    assert_eq!(time["hari_tanggal"], "Jumat, 7 Juni 2024 s.d. Senin, 10 Juni 2024");
    assert_eq!(time["pukul"], "15.50 WIB (7 Juni 2024) s.d. 07.35 WIB (10 Juni 2024)");
    let verified = over(3);
    let sheet = verified.states("P-1", "verifikasi", 1);
    let (day, hour) = (&sheet["isi"]["hari"], &sheet["isi"]["pukul"]);
    assert_eq!(day, "Jumat, 7 Juni 2024");
    assert_eq!(hour, "15.50 s.d. Senin, 10 Juni 2024 pukul 07.35 WIB");
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

/// The ways to all values of a record, rows counted from 1 as the register tells them.
fn ways(path: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(keys) => keys.iter().for_each(|(key, value)| {
            let way = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            ways(&way, value, found);
        }),
        Value::Array(rows) => {
            found.insert(path.to_owned());
            for value in rows.iter().take(1) {
                ways(&format!("{path}[1]"), value, found);
            }
        }
        _ => drop(found.insert(path.to_owned())),
    }
}

#[test]
fn every_fact_of_every_paper_has_words_for_telling_that_it_changed() {
    let checked = Office::new()
        .toml(
            "[tanda_tangan.berita-acara]\nmengetahui = \"Kepala Pusat\"\ntembusan = [\"Arsip\"]\n",
        )
        .kept("P-1")
        .request("P-1")
        .with("nama_penerima", "Budi Santoso")
        .with("hasil_verifikasi", "T")
        .kept_up_to("P-2", step(3))
        .at(step(3))
        .decided("T")
        .with("alasan", "surat tugas belum ada")
        .check();
    let mut found = BTreeSet::new();
    for paper in checked.papers.values().flatten() {
        ways("", &paper.record, &mut found);
    }
    let told = found.iter().map(|way| format!("{way}: {}", facts_in_words([way])));
    let told: Vec<String> = told.filter(|told| !told.starts_with("kop.")).collect();
    let is_plain = |told: &String| {
        let words = told.split_once(": ").map_or("", |(_, words)| words);
        !words.is_empty() && !words.contains(['_', '.', '['])
    };
    assert_eq!(told.iter().filter(|told| !is_plain(told)).collect::<Vec<_>>(), [""; 0]);
    insta::assert_snapshot!("kata_isi_naskah", told.join("\n"));
}
