//! The office's own templates: copied with what they may use, and unable to reach
//! anything but their folder and their data.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use tertib::document::template_fields;
use tertib::press::Templates;
use tertib::sop::PaperKind;

use crate::cli::folder::{Folder, is_as_kept};
use crate::office::{Office, step};
use crate::papers::STAGES;
use crate::papers::crowded::CROWDED;
use crate::papers::made::Made;
use crate::papers::opened::Opened;
use crate::papers::removal::minuted;
use crate::papers::sparse::SPARSE;

/// The ways to all values of a record; a list is one way with `[]`.
fn ways(value: &Value, way: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let dot = if way.is_empty() { "" } else { "." };
                ways(value, &format!("{way}{dot}{key}"), found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| ways(item, &format!("{way}[]"), found)),
        _ => {
            found.insert(way.to_owned());
        }
    }
}

/// What stands beside the record in the data of a template of papers.
fn beside(template: &str) -> BTreeSet<String> {
    let text = Templates::built_in()
        .iter()
        .filter(|(name, _)| *name == "naskah.typ" || *name == template)
        .map(|(_, text)| String::from_utf8_lossy(text).into_owned())
        .collect::<String>();
    let named = text.match_indices("data.").map(|(at, word)| &text[at + word.len()..]);
    let key = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    // "data.json" is the file itself.
    named.map(key).filter(|key: &String| !key.is_empty() && key != "json").collect()
}

/// Steps in parts, refused accesses, other recipients and whoever acknowledges, so that
/// every list of a record has a row somewhere.
fn richest() -> Made {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n";
    let mut office = Office::new().toml(crate::papers::OFFICE).toml(toml);
    for kind in PaperKind::ALL {
        if kind != PaperKind::BeritaAcara {
            let named = format!(
                "[tanda_tangan.{kind}]\nmengetahui = \"Kepala Pusat Contoh\"\ntembusan = [\"Arsip\"]\n"
            );
            office = office.toml(&named);
        }
    }
    for (name, result) in [("Sekar", "Y"), ("Dewi", "T")] {
        office = office.request("P-1").with("nama_penerima", name).with("hasil_verifikasi", result);
    }
    office = office.done("P-1", step(2), step(3)).done("P-1", step(6), step(8));
    office = office.request("P-2").with("nama_penerima", "Sekar");
    office = office.done("P-2", step(2), step(3)).decided("T").with("alasan", "kurang");
    for name in ["Sekar", "Dewi"] {
        office = office
            .signed("P-1", step(4), "Senin 03/06/2024 09.10", "Senin 03/06/2024 09.20")
            .with("penerima", name)
            .signed("P-1", step(5), "Senin 03/06/2024 09.40", "Senin 03/06/2024 11.00")
            .with("penerima", name);
    }
    Made::of(&office)
}

#[test]
fn every_field_that_is_told_is_in_the_data_and_every_field_of_the_data_is_told() {
    let richest = richest();
    let removal = Made::of_folder(&minuted());
    let offices: [&Made; 5] = [&STAGES, &SPARSE, &CROWDED, &richest, &removal];
    let mut wrong = Vec::new();
    for kind in PaperKind::ALL {
        let told: BTreeSet<String> =
            template_fields(kind.stem()).into_iter().map(|field| field.path).collect();
        let mut found = BTreeSet::new();
        for office in offices {
            for (request, one, round, _) in office.papers() {
                if one == kind {
                    let record = office.paper(&request, kind, round).record;
                    ways(&serde_json::from_str(&record).unwrap(), "catatan", &mut found);
                }
            }
        }
        // What is null here and something there is told by what it holds.
        let whole = |way: &String| told.iter().any(|told| told.starts_with(&format!("{way}.")));
        let untold = found.iter().filter(|way| !told.contains(*way) && !whole(way));
        wrong.extend(untold.map(|way| format!("{kind} has, untold: {way}")));
        let below = |way: &&String| way.starts_with("catatan.");
        let gone = told.iter().filter(below).filter(|way| !found.contains(*way));
        wrong.extend(gone.map(|way| format!("{kind} is told to have: {way}")));
        let top = |way: &String| way.split(['.', '[']).next().unwrap_or_default().to_owned();
        let tops: BTreeSet<String> = told.iter().map(top).collect();
        let beside = beside(&format!("{kind}.typ"));
        let differing = beside.symmetric_difference(&tops);
        wrong.extend(differing.map(|top| format!("{kind}, beside the record: {top}")));
        let silent = template_fields(kind.stem()).into_iter().filter(|one| one.meaning.is_empty());
        wrong.extend(silent.map(|one| format!("{kind}, without a meaning: {}", one.path)));
    }
    assert!(wrong.is_empty(), "src/document/isian.txt: {wrong:#?}");
}

#[test]
fn the_fields_of_the_monthly_report_are_those_of_its_data() {
    let (name, pdf) =
        STAGES.files.iter().find(|(name, _)| name.ends_with("laporan-bulanan.pdf")).unwrap();
    let record = Opened::new(pdf).attachments().remove(0).content;
    let mut found = BTreeSet::new();
    ways(&serde_json::from_slice(&record).unwrap(), "", &mut found);
    let told: BTreeSet<String> =
        template_fields("laporan-bulanan").into_iter().map(|field| field.path).collect();
    let whole = |way: &String| told.iter().any(|told| told.starts_with(&format!("{way}.")));
    let untold: Vec<&String> =
        found.iter().filter(|way| !told.contains(*way) && !whole(way)).collect();
    assert!(untold.is_empty(), "{name}: {untold:#?}");
}

fn office() -> Folder {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n";
    let office = Office::new().toml(toml).kept("P-1");
    office
        .request("P-2")
        .done("P-2", step(2), step(3))
        .decided("T")
        .with("alasan", "kurang")
        .folder()
}

#[test]
fn templates_are_copied_with_what_they_may_use_and_never_written_over() {
    let folder = office().with("templat/kop.typ", "// milik kantor\n");
    let tried = folder.tertib(&["templat", "salin", "--simulasi"]).ends_with(0);
    assert!(tried.out.contains("akan disalin: templat/akun.typ"), "{}", tried.out);
    assert!(!folder.path("templat/akun.typ").exists());
    let kept = folder.conversation(&[
        &["templat", "salin", "Berita_Acara", "kop"],
        &["templat", "salin", "berita acra"],
        &["templat", "salin", "berita-acara.typ", "--format", "json"],
    ]);
    is_as_kept("templat_salin", &kept);
    let own = fs::read_to_string(folder.path("templat/kop.typ")).unwrap();
    assert_eq!(own, "// milik kantor\n");
    let copy = fs::read_to_string(folder.path("templat/berita-acara.typ")).unwrap();
    assert!(copy.contains("//   data.catatan.isi.akses[].peran "), "{copy}");
}

#[test]
fn copies_of_all_templates_print_what_the_built_in_ones_print() {
    let (folder, copied) = (office(), office());
    copied.tertib(&["templat", "salin"]).ends_with(0);
    for folder in [&folder, &copied] {
        folder.tertib(&["proses"]).ends_with(0);
    }
    let made = |folder| crate::papers::made::below(folder, "hasil");
    let (before, after) = (made(&folder), made(&copied));
    assert!(before.keys().eq(after.keys()) && before.len() > 8);
    for (name, bytes) in &before {
        assert!(bytes == &after[name], "{name} differs");
    }
}

#[test]
fn a_mistake_in_one_template_costs_the_papers_of_its_kind_alone() {
    for kind in PaperKind::ALL {
        let folder = match kind {
            PaperKind::BeritaAcaraPencabutan => minuted(),
            _ => office(),
        };
        folder.tertib(&["templat", "salin", kind.stem()]).ends_with(0);
        let file = format!("templat/{kind}.typ");
        let text = fs::read_to_string(folder.path(&file)).unwrap();
        let line = text.lines().count() + 1;
        let folder = folder.with(&file, format!("{text}#data.catatan.isi.tmpat.x\n"));
        let told = folder.tertib(&["buat", "--format", "json"]).ends_with(2);
        let answer = told.json();
        for paper in answer["hasil"].as_array().unwrap() {
            let failed = paper["keadaan"] == "gagal";
            assert_eq!(failed, paper["naskah"] == kind.stem(), "{kind}: {paper}");
        }
        let place = &answer["temuan"][0]["lokasi"][0];
        assert_eq!(place["file"], file, "{kind}");
        assert_eq!(
            (place["baris"].as_u64(), place["kolom"].as_u64()),
            (Some(line as u64), Some(19))
        );
        assert!(told.err.contains("data tidak memuat \"tmpat\""), "{}", told.err);
    }
}

#[test]
fn a_template_reaches_nothing_but_its_folder_and_its_data() {
    let attempts = [
        "#read(\"../tertib.toml\")",
        "#read(\"/tertib.toml\")",
        "#read(\"/../tertib.toml\")",
        "#read(\"/etc/passwd\")",
        "#image(\"/../bukti-dukung/x.png\", alt: \"x\")",
        "#csv(\"../data/x.csv\")",
        "#plugin(\"/x.wasm\")",
        "#import \"@preview/cetz:0.3.0\": canvas",
        "#import \"../sop/x.typ\": *",
        "#include \"//server/berbagi/x.typ\"",
    ];
    let folder = office().with("rahasia.txt", "rahasia");
    let mut kept = String::new();
    for attempt in attempts {
        let folder_text = format!("#let data = json(\"/data.json\")\n= Judul\n{attempt}\n");
        fs::create_dir_all(folder.path("templat")).unwrap();
        fs::write(folder.path("templat/akun.typ"), folder_text).unwrap();
        let told = folder.tertib(&["buat", "akun"]).ends_with(2);
        assert!(!folder.path("hasil/2024-06/P-1/4-akun.pdf").exists(), "{attempt}");
        kept.push_str(&format!("{attempt}\n{}\n", told.err));
    }
    is_as_kept("templat_luar", &kept);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_told_and_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = office().with("rahasia.txt", "rahasia").with(
        "templat/akun.typ",
        "#let data = json(\"/data.json\")\n= Judul\n#read(\"/tautan.txt\")\n",
    );
    symlink(folder.path("rahasia.txt"), folder.path("templat/tautan.txt")).unwrap();
    symlink(folder.path("templat"), folder.path("templat/putar")).unwrap();
    symlink("akun.typ", folder.path("templat/lain.typ")).unwrap();
    let told = folder.tertib(&["buat", "akun"]).ends_with(2);
    assert!(told.err.contains("menunjuk ke luar folder templat"), "{}", told.err);
    assert!(told.err.contains("templat/putar"), "{}", told.err);
    assert!(!told.err.contains("lain.typ adalah tautan"), "{}", told.err);
    assert!(!folder.path("hasil").exists());
}

/// What is told when papers are made with a file in the folder of templates.
fn made_with(name: &str, content: impl AsRef<[u8]>, status: i32) -> String {
    let toml = "[opsi]\nper = \"2024-07-01 08:00\"\n";
    let folder = Office::new().toml(toml).kept("P-1").kept("P-2").folder();
    let folder = folder.with(&format!("templat/{name}"), content);
    folder.tertib(&["buat"]).ends_with(status).whole()
}

#[test]
fn a_file_that_notepad_marks_as_utf_8_is_a_template_like_any_other() {
    let akun = fs::read_to_string("templates/akun.typ").unwrap().replace('\n', "\r\n");
    let told = made_with("akun.typ", format!("\u{feff}{akun}"), 0);
    assert!(told.contains("12 dibuat"), "{told}");
}

#[test]
fn an_empty_template_or_one_that_is_no_text_makes_no_paper_and_is_told_once() {
    let told = made_with("akun.typ", "\n  \n", 2);
    assert_eq!(told.matches("templat \"akun.typ\" kosong").count(), 1, "{told}");
    assert!(told.contains("10 dibuat, 2 gagal"), "{told}");
    let told = made_with("akun.typ", b"#let x = 1\ncaf\xe9", 2);
    assert_eq!(told.matches("bukan teks UTF-8, mulai baris 2").count(), 1, "{told}");
    let told = made_with("akun.typ", "#json(\"data.json\").tidak_ada", 2);
    assert_eq!(told.matches("data tidak memuat \"tidak_ada\"").count(), 1, "{told}");
}

#[test]
fn what_is_built_upon_a_faulty_template_is_not_made_for_the_reason_of_that_one() {
    let told = made_with("kop.typ", "#let kop = (\n", 2);
    assert_eq!(told.matches("kesalahan:").count(), 1, "{told}");
    assert!(told.contains("templat/kop.typ:1:12"), "{told}");
}

#[test]
fn a_template_that_replaces_none_and_is_not_used_is_told() {
    let told = made_with("aku.typ", "Halo", 0);
    assert!(told.contains("templat aku.typ tidak menggantikan apa pun"), "{told}");
    assert!(
        told.contains("namai seperti templat yang digantikannya: akses-diminta.typ, akun.typ"),
        "{told}"
    );
}
