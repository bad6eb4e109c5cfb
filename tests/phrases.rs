//! *kalimat.toml*: the wording that an office changes without touching a template.

use std::fs;

use tertib::office::BUILTIN_PHRASES;

use crate::cli::folder::{Folder, is_as_kept};
use crate::office::{Office, step};
use crate::papers::made::below;
use crate::papers::opened::Opened;

fn office() -> Folder {
    let toml = "kota = \"Depok\"\n[opsi]\nper = \"2024-07-01 08:00\"\n";
    let office = Office::new().toml(toml).request("P-1");
    let office =
        office.with("nama_pemohon", "Siti #1 {kota} *Bintang*").done("P-1", step(2), step(8));
    office
        .request("P-2")
        .done("P-2", step(2), step(3))
        .decided("T")
        .with("alasan", "kurang")
        .without_minutes()
        .folder()
}

fn paper(folder: &Folder, name: &str) -> Opened {
    Opened::new(&fs::read(folder.path(&format!("hasil/2024-06/P-1/{name}.pdf"))).unwrap())
}

#[test]
fn the_wording_of_the_office_is_printed_in_the_place_of_ours() {
    let folder = office().with(
        "kalimat.toml",
        "[berita-acara]\n\
         kewajiban = [\"menjaga #rahasia $x$ *tebal* <label>;\", \"tidak meminjamkan.\"]\n\
         pencabutan = \"\"\n\
         penutup = \"Dibuat di {kota} untuk {nama_pemohon} ({{sic}}), agenda {nomor_permohonan}.\"\n\
         [verifikasi]\nbutir = [\"Surat tugas ada\"]\n\
         [disposisi]\npetunjuk = [\"Untuk diketahui\"]\n",
    );
    folder.tertib(&["buat"]).ends_with(0);
    let minutes = paper(&folder, "6-berita-acara");
    assert!(minutes.says("menjaga #rahasia $x$ *tebal* <label>;"), "{}", minutes.text());
    assert!(
        minutes.says("Dibuat di Depok untuk Siti #1 {kota} *Bintang* ({sic}), agenda P-1."),
        "{}",
        minutes.text()
    );
    assert!(!minutes.says("berhak mencabut") && !minutes.says("Demikian berita acara"));
    assert!(minutes.says("PIHAK KEDUA berkewajiban:"), "what is not named stays");
    assert!(paper(&folder, "3-verifikasi").says("Surat tugas ada"));
    assert!(!paper(&folder, "3-verifikasi").says("Unit kerja pemohon tercantum"));
    assert!(paper(&folder, "2-disposisi").says("Untuk diketahui"));
    let record = minutes.attachments().remove(0).content;
    assert!(String::from_utf8(record).unwrap().contains("menjaga #rahasia"));
}

#[test]
fn the_example_as_it_stands_is_the_built_in_wording() {
    let (plain, worded) = (office(), office().with("kalimat.toml", BUILTIN_PHRASES));
    for folder in [&plain, &worded] {
        folder.tertib(&["buat"]).ends_with(0);
    }
    let (plain, worded) = (below(&plain, "hasil"), below(&worded, "hasil"));
    assert!(plain.len() > 6 && plain == worded);
}

#[test]
fn a_mistake_is_told_with_its_place_and_costs_the_papers_of_its_part_alone() {
    for (part, text) in [
        ("kunci", "[berita-acara]\npenutpu = \"Demikian.\"\n"),
        (
            "isian",
            "[akun]\nkata_sandi = \"Aman.\"\n[berita-acara]\npenutup = \"Untuk {nama_pemohn}.\"\n",
        ),
        ("jenis", "[berita-acara]\nkewajiban = \"menjaga\"\n"),
        ("kurung", "[berita-acara]\nkewajiban = [\"satu;\", \"dua {kota\"]\n"),
    ] {
        let folder = office().with("kalimat.toml", text);
        let told = folder.tertib(&["buat", "--format", "json"]).ends_with(2);
        for paper in told.json()["hasil"].as_array().unwrap() {
            let failed = paper["keadaan"] == "gagal";
            assert_eq!(failed, paper["naskah"] == "berita-acara", "{part}: {paper}");
        }
        is_as_kept(&format!("kalimat_{part}"), &told.err);
        // Nothing else needs the wording.
        folder.tertib(&["status"]).ends_with(0);
    }
}

#[test]
fn where_it_cannot_be_told_whose_a_mistake_is_no_worded_paper_is_made() {
    for (name, text) in
        [("bagian", "[berita-acra]\npenutup = \"x\"\n"), ("tanda", "[akun]\npenutup = Demikian\n")]
    {
        let folder = office().with("kalimat.toml", text);
        let told = folder.tertib(&["buat"]).ends_with(2);
        is_as_kept(&format!("kalimat_{name}"), &told.err);
        assert!(below(&folder, "hasil").is_empty());
    }
}

#[test]
fn a_change_from_a_day_on_leaves_the_papers_before_it_alone() {
    let folder = office();
    folder.tertib(&["buat"]).ends_with(0);
    let change = |day: &str| {
        format!(
            "[[perubahan]]\nberlaku_dari = {day}\n[perubahan.berita-acara]\npenutup = \"Baru.\"\n"
        )
    };
    let folder = folder.with("kalimat.toml", change("2024-06-04"));
    let told = folder.tertib(&["buat"]).ends_with(0);
    assert!(told.out.contains("naskah: ") && !told.out.contains("revisi"), "{}", told.out);
    let folder = folder.with("kalimat.toml", change("2024-06-03"));
    let told = folder.tertib(&["buat"]).ends_with(0);
    assert!(told.out.contains("revisi 1: berubah kalimat penutup"), "{}", told.out);
    assert!(paper(&folder, "6-berita-acara").says("Baru."));
}

#[test]
fn a_file_that_is_no_text_costs_the_papers_and_no_other_command() {
    let folder = office().with("kalimat.toml", b"[akun]\npenutup = \"caf\xe9\"\n");
    folder.tertib(&["status"]).ends_with(0);
    let told = folder.tertib(&["buat"]).ends_with(2).whole();
    assert!(told.contains("kalimat.toml bukan teks UTF-8, mulai baris 2"), "{told}");
    assert_eq!(told.matches("bukan teks UTF-8").count(), 1, "{told}");
    folder.tertib(&["laporan", "--bulan", "2024-06"]).ends_with(0);
}
