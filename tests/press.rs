//! The press from outside: pages are read back as a stranger would read them.

#[path = "press/tables.rs"]
mod tables;

use std::collections::BTreeMap;
use std::process::Command;

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document, Object};
use serde_json::{Value as Json, json};
use tertib::press::{Attachment, Edition, Press, PressProblem, Printed, TemplateFault, Templates};

const HOSTILE: &str =
    "Kode # $x$ @rujukan <label> *tebal* _miring_ \\baris \"kutip\" // = - + ~ [kurung]";
const NAME: &str = "Ma'ruf, S.H., M.Si.";

fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-06-10T15:30:00+07:00").unwrap()
}

fn data() -> Json {
    json!({
        "kertas": "A4",
        "kop": {
            "baris": ["KEMENTERIAN CONTOH REPUBLIK INDONESIA", "BADAN CONTOH", "PUSAT PENGUJIAN HALAMAN"],
            "alamat": "Jalan Contoh Nomor 1, Depok 16400",
            "kontak": ["Telepon (021) 555 0100", "Laman contoh.example", "Pos-el pusat@contoh.example"],
        },
        "judul": "SURAT KETERANGAN",
        "nama": NAME,
        "nip": "197405102000121001",
        "unit": "Kanwil \u{2013} Subbag <TI>",
        "isi": HOSTILE,
    })
}

fn edition() -> Edition {
    Edition {
        title: "Surat Keterangan – P-2024-017".to_owned(),
        date: moment(),
        ident: "P-2024-017/surat/1".to_owned(),
        attachment: Some(Attachment {
            name: "catatan.json".to_owned(),
            content: b"{\"nomor\":\"P-2024-017\"}\n\0\xFF".to_vec(),
            mime: "application/json".to_owned(),
            description: "Catatan yang dicetak".to_owned(),
        }),
    }
}

fn templates(name: &str, text: &str) -> Templates {
    let mut templates = Templates::built_in();
    templates.put(name, text.as_bytes().to_vec()).unwrap();
    templates
}

fn press() -> Press {
    Press::new(&templates("surat.typ", include_str!("pages/surat.typ"))).unwrap()
}

fn surat() -> Printed {
    press().print("surat.typ", &data(), &edition()).unwrap()
}

/// Prints a template of one's own and gives what the press has against it.
fn problems_of(text: &str) -> Vec<PressProblem> {
    match Press::new(&templates("uji.typ", text)) {
        Ok(press) => press.print("uji.typ", &data(), &edition()).unwrap_err(),
        Err(problems) => problems,
    }
}

fn place_of(problem: &PressProblem) -> String {
    match fault_of(problem).and_then(|fault| fault.place.as_ref()) {
        Some(place) => format!("{}:{}:{}", place.template, place.line, place.column),
        None => format!("no place: {problem:?}"),
    }
}

fn fault_of(problem: &PressProblem) -> Option<&TemplateFault> {
    match problem {
        PressProblem::Template(fault) => Some(fault),
        _ => None,
    }
}

fn opened(paper: &Printed) -> Document {
    Document::load_mem(&paper.pdf).unwrap()
}

fn dictionary<'a>(document: &'a Document, parent: &'a Dictionary, key: &[u8]) -> &'a Dictionary {
    let object = parent.get(key).unwrap();
    document.dereference(object).unwrap().1.as_dict().unwrap()
}

fn xmp(document: &Document) -> String {
    let id = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = document.get_object(id).unwrap().as_stream().unwrap();
    let plain = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    String::from_utf8(plain).unwrap()
}

/// The text of the pages by poppler's pdftotext; `None`, told on screen, without it.
fn text_of(paper: &Printed) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("halaman.pdf");
    std::fs::write(&file, &paper.pdf).unwrap();
    match Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output() {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap()),
        Err(_) => {
            eprintln!("skipped: pdftotext (poppler-utils) is not installed");
            None
        }
    }
}

#[test]
fn text_of_people_is_printed_as_it_was_written() {
    let Some(text) = text_of(&surat()) else { return };
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for written in [HOSTILE, NAME, "197405102000121001", "Subbag <TI>", "PUSAT PENGUJIAN HALAMAN"] {
        assert!(one_line.contains(written), "{written} is missing in:\n{text}");
    }
    assert!(one_line.ends_with("10-06-2024"), "today is the document's date:\n{text}");
}

#[test]
fn a_paper_declares_pdf_a_3a_and_pdf_ua_1_in_indonesian() {
    let document = opened(&surat());
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"id");
    let marks = dictionary(&document, catalog, b"MarkInfo");
    assert!(marks.get(b"Marked").unwrap().as_bool().unwrap());
    assert!(catalog.has(b"StructTreeRoot"));
    let viewer = dictionary(&document, catalog, b"ViewerPreferences");
    assert!(viewer.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let xmp = xmp(&document);
    for statement in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Surat Keterangan – P-2024-017",
        "2024-06-10T15:30:00+07:00",
    ] {
        assert!(xmp.contains(statement), "{statement} is missing in {xmp}");
    }
    let intents = document.dereference(catalog.get(b"OutputIntents").unwrap()).unwrap().1;
    let intent =
        document.dereference(&intents.as_array().unwrap()[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFA1");
    assert!(intent.has(b"DestOutputProfile"));
}

#[test]
fn the_attachment_comes_back_byte_for_byte() {
    let document = opened(&surat());
    let specification = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .find(|dictionary| {
            dictionary.get(b"Type").is_ok_and(|t| t.as_name().ok() == Some(b"Filespec"))
        })
        .unwrap();
    assert_eq!(specification.get(b"AFRelationship").unwrap().as_name().unwrap(), b"Source");
    assert_eq!(specification.get(b"UF").unwrap().as_str().unwrap(), b"catatan.json");
    let embedded = dictionary(&document, specification, b"EF").get(b"F").unwrap();
    let stream = document.dereference(embedded).unwrap().1.as_stream().unwrap();
    assert_eq!(stream.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"application/json");
    let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    assert_eq!(content, edition().attachment.unwrap().content);
    assert!(document.catalog().unwrap().has(b"AF"));
}

#[test]
fn every_font_of_a_page_is_embedded() {
    let document = opened(&surat());
    let descriptors: Vec<&Dictionary> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dictionary| dictionary.has(b"FontName"))
        .collect();
    assert!(!descriptors.is_empty());
    for descriptor in descriptors {
        let name = String::from_utf8_lossy(descriptor.get(b"FontName").unwrap().as_name().unwrap());
        assert!(name.contains("Arimo"), "{name}");
        let file = [&b"FontFile2"[..], b"FontFile3"].iter().any(|key| descriptor.has(key));
        assert!(file, "{name} is not embedded");
    }
}

#[test]
fn a_page_is_a4_or_f4_as_the_data_says() {
    let size = |paper: &str| {
        let mut data = data();
        data["kertas"] = json!(paper);
        let paper = press().print("surat.typ", &data, &edition()).unwrap();
        let document = opened(&paper);
        let page = *document.get_pages().get(&1).unwrap();
        let page = document.get_object(page).unwrap().as_dict().unwrap();
        let box_ = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let millimetres = |object: &Object| (object.as_float().unwrap() / 72.0 * 25.4).round();
        (millimetres(&box_[2]), millimetres(&box_[3]))
    };
    assert_eq!(size("A4"), (210.0, 297.0));
    assert_eq!(size("F4"), (215.0, 330.0));
}

#[test]
fn the_same_data_gives_the_same_bytes_in_every_thread() {
    let press = press();
    let first = press.print("surat.typ", &data(), &edition()).unwrap();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| press.print("surat.typ", &data(), &edition()).unwrap()))
            .collect();
        for thread in threads {
            assert!(thread.join().unwrap() == first, "bytes differ");
        }
    });
    let mut other = edition();
    other.ident = "P-2024-018/surat/1".to_owned();
    assert!(press.print("surat.typ", &data(), &other).unwrap() != first);
}

#[test]
fn a_character_without_a_glyph_is_shown_as_replaced_and_told() {
    let mut data = data();
    data["isi"] = json!("Baik 🙏 \u{F0FC} ✓ ☑ ☐ √ → é\u{200B}\r\nbaris kedua\u{7}");
    let paper = press().print("surat.typ", &data, &edition()).unwrap();
    assert_eq!(paper.unprintable.iter().collect::<String>(), "\u{7}\u{F0FC}🙏");
    let Some(text) = text_of(&paper) else { return };
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains("Baik � � ✓ ☑ ☐ √ → é baris kedua�"), "{text}");
    assert!(text.lines().any(|line| line.trim() == "baris kedua�"), "{text}");
}

#[test]
fn an_unknown_font_is_an_error_at_its_line() {
    let problems = problems_of("Halo\n#set text(font: \"Comic Sans MS\")\nApa kabar\n");
    assert_eq!(problems.iter().map(place_of).collect::<Vec<_>>(), ["uji.typ:2:17"]);
    assert_eq!(
        problems[0].to_string(),
        "templat \"uji.typ\": jenis huruf \"comic sans ms\" tidak tersedia; yang tersedia: Arimo, TeX Gyre Bonum, DejaVu Sans (tanda saja)"
    );
    let shown = problems[0].diagnostic("templat");
    assert!(matches!(&shown.places[0],
        tertib::diagnostic::Place::Text { file, line: 2, column: 17 } if &**file == "templat/uji.typ"));
}

#[test]
fn both_font_families_stand_ready_in_four_faces() {
    for family in ["Arimo", "TeX Gyre Bonum"] {
        let text =
            format!("#set text(font: \"{family}\")\nTegak *tebal* _miring_ *_tebal miring_*\n");
        let press = Press::new(&templates("uji.typ", &text)).unwrap();
        let paper = press.print("uji.typ", &data(), &edition()).unwrap();
        let fonts: BTreeMap<String, ()> = opened(&paper)
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok()?.get(b"FontName").ok()?.as_name().ok())
            .map(|name| (String::from_utf8_lossy(name).into_owned(), ()))
            .collect();
        assert_eq!(fonts.len(), 4, "{fonts:?}");
    }
}

#[test]
fn a_mistake_in_a_template_names_file_line_and_column() {
    let problems = problems_of("#let data = json(\"/data.json\")\n\nNama: #data.namma\n");
    assert_eq!(place_of(&problems[0]), "uji.typ:3:13");
    assert_eq!(problems[0].to_string(), "templat \"uji.typ\": data tidak memuat \"namma\"");

    let unknown = problems_of("Halo #tangal\n");
    assert_eq!(place_of(&unknown[0]), "uji.typ:1:7");
    assert_eq!(unknown[0].to_string(), "templat \"uji.typ\": nama \"tangal\" tidak dikenal");
}

#[test]
fn what_pdf_a_and_pdf_ua_forbid_is_told_at_its_line() {
    let told = |text| problems_of(text)[0].to_string();
    assert_eq!(
        told("= Satu\n=== Tiga\n"),
        "templat \"uji.typ\": tingkat judul melompat dari 1 (PDF/UA-1)"
    );
    let emoji = problems_of("Terima kasih 🙏\n");
    assert_eq!(place_of(&emoji[0]), "uji.typ:1:14");
    assert_eq!(
        emoji[0].to_string(),
        "templat \"uji.typ\": \"🙏\" tidak dapat dicetak dengan jenis huruf yang ada (PDF/A-3a, PDF/UA-1)"
    );
    assert_eq!(emoji[0].diagnostic("templat").advice, "ganti karakter itu");
}

#[test]
fn a_template_that_takes_the_title_away_prints_under_that_of_its_paper() {
    let templates = templates("uji.typ", "#set document(title: none)\nTanpa judul\n");
    let printed = Press::new(&templates).unwrap().print("uji.typ", &data(), &edition()).unwrap();
    let title = xmp(&opened(&printed));
    assert!(title.contains(&edition().title), "{title}");
}

#[test]
fn a_mistake_in_a_shared_template_also_names_the_caller() {
    let mut templates = templates("uji.typ", "#import \"/bagian.typ\": awal\n\n#awal(3)\n");
    templates.put("bagian.typ", b"#let awal(teks) = {\n  teks.first()\n}\n".to_vec()).unwrap();
    let press = Press::new(&templates).unwrap();
    let problems = press.print("uji.typ", &data(), &edition()).unwrap_err();
    assert_eq!(place_of(&problems[0]), "bagian.typ:2:3");
    let caller = &fault_of(&problems[0]).unwrap().called_from[0];
    assert_eq!((caller.template.as_str(), caller.line), ("uji.typ", 3));
}

#[test]
fn every_syntax_mistake_of_every_template_is_told_at_once() {
    let mut templates = templates("a.typ", "#let x = (1, 2\n");
    templates.put("b.typ", b"baik\n#let = 3\n".to_vec()).unwrap();
    templates.put("c.typ", vec![0xFF]).unwrap();
    let problems = Press::new(&templates).err().unwrap();
    let places: Vec<String> = problems.iter().map(place_of).collect();
    assert!(places.contains(&"a.typ:1:10".to_owned()), "{places:?}");
    assert!(places.iter().any(|place| place.starts_with("b.typ:2:")), "{places:?}");
    assert!(problems.contains(&PressProblem::NotText { name: "c.typ".to_owned(), line: 1 }));
}

#[test]
fn a_template_reaches_neither_files_nor_packages() {
    for text in
        ["#read(\"/etc/passwd\")", "#include \"/lain.typ\"", "#import \"@preview/x:1.0.0\": y"]
    {
        assert_eq!(place_of(&problems_of(text)[0]).split(':').next(), Some("uji.typ"), "{text}");
    }
    assert_eq!(
        problems_of("#read(\"rahasia.txt\")")[0].to_string(),
        "templat \"uji.typ\": berkas \"rahasia.txt\" tidak ada di folder templat"
    );
}

#[test]
fn an_office_replaces_a_template_by_one_of_the_same_name() {
    let mut templates = templates("surat.typ", include_str!("pages/surat.typ"));
    let own = "#let lembar(kertas: none, isi) = isi\n#let kop(kop) = [Kop buatan sendiri]\n";
    templates.put("kop.typ", own.as_bytes().to_vec()).unwrap();
    let paper = Press::new(&templates).unwrap().print("surat.typ", &data(), &edition()).unwrap();
    let Some(text) = text_of(&paper) else { return };
    assert!(text.contains("Kop buatan sendiri") && !text.contains("PUSAT PENGUJIAN"), "{text}");
}

#[test]
fn a_template_cannot_bear_a_name_that_leaves_the_shelf() {
    let mut templates = Templates::built_in();
    for name in
        ["../kop.typ", "/kop.typ", "a//b.typ", ".press/kop.typ", "data.json", "C:\\kop.typ", ""]
    {
        let problem = PressProblem::TemplateName { name: name.to_owned() };
        assert_eq!(templates.put(name, Vec::new()), Err(problem));
    }
    assert_eq!(templates.put("logo/kantor.png", Vec::new()), Ok(()));
}

#[test]
fn a_letterhead_is_optional() {
    for kop in [json!(null), json!({ "baris": [] }), json!({ "baris": ["KANTOR"] })] {
        let mut data = data();
        data["kop"] = kop;
        assert!(press().print("surat.typ", &data, &edition()).is_ok());
    }
}

#[test]
fn a_logo_of_the_office_stands_in_the_letterhead() {
    let logo = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#246"/></svg>"##;
    let mut templates = templates("surat.typ", include_str!("pages/surat.typ"));
    templates.put("logo.svg", logo.as_bytes().to_vec()).unwrap();
    let mut data = data();
    data["kop"]["logo"] = json!("logo.svg");
    let paper = Press::new(&templates).unwrap().print("surat.typ", &data, &edition()).unwrap();
    let document = opened(&paper);
    let figure = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .find(|entry| entry.get(b"S").is_ok_and(|kind| kind.as_name().ok() == Some(b"Figure")));
    let spoken = figure.unwrap().get(b"Alt").unwrap();
    assert_eq!(lopdf::decode_text_string(spoken).unwrap(), "Logo PUSAT PENGUJIAN HALAMAN");
}

#[test]
fn a_template_that_is_not_there_is_told_by_name() {
    let problems = press().print("tiada.typ", &data(), &edition()).unwrap_err();
    assert_eq!(problems, [PressProblem::NoTemplate { name: "tiada.typ".to_owned() }]);
}
