//! Berita acara pencabutan: which access was taken from whom, by an SOP for such requests.

use std::fs;

use serde_json::Value;

use super::opened::Opened;
use crate::cli::folder::Folder;
use crate::office::{ANGGOTA, Office, PEMOHON, step};

const REMOVAL: &str = include_str!("../sop/pencabutan-dengan-berita-acara.toml");
const PAPER: &str = "hasil/2024-06/C-1/5-berita-acara-pencabutan.pdf";

const NUMBERED: &str = "kota = \"Depok\"\ntelepon = \"(021) 555-0100\"\n[penomoran]\ncara = \"register\"\n[penomoran.pola]\n\
    berita-acara-pencabutan = \"BAP-{urut:3}\"\n\
    pengembalian = \"S-{urut}\"\nlaporan-bulanan = \"B-{urut}\"\nberita-acara = \"BA-{urut}\"\n\
    laporan-kegiatan = \"L-{urut}\"\n[opsi]\nper = \"2024-07-01 08:00\"\n";

fn asked(office: Office, holder: &str) -> Office {
    office
        .request("C-1")
        .with("jenis", "pencabutan")
        .with("jabatan", "Analis")
        .with("nama_penerima", holder)
        .with("id_akun", "akun_lama")
}

fn office() -> Office {
    let office = asked(Office::new().toml(NUMBERED).sop(REMOVAL), "");
    asked(office.with("alasan", "Pindah tugas ke Kanwil #7"), "").with("peran", "Verifikator")
}

fn folder_of(office: &Office) -> Folder {
    office.folder().with("sop/pencabutan.toml", REMOVAL)
}

/// An office with a removal that is minuted, one access of which stays.
pub fn minuted() -> Folder {
    let names = "[tanda_tangan.berita-acara-pencabutan]\nmengetahui = \"Kepala Pusat Contoh\"\n\
        tembusan = [\"Arsip\"]\n";
    let office = office().toml(names).with("hasil_verifikasi", "T");
    folder_of(&office.done("C-1", step(2), step(6)))
}

fn made(folder: &Folder) -> Value {
    folder.tertib(&["proses", "--format", "json"]).ends_with(0).json()
}

fn opened(folder: &Folder) -> Opened {
    Opened::new(&fs::read(folder.path(PAPER)).expect("a paper"))
}

#[track_caller]
fn says(paper: &Opened, texts: &[&str]) {
    for text in texts {
        assert!(paper.says(text), "{text} is missing in:\n{}", paper.text());
    }
}

#[test]
fn a_removal_is_minuted_whole_with_both_parties_its_day_and_its_reason() {
    let folder = folder_of(&office().done("C-1", step(2), step(6)));
    made(&folder);
    let paper = opened(&folder);
    assert_eq!(paper.title(), "Berita Acara Pencabutan Hak Akses Sistem Aplikasi – C-1");
    says(
        &paper,
        &[
            "BERITA ACARA PENCABUTAN HAK AKSES SISTEM APLIKASI",
            "NOMOR: BAP-001",
            "Pada hari ini Senin, tanggal tiga bulan Juni tahun dua ribu dua puluh empat (03-06-2024)",
            "bertempat di Depok",
            &format!("Nama: {ANGGOTA}"),
            &format!("Nama: {PEMOHON}"),
            "selanjutnya disebut PIHAK PERTAMA;",
            "selanjutnya disebut PIHAK KEDUA.",
            "PIHAK PERTAMA mencabut hak akses sistem aplikasi yang dipegang oleh PIHAK KEDUA",
            "1SIMPEGOperatorakun_lama2SIMPEGVerifikatorakun_lama",
            "Pelaksanaan: Pencabutan hak akses, 3 Juni 2024 pukul 09.10 s.d. 09.30 WIB",
            "Alasan pencabutan: Pindah tugas ke Kanwil #7",
            "menyerahkan kembali data, dokumen, dan perangkat kedinasan",
            "tidak lagi berwenang menggunakan hak akses tersebut",
            "Demikian berita acara ini dibuat dengan sebenarnya",
        ],
    );
    let record = paper.attachments();
    assert_eq!(record[0].name, "berita-acara-pencabutan.json");
}

#[test]
fn before_its_step_it_is_made_to_be_signed_and_what_is_not_known_is_a_line() {
    let office = asked(Office::new().toml(NUMBERED).sop(REMOVAL), "Danu Wirawan");
    let folder = folder_of(&office.done("C-1", step(2), step(4)));
    made(&folder);
    let paper = opened(&folder);
    says(
        &paper,
        &[
            "Pada hari ini ....",
            "hak akses sistem aplikasi yang tercantum dalam tabel berikut:",
            "1Danu WirawanSIMPEG",
            "Alasan pencabutan: ....",
        ],
    );
    assert!(!paper.says("Disusun dari lembar kendali"), "{}", paper.text());
}

#[test]
fn its_signed_scan_completes_the_request_and_freezes_it() {
    let told = |office: &Office| {
        let folder = folder_of(office);
        let codes = folder.tertib(&["periksa", "--format", "json"]).json();
        let codes = codes["temuan"].as_array().expect("findings").clone();
        codes.iter().any(|told| told["kode"] == "K02")
    };
    assert!(told(&office().without_minutes().done("C-1", step(2), step(6))));
    let whole = office().done("C-1", step(2), step(6));
    assert!(!told(&whole));
    let folder = folder_of(&whole);
    made(&folder);
    let again = made(&folder);
    let papers = again["hasil"]["naskah"].as_array().expect("papers");
    let minutes = papers.iter().find(|one| one["naskah"] == "berita-acara-pencabutan");
    assert_eq!(minutes.expect("minutes")["keadaan"], "tetap");
    let changed = office().with("peran", "Admin").done("C-1", step(2), step(6));
    let folder = changed.write_books(folder);
    let told = folder.tertib(&["proses", "--format", "json"]).ends_with(0).json();
    let kinds = told["temuan"].as_array().expect("findings").iter();
    assert!(kinds.into_iter().any(|told| told["kode"] == "K03"), "{told}");
}

#[test]
fn each_holder_may_have_minutes_of_their_own_and_many_sign_an_annex() {
    let names: Vec<String> = (1..=6).map(|no| format!("Pemegang Nomor {no}")).collect();
    let letter = |toml: &str| {
        let start = Office::new().toml(toml).sop(REMOVAL);
        let office = names.iter().fold(start, |office, name| asked(office, name));
        folder_of(&office.done("C-1", step(2), step(6)))
    };
    let whole = letter(NUMBERED);
    made(&whole);
    says(&opened(&whole), &["DAFTAR PEMEGANG HAK AKSES YANG DICABUT", "Pemegang Nomor 6"]);
    let apart = letter(&NUMBERED.replace("[opsi]\n", "[opsi]\nbast = \"per_penerima\"\n"));
    made(&apart);
    for no in 1..=6 {
        let file = PAPER.replace(".pdf", &format!("_pemegang-nomor-{no}.pdf"));
        assert!(apart.path(&file).exists(), "{file}");
    }
}

#[test]
fn the_office_words_what_follows_a_removal_as_it_likes() {
    let wording = "[berita-acara-pencabutan]\nkewajiban = [\"menghapus #salinan data;\"]\n\
        pemberian_kembali = \"\"\npenutup = \"Selesai di {kota}.\"\n";
    let folder = folder_of(&office().done("C-1", step(2), step(6)));
    let folder = folder.with("kalimat.toml", wording);
    made(&folder);
    let paper = opened(&folder);
    says(&paper, &["Sejak pencabutan tersebut, PIHAK KEDUA:", "menghapus #salinan data;"]);
    says(&paper, &["Selesai di Depok."]);
    assert!(!paper.says("tidak lagi berwenang") && !paper.says("permohonan baru"));
}
