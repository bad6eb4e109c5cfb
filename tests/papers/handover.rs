//! A letter for many people: one berita acara for all of them, or one for each.

use std::fs;

use serde_json::Value;

use super::opened::{Opened, squeezed};
use crate::cli::folder::Folder;
use crate::office::{ANGGOTA, Office, PEMOHON, step};

const NAMES: [&str; 7] = [
    "Dewi Larasita, S.T.",
    "Bima Saputra",
    "Citra Ayu, S.Kom.",
    "Danu Wirawan",
    "Eka Lestari",
    "Fitri Handayani",
    "Bima Saputra, S.H.",
];

fn nip(at: usize) -> String {
    format!("19870501201001{}00{}", 1 + at % 2, at + 1)
}

/// A letter for so many of the names; the first of them gets two accesses.
fn asked(office: Office, number: &str, count: usize) -> Office {
    let office = NAMES.iter().take(count).enumerate().fold(office, |office, (at, name)| {
        office
            .request(number)
            .with("nama_penerima", name)
            .with("nip_penerima", &nip(at))
            .with("jabatan_penerima", &format!("Analis {at}"))
            .with("unit_penerima", "Bidang Contoh")
            .with("id_akun", &format!("akun{at}"))
    });
    office
        .request(number)
        .with("nama_penerima", NAMES[0])
        .with("nip_penerima", &nip(0))
        .with("peran", "Verifikator")
}

const NUMBERED: &str = "kode_unit = \"U\"\n[penomoran]\ncara = \"register\"\n[penomoran.pola]\n\
    berita-acara = \"BA-{urut}\"\nlaporan-kegiatan = \"L-{urut}\"\n\
    pengembalian = \"S-{urut}\"\nlaporan-bulanan = \"B-{urut}\"\n";

fn toml(bast: &str) -> String {
    format!("{NUMBERED}[opsi]\nbast = \"{bast}\"\nper = \"2024-07-01 08:00\"\n")
}

fn made(folder: &Folder) -> Vec<Value> {
    let told = folder.tertib(&["buat", "berita-acara", "--format", "json"]).ends_with(0).json();
    told["hasil"].as_array().expect("papers").clone()
}

fn texts<'a>(papers: &'a [Value], key: &str) -> Vec<&'a str> {
    papers.iter().map(|paper| paper[key].as_str().unwrap_or("-")).collect()
}

fn opened(folder: &Folder, file: &str) -> Opened {
    Opened::new(&fs::read(folder.path(file)).expect("a paper"))
}

fn names(papers: &[Value]) -> Vec<String> {
    let file = |file: &str| file.rsplit('/').next().unwrap_or_default().to_owned();
    texts(papers, "file").into_iter().map(file).collect()
}

#[test]
fn up_to_five_recipients_stand_in_the_minutes_and_more_in_an_annex_that_each_signs() {
    let office =
        asked(Office::new().toml(&toml("per_surat")), "B-5", 5).done("B-5", step(2), step(8));
    let office = asked(office, "B-7", 7).done("B-7", step(2), step(8));
    let folder = office.folder();
    let papers = made(&folder);
    assert_eq!(names(&papers), ["6-berita-acara.pdf"; 2]);
    let five = opened(&folder, papers[0]["file"].as_str().expect("a file"));
    assert!(five.says("hak akses sistem aplikasi sebagai berikut:"), "{}", five.text());
    assert!(!five.says("LAMPIRAN"), "{}", five.text());
    let seven = opened(&folder, papers[1]["file"].as_str().expect("a file"));
    assert!(seven.says("yang tercantum dalam lampiran berita acara ini"), "{}", seven.text());
    let pages = seven.page_count() as u32;
    let annex = squeezed(&seven.page(pages));
    for text in ["LAMPIRAN BERITA ACARA", "Nomor: BA-2", "Tanggal: 3 Juni 2024", "Tanda tangan"] {
        assert!(annex.contains(&squeezed(text)), "{text} is not in {annex}");
    }
    for (at, name) in NAMES.iter().enumerate() {
        let row = squeezed(&format!("{}{name}NIP", at + 1));
        assert!(annex.contains(&row), "{row} is not in {annex}");
    }
    // Two accesses of one person, and one signature.
    assert_eq!(annex.matches("DewiLarasita").count(), 1, "{annex}");
    assert!(annex.contains("SIMPEG–OperatorIDakun:akun0SIMPEG–Verifikator"), "{annex}");
    assert!(!squeezed(&seven.page(1)).contains("BimaSaputra"));
}

#[test]
fn each_recipient_gets_minutes_of_their_own_with_a_number_of_their_own() {
    let folder = asked(Office::new().toml(&toml("per_penerima")), "B-7", 7)
        .done("B-7", step(2), step(8))
        .folder();
    let papers = made(&folder);
    assert_eq!(papers.len(), 7);
    let files = names(&papers);
    assert_eq!(files[0], "6-berita-acara_dewi-larasita.pdf");
    // Two people of one name are told apart by their NIP.
    let [one, other] = [&files[1], &files[6]];
    assert!(one.starts_with("6-berita-acara_bima-saputra~") && one != other, "{one} {other}");
    let numbers: Vec<String> = (1..=7).map(|no| format!("BA-{no}")).collect();
    assert_eq!(texts(&papers, "nomor"), numbers);
    for (at, paper) in papers.iter().enumerate() {
        assert_eq!(paper["penerima"], NAMES[at]);
        let opened = opened(&folder, paper["file"].as_str().expect("a file"));
        for text in [
            &format!("NOMOR: BA-{}", at + 1),
            &format!("Nama: {}", NAMES[at]),
            &format!("Jabatan: Analis {at}"),
            &format!("Nama: {ANGGOTA}"),
            &format!("akun{at}"),
        ] {
            assert!(opened.says(text), "{text} is not in\n{}", opened.text());
        }
        assert_eq!(opened.title().rsplit(" – ").next(), Some(NAMES[at]));
        assert_eq!(opened.says("Verifikator"), at == 0);
        let others = NAMES.iter().filter(|name| **name != NAMES[at] && !NAMES[at].contains(*name));
        for name in others {
            let is_part = NAMES[at].contains(*name) || name.contains(NAMES[at]);
            assert!(is_part || !opened.says(name), "{name} stands with {}", NAMES[at]);
        }
    }
    let again = made(&folder);
    assert_eq!(texts(&again, "keadaan"), ["tetap"; 7]);
    assert_eq!(texts(&again, "nomor"), numbers);
}

#[test]
fn minutes_that_are_out_keep_their_shape_when_the_office_chooses_the_other() {
    for (first, then, count) in [("per_surat", "per_penerima", 1), ("per_penerima", "per_surat", 3)]
    {
        let office = |bast: &str| {
            asked(Office::new().toml(&toml(bast)), "B-3", 3).done("B-3", step(2), step(8))
        };
        let folder = office(first).folder();
        assert_eq!(made(&folder).len(), count);
        let folder = folder.with("tertib.toml", toml_of(&toml(then)));
        let folder =
            asked(office(then), "C-3", 3).done("C-3", step(2), step(8)).write_books(folder);
        let papers = made(&folder);
        let of = |number: &str| papers.iter().filter(|one| one["permohonan"] == number).count();
        assert_eq!((of("B-3"), of("C-3")), (count, 4 - count), "{first}, then {then}");
    }
}

fn toml_of(more: &str) -> String {
    format!("[instansi]\nnama = \"Pusat Contoh\"\n{more}")
}

#[test]
fn who_got_a_nip_later_is_still_the_one_who_had_none() {
    let office = |nip: &str| {
        let office = Office::new().toml(&toml("per_penerima")).request("B-1");
        let office = office.with("nama_penerima", "Danu Wirawan").with("nip_penerima", nip);
        office.request("B-1").with("nama_penerima", "Eka Lestari").without_minutes().done(
            "B-1",
            step(2),
            step(8),
        )
    };
    let folder = office("").folder();
    let before = made(&folder);
    let folder = office(&nip(0)).write_books(folder);
    let after = made(&folder);
    assert_eq!(texts(&after, "nomor"), texts(&before, "nomor"));
    assert_eq!(texts(&after, "keadaan"), ["dilengkapi", "tetap"]);
}

#[test]
fn a_step_that_was_signed_for_one_recipient_signs_their_minutes_alone_on_that_day() {
    let office = asked(Office::new().toml(&toml("per_penerima")), "B-2", 2)
        .done("B-2", step(1), step(5))
        .signed("B-2", step(6), "Selasa 04/06/2024 13.00", "Selasa 04/06/2024 13.10")
        .with("penerima", NAMES[1])
        .with("nomor_naskah", "X-9");
    let folder = office.folder();
    let papers = made(&folder);
    let stage = |paper: &Value| paper["sudah_ditandatangani"].as_bool().expect("a stage");
    let told: Vec<_> = papers.iter().map(|one| (one["penerima"].clone(), stage(one))).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    for paper in &papers {
        let is_theirs = paper["penerima"] == NAMES[1];
        assert_eq!(stage(paper), is_theirs, "{paper}");
        assert_eq!(paper["nomor"] == "X-9", is_theirs, "{paper}");
        let opened = opened(&folder, paper["file"].as_str().expect("a file"));
        assert_eq!(opened.says("Selasa, tanggal empat bulan Juni"), is_theirs);
    }
}

#[test]
fn a_number_from_elsewhere_says_whose_minutes_it_is_for() {
    let given = "[penomoran]\ncara = \"diberikan\"\n[opsi]\nbast = \"per_penerima\"\n\
                 per = \"2024-07-01 08:00\"\n";
    let folder = asked(Office::new().toml(given), "B-2", 2).done("B-2", step(2), step(8)).folder();
    let enter = ["nomor", "isi", "B-2", "berita-acara", "X-1"];
    let told = folder.tertib(&enter).ends_with(2).err;
    let names = squeezed("--penerima NAMA: Dewi Larasita, S.T.; Bima Saputra");
    assert!(squeezed(&told).contains(&names), "{told}");
    folder.tertib(&[&enter[..], &["--penerima", "bima saputra"]].concat()).ends_with(0);
    assert_eq!(texts(&made(&folder), "nomor"), ["-", "X-1"]);
    let unknown = folder.tertib(&[&enter[..], &["--penerima", PEMOHON]].concat()).ends_with(2);
    assert!(squeezed(&unknown.err).contains("dibuatperpenerima"), "{}", unknown.err);
}

#[test]
fn minutes_without_a_number_stand_in_the_book_though_another_recipient_has_one() {
    let given = "[penomoran]\ncara = \"diberikan\"\n[opsi]\nbast = \"per_penerima\"\n\
                 per = \"2024-07-01 08:00\"\n";
    let folder = asked(Office::new().toml(given), "B-2", 2).done("B-2", step(2), step(8)).folder();
    let enter = ["nomor", "isi", "B-2", "berita-acara", "X-1", "--penerima", "bima saputra"];
    folder.tertib(&enter).ends_with(0);
    made(&folder);
    let book = folder.tertib(&["register", "--format", "json"]).ends_with(0).json();
    let lines = book["hasil"]["urutan"][0]["nomor"].as_array().expect("lines").clone();
    assert_eq!(texts(&lines, "nomor"), ["-", "X-1"]);
    assert_eq!(texts(&lines, "keadaan"), ["tanpa_nomor", "berlaku"]);
    assert!(texts(&lines, "untuk")[0].starts_with("Dewi Larasita"), "{lines:?}");
}

#[test]
fn k02_names_who_has_no_signed_minutes_yet_and_their_scan_freezes_theirs_alone() {
    let office = asked(Office::new().toml(&toml("per_penerima")), "B-2", 2)
        .without_minutes()
        .attached("B-2 berita acara Dewi Larasita.pdf")
        .done("B-2", step(2), step(8));
    let folder = office.folder();
    let told = folder.tertib(&["periksa", "--format", "json"]).ends_with(0).json();
    let told = told["temuan"].as_array().expect("findings").iter();
    let told: Vec<&Value> = told.filter(|told| told["kode"] == "K02").collect();
    let [only] = told.as_slice() else { panic!("{told:?}") };
    let message = only["pesan"].as_str().expect("words");
    assert!(message.ends_with("belum ada di bukti-dukung untuk: Bima Saputra"), "{message}");
    let advice = only["saran"].as_str().expect("words");
    assert!(advice.contains("\"B-2 berita acara bima saputra.pdf\""), "{advice}");
    made(&folder);
    let whole = folder.with("bukti-dukung/B-2 berita acara.pdf", "pindaian");
    let told = whole.tertib(&["periksa"]).ends_with(0).out;
    assert!(!told.contains("(K02)"), "{told}");
    let states = texts(&made(&whole), "keadaan").join(" ");
    assert_eq!(states, "tetap tetap");
}

#[test]
fn the_minutes_of_one_recipient_are_genuine_by_code_and_file_and_say_whose_they_are() {
    let folder =
        asked(Office::new().toml(&toml("per_penerima")), "B-7", 7).done("B-7", step(2), step(8));
    let folder = folder.folder();
    for (at, paper) in made(&folder).iter().enumerate() {
        let file = paper["file"].as_str().expect("a file");
        let text: String = opened(&folder, file).text().split_whitespace().collect();
        let (_, code) = text.split_once("(bukantandatanganelektronik):").expect("a check line");
        let code: String =
            code.chars().take("B-7/berita-acara/1/XXXX-XXXX-XXXX-XXXX-XX".len()).collect();
        for asked in [code.as_str(), file] {
            let told = folder.tertib(&["cek-naskah", asked]).ends_with(0).out;
            let first = told.lines().next().unwrap_or_default();
            let whose = format!(
                "ASLI  Berita Acara Serah Terima Hak Akses Sistem Aplikasi permohonan B-7 untuk penerima {}",
                NAMES[at]
            );
            assert_eq!(first, whose, "{asked}");
            let second = told.lines().find(|line| line.contains("nama Pihak Kedua"));
            assert!(second.is_some_and(|line| line.ends_with(NAMES[at])), "{told}");
            assert!(told.contains(&format!("BA-{}\n", at + 1)), "{told}");
        }
    }
}

#[test]
fn a_package_says_which_recipients_have_no_minutes() {
    let missing = |made: bool, bast: &str| {
        let office = asked(Office::new().toml(&toml(bast)), "B-3", 3);
        let office = office.done("B-3", step(2), step(8));
        let folder = office.folder();
        if made {
            assert_eq!(self::made(&folder).len(), 3);
            // One more access in the letter since.
            let office = office.request("B-3").with("nama_penerima", NAMES[3]);
            let folder = office.write_books(folder);
            return noted(&folder);
        }
        noted(&folder)
    };
    let all: Vec<Value> = NAMES.iter().take(3).map(|name| Value::from(*name)).collect();
    assert_eq!(missing(false, "per_penerima"), all);
    assert_eq!(missing(false, "per_surat"), [Value::Null]);
    assert_eq!(missing(true, "per_penerima"), [Value::from(NAMES[3])]);
}

/// For whom the package of B-3 lacks minutes.
fn noted(folder: &Folder) -> Vec<Value> {
    folder.tertib(&["arsip", "simpan", "B-3"]).ends_with(0);
    let files = crate::papers::made::below(folder, "arsip");
    let (_, record) = files.iter().find(|(name, _)| name.ends_with("catatan.json")).expect("one");
    let record: Value = serde_json::from_slice(record).expect("JSON");
    let lacking = record["naskah_belum_dibuat"].as_array().expect("papers").iter();
    let minutes = lacking.filter(|paper| paper["jenis"] == "berita-acara");
    minutes.map(|paper| paper["penerima"].clone()).collect()
}
