//! What holds for every paper, whatever it says: standards, fonts, language, record,
//! foot.

use serde_json::Value;
use tertib::sop::PaperKind;

use super::STAGES;
use super::crowded::CROWDED;
use super::made::{Made, MadePaper, digest};
use super::sparse::SPARSE;

/// Runs a check over every paper of every office of these tests.
fn every(check: impl Fn(&str, PaperKind, u32, &MadePaper)) {
    let offices: [&Made; 3] = [&STAGES, &CROWDED, &SPARSE];
    for office in offices {
        let papers = office.papers();
        assert!(!papers.is_empty());
        for (request, kind, round, _) in papers {
            check(&request, kind, round, &office.paper(&request, kind, round));
        }
    }
}

#[test]
fn every_paper_declares_its_standards_its_language_and_its_title_and_is_tagged() {
    every(|request, kind, _, paper| {
        let pdf = &paper.opened;
        let packet = pdf.metadata();
        let says = |name: &str, value: &str| {
            [format!("<{name}>{value}</{name}>"), format!("{name}=\"{value}\"")]
                .iter()
                .any(|form| packet.contains(form))
        };
        assert!(says("pdfaid:part", "3") && says("pdfaid:conformance", "A"), "{packet}");
        assert!(says("pdfuaid:part", "1"), "{packet}");
        assert_eq!(pdf.language(), "id");
        let title = pdf.title();
        let (name, of) = title.rsplit_once(" – ").expect("a name and a request");
        assert_eq!(of, request);
        match kind {
            // A letter has no heading; what it is stands behind *Hal*.
            PaperKind::Pengembalian => assert!(pdf.says(&format!("Hal: {name}")), "{name}"),
            _ => assert_eq!(name, kind.title()),
        }
        assert!(pdf.shows_its_title() && pdf.is_tagged() && !pdf.is_encrypted());
    });
}

#[test]
fn every_font_of_every_paper_is_embedded_and_maps_its_glyphs_to_letters() {
    every(|request, kind, _, paper| {
        let (all, wanting) = paper.opened.fonts();
        assert!(all.iter().any(|name| name.contains("Arimo")), "{all:?}");
        assert!(wanting.is_empty(), "{request} {kind}: {wanting:?}");
    });
}

#[test]
fn every_paper_carries_its_record_to_the_byte_as_the_register_keeps_it() {
    every(|request, kind, round, paper| {
        let attached = paper.opened.attachments();
        let [file] = attached.as_slice() else { panic!("{request} {kind}: {attached:?}") };
        assert_eq!(file.name, format!("{kind}.json"));
        assert_eq!(file.mime, "application/json");
        assert_eq!(file.relationship, "Source");
        assert!(file.content == paper.record.as_bytes(), "{request} {kind}");
        let record: Value = serde_json::from_str(&paper.record).expect("JSON");
        assert_eq!(record["permohonan"], request);
        assert_eq!(record["naskah"], kind.stem());
        assert_eq!(record["putaran"], round);
        assert_eq!(record["nomor"].as_str(), paper.number.as_deref());
    });
}

#[test]
fn the_check_code_at_the_foot_is_the_digest_of_the_record() {
    let offices: [&Made; 2] = [&STAGES, &SPARSE];
    for office in offices {
        for (request, kind, round, _) in office.papers() {
            let paper = office.paper(&request, kind, round);
            // Reckoned once more, by hand: 80 bits in the digits of Crockford.
            let hex = digest(&paper.opened.attachments()[0].content);
            let bits = u128::from_str_radix(&hex[..20], 16).expect("hexadecimal");
            let digits: Vec<u8> = (0..16)
                .map(|at| {
                    b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(bits >> (75 - 5 * at) & 31) as usize]
                })
                .collect();
            let groups: Vec<String> = digits
                .chunks(4)
                .map(|group| String::from_utf8(group.to_vec()).expect("digits"))
                .collect();
            let code = format!("{request}/{kind}/{round}/{}-", groups.join("-"));
            let foot = format!("Kode cek (bukan tanda tangan elektronik): {code}");
            assert!(paper.opened.says(&foot), "{foot} is not in\n{}", paper.opened.text());
        }
    }
}

#[test]
fn every_page_tells_which_of_how_many_it_is() {
    every(|request, kind, _, paper| {
        let pages = paper.opened.page_count();
        for page in 1..=pages {
            let text = super::opened::squeezed(&paper.opened.page(page as u32));
            let told = format!("Halaman{page}dari{pages}");
            assert!(text.contains(&told), "{request} {kind}: {told} is not in\n{text}");
        }
    });
}

/// What a record holds that stands on no page as such.
fn is_for_programs(path: &str, kind: PaperKind) -> bool {
    // The letter of return has a subject line in the place of a title.
    let title_of_letter = kind == PaperKind::Pengembalian && path == "judul";
    // The minutes tell their day in words and in figures.
    let told_in_words = kind == PaperKind::BeritaAcara && path == "tanggal";
    // By what the template calls a picture, and the digest of its file.
    let of_picture = matches!(path, "isi.foto_kegiatan.gambar" | "isi.foto_kegiatan.sha256");
    let for_programs = matches!(path, "naskah" | "permohonan" | "kop.logo") || of_picture;
    for_programs || title_of_letter || told_in_words
}

fn texts(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Array(rows) => rows.iter().for_each(|row| texts(path, row, found)),
        Value::Object(keys) => {
            for (key, value) in keys {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                texts(&path, value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn all_that_a_record_says_stands_on_its_paper() {
    every(|request, kind, round, paper| {
        let mut said = Vec::new();
        texts("", &serde_json::from_str(&paper.record).expect("JSON"), &mut said);
        let page = super::opened::squeezed(&(paper.opened.text() + &paper.opened.body()));
        for (path, text) in said {
            if is_for_programs(&path, kind) {
                continue;
            }
            // Beside the label "NIP" the number stands without its own.
            let text = text.strip_prefix("NIP ").unwrap_or(&text);
            let squeezed = super::opened::squeezed(text);
            assert!(
                page.contains(&squeezed),
                "{request} {kind} {round}: {path} = {text} is not in\n{}",
                paper.opened.text()
            );
        }
    });
}
