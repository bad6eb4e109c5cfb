//! `tertib cek-naskah`: a paper in hand, by its code or its file, against the register.

use std::fs;

use serde_json::Value;
use tertib::press::check_code;
use tertib::register::{Access, Paper, Register};
use tertib::sop::PaperKind;

use crate::cli::folder::{Folder, Told, is_as_kept};
use crate::office::{Office, step};

const FILE: &str = "hasil/2024-06/P-1/6-berita-acara.pdf";

/// A request that is done, with numbers of the register, and its papers.
fn office() -> Folder {
    let folder = told(&signed().kept_up_to("P-2", step(7)));
    folder.tertib(&["proses"]).ends_with(0);
    folder
}

/// The scan of the signed minutes is not among the attachments yet.
fn signed() -> Office {
    Office::new().kept("P-1").without_minutes()
}

fn told(office: &Office) -> Folder {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n";
    office.clone().toml(crate::papers::OFFICE).toml(toml).folder()
}

/// The check code of the minutes of P-1 as the register knows them now.
fn code(folder: &Folder) -> String {
    let register = Register::open(&folder.path("register.db"), Access::Look).unwrap();
    let paper = Paper::of_request("P-1", PaperKind::BeritaAcara, 1);
    check_code(&paper.name(), &register.issued(&paper).unwrap().unwrap().record_digest)
}

fn asked(folder: &Folder, asked: &str) -> Told {
    folder.tertib(&["cek-naskah", asked, "--format", "json"])
}

fn verdict(told: &Told) -> (Option<i32>, String, Value) {
    let answer = told.json();
    let verdict = answer["hasil"]["putusan"].as_str().expect("a verdict").to_owned();
    (told.status, verdict, answer["hasil"]["berkas"].clone())
}

#[test]
fn a_paper_that_was_issued_is_genuine_by_its_code_and_by_its_file() {
    let folder = office();
    let code = code(&folder);
    let kept = folder.conversation(&[
        &["cek-naskah", &code],
        &["cek-naskah", FILE],
        &["cek-naskah", FILE, "--format", "json"],
    ]);
    is_as_kept("cek_naskah_asli", &kept.replace(&code, "[kode]"));
    let typed = code.to_lowercase().replace('-', " ");
    // A hyphen of the request's own number is part of it.
    let typed = typed.replacen("p 1", "p-1", 1).replacen("berita acara", "berita-acara", 1);
    assert_eq!(verdict(&asked(&folder, &typed)), (Some(0), "asli".to_owned(), Value::Null));
}

#[test]
fn every_paper_and_report_of_the_office_is_known_again() {
    let folder = office();
    for name in crate::papers::made::below(&folder, "hasil").into_keys() {
        if name.ends_with(".pdf") {
            let told = asked(&folder, &format!("hasil/{name}"));
            assert_eq!(verdict(&told), (Some(0), "asli".to_owned(), "utuh".into()), "{name}");
        }
    }
}

#[test]
fn a_mistyped_code_is_told_as_mistyped_and_not_as_unknown() {
    let folder = office();
    let code = code(&folder);
    let wrong = code.replacen("P-1", "P-2", 1);
    let kept = folder.conversation(&[
        &["cek-naskah", &wrong],
        &["cek-naskah", "P-1/berita-acara/1"],
        &["cek-naskah", "tiada.pdf"],
    ]);
    is_as_kept("cek_naskah_salah_ketik", &kept.replace(&wrong, "[kode]"));
}

#[test]
fn a_paper_of_another_office_is_unknown() {
    let (folder, other) = (office(), Folder::office());
    let code = code(&folder);
    let told = other.tertib(&["cek-naskah", &code]).ends_with(1);
    is_as_kept("cek_naskah_kantor_lain", &told.whole().replace(&code, "[kode]"));
    let digest = "0".repeat(64);
    let told = folder.tertib(&["cek-naskah", &check_code("P-1/berita-acara/1", &digest)]);
    assert!(told.ends_with(1).out.contains("tidak pernah dengan isi ini"));
}

#[test]
fn a_paper_whose_facts_were_changed_is_replaced_by_its_revision() {
    let folder = office();
    let (old, file) = (code(&folder), fs::read(folder.path(FILE)).unwrap());
    let changed = told(&signed().at(step(6)).with("pelaksana", "Dewi Lestari"));
    fs::copy(folder.path("register.db"), changed.path("register.db")).unwrap();
    changed.tertib(&["buat"]).ends_with(0);
    let changed = changed.with("lama.pdf", file);
    assert_ne!(code(&changed), old);
    let kept = changed.conversation(&[&["cek-naskah", &old], &["cek-naskah", FILE]]);
    is_as_kept("cek_naskah_diganti", &kept.replace(&old, "[kode]"));
    assert_eq!(
        verdict(&asked(&changed, "lama.pdf")),
        (Some(1), "diganti".to_owned(), "utuh".into())
    );
}

#[test]
fn a_print_whose_blanks_were_filled_since_is_still_genuine() {
    let folder = told(&Office::new().kept_up_to("P-1", step(5)));
    folder.tertib(&["buat"]).ends_with(0);
    let blank = code(&folder);
    let signed = told(&signed());
    fs::copy(folder.path("register.db"), signed.path("register.db")).unwrap();
    signed.tertib(&["buat"]).ends_with(0);
    assert_ne!(code(&signed), blank);
    let told = signed.tertib(&["cek-naskah", &blank]).ends_with(0);
    assert!(told.out.contains("dilengkapi"), "{}", told.out);
}

#[test]
fn a_paper_whose_number_was_voided_is_withdrawn_with_the_reason() {
    let folder = office();
    let code = code(&folder);
    let record = asked(&folder, &code).json();
    let number = record["hasil"]["naskah"]["isian"][1]["tercetak"].as_str().unwrap();
    folder
        .tertib(&["nomor", "batal", "berita-acara", number, "--alasan", "salah #orang"])
        .ends_with(0);
    let kept = folder.conversation(&[&["cek-naskah", &code]]);
    is_as_kept("cek_naskah_dibatalkan", &kept.replace(&code, "[kode]"));
}

#[test]
fn a_file_with_a_signature_after_it_still_answers() {
    let folder = office();
    let mut pdf = fs::read(folder.path(FILE)).unwrap();
    pdf.extend_from_slice(
        b"9999 0 obj\n<< /Type /Sig /ByteRange [0 1 2 3] >>\nendobj\ntrailer\n<<>>\n%%EOF\n",
    );
    let folder = folder.with("ttd.pdf", pdf);
    let told = folder.tertib(&["cek-naskah", "ttd.pdf"]).ends_with(0);
    assert!(told.out.contains("ditambahkan tanda tangan elektronik (75"), "{}", told.out);
}

#[test]
fn a_file_that_was_saved_anew_answers_by_the_record_that_it_carries() {
    let folder = office();
    let mut document = lopdf::Document::load(folder.path(FILE)).unwrap();
    let mut pdf = Vec::new();
    document.save_to(&mut pdf).unwrap();
    let folder = folder.with("ulang.pdf", pdf);
    let told = asked(&folder, "ulang.pdf");
    assert_eq!(verdict(&told), (Some(0), "asli".to_owned(), "lain".into()));
}

#[test]
fn a_file_that_carries_another_record_than_its_pages_tell_is_not_genuine() {
    let folder = office();
    let mut document = lopdf::Document::load(folder.path(FILE)).unwrap();
    let other = fs::read(folder.path("hasil/2024-06/P-1/7-laporan-kegiatan.pdf")).unwrap();
    let other = crate::papers::opened::Opened::new(&other).attachments().remove(0).content;
    for object in document.objects.values_mut() {
        let Ok(stream) = object.as_stream_mut() else { continue };
        if stream.dict.has_type(b"EmbeddedFile") {
            stream.set_plain_content(other.clone());
        }
    }
    let mut pdf = Vec::new();
    document.save_to(&mut pdf).unwrap();
    let folder = folder.with("palsu.pdf", pdf);
    let told = folder.tertib(&["cek-naskah", "palsu.pdf"]).ends_with(1);
    assert!(told.out.contains("bukan kode data yang terlampir"), "{}", told.out);
}

#[test]
fn what_is_no_paper_of_this_program_or_cannot_be_read_is_told_in_plain_words() {
    let folder = office();
    let pdf = fs::read(folder.path(FILE)).unwrap();
    let mut bare = lopdf::Document::load_mem(&pdf).unwrap();
    bare.objects.retain(|_, object| {
        !object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"))
    });
    let mut scan = Vec::new();
    bare.save_to(&mut scan).unwrap();
    let huge = fs::File::create(folder.path("besar.pdf")).unwrap();
    huge.set_len(80 << 20).unwrap();
    let folder = folder
        .with("pindaian.pdf", scan)
        .with("terpotong.pdf", &pdf[..pdf.len() / 2])
        .with("kosong.pdf", "")
        .with("surat.pdf", "bukan PDF")
        .with("hampa.pdf", "%PDF-1.7\n%%EOF\n");
    fs::create_dir(folder.path("folder.pdf")).unwrap();
    let names = ["pindaian", "terpotong", "kosong", "surat", "hampa", "besar", "folder"]
        .map(|name| name.to_owned() + ".pdf");
    let lines: Vec<Vec<&str>> = names.iter().map(|name| vec!["cek-naskah", name]).collect();
    let lines: Vec<&[&str]> = lines.iter().map(Vec::as_slice).collect();
    is_as_kept("cek_naskah_tidak_terbaca", &folder.conversation(&lines));
}

#[test]
fn whatever_is_broken_in_a_file_it_is_answered() {
    let folder = office();
    let pdf = fs::read(folder.path(FILE)).unwrap();
    let mut seed = 7u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below
    };
    for turn in 0..40 {
        let mut broken = pdf.clone();
        for _ in 0..=turn {
            let at = next(broken.len());
            broken[at] = next(256) as u8;
        }
        fs::write(folder.path("rusak.pdf"), broken).unwrap();
        let told = folder.tertib(&["cek-naskah", "rusak.pdf"]);
        assert!(matches!(told.status, Some(0..=2)), "{}", told.whole());
        assert!(!told.err.contains("kesalahan di dalam program"), "{}", told.whole());
    }
}
