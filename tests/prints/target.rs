//! The file that `--cetak` names: nothing of somebody else's is ever printed over.

use std::fs;

use crate::cli::folder::Folder;

#[test]
fn a_file_that_is_no_earlier_print_is_left_alone() {
    let folder = Folder::office().with("surat.pdf", "%PDF-1.7 surat orang lain");
    let told = folder.tertib(&["sop", "--cetak", "surat.pdf"]).ends_with(2);
    assert_eq!(told.out, "");
    assert!(told.err.contains("surat.pdf sudah ada dan bukan cetakan tertib"), "{}", told.err);
    let kept = fs::read_to_string(folder.path("surat.pdf")).expect("the letter");
    assert_eq!(kept, "%PDF-1.7 surat orang lain");
}

#[test]
fn a_print_of_another_thing_is_left_alone_too() {
    let folder = Folder::small();
    folder.tertib(&["sop", "--cetak", "a.pdf"]).ends_with(0);
    let before = fs::read(folder.path("a.pdf")).expect("a print");
    folder.tertib(&["status", "--cetak", "a.pdf"]).ends_with(2);
    assert!(fs::read(folder.path("a.pdf")).expect("a print") == before);
}

#[test]
fn an_earlier_print_is_replaced_and_the_same_print_is_not_written_again() {
    let folder = Folder::small();
    let first = folder.tertib(&["status", "--cetak", "baru/status.pdf"]).ends_with(0);
    assert_eq!(first.out, "dicetak: baru/status.pdf\n");
    let again = folder.tertib(&["status", "--cetak", "baru/status.pdf"]).ends_with(0);
    assert_eq!(again.out, "tidak berubah: baru/status.pdf\n");
    let later = ["--per", "2024-06-28 10:00", "status", "--cetak", "baru/status.pdf"];
    let later = folder.tertib(&later).ends_with(0);
    assert_eq!(later.out, "dicetak, menggantikan cetakan yang lama: baru/status.pdf\n");
    let names: Vec<_> = fs::read_dir(folder.path("baru")).expect("a folder").collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[test]
fn a_print_that_was_signed_since_is_left_alone() {
    let folder = Folder::office();
    folder.tertib(&["sop", "--cetak", "a.pdf"]).ends_with(0);
    let mut signed = fs::read(folder.path("a.pdf")).expect("a print");
    signed.extend(b"\n1 0 obj <</Type/Sig/ByteRange[0 1 2 3]>> endobj\n");
    fs::write(folder.path("a.pdf"), &signed).expect("a file can be written");
    let told = folder.tertib(&["sop", "--cetak", "a.pdf"]).ends_with(2);
    assert!(told.err.contains("sudah ditandatangani secara elektronik"), "{}", told.err);
    assert!(fs::read(folder.path("a.pdf")).expect("a print") == signed);
}

#[test]
fn a_trial_writes_nothing_and_says_so() {
    let folder = Folder::small();
    for arguments in [&["sop"][..], &["status"], &["jelaskan", "A-1"]] {
        let tried = [arguments, &["--cetak", "a.pdf", "--simulasi"]].concat();
        let told = folder.tertib(&tried).ends_with(0);
        assert!(told.out.starts_with("akan dicetak: a.pdf\n"), "{}", told.out);
        assert!(told.out.ends_with("Simulasi: tidak ada yang ditulis.\n"), "{}", told.out);
    }
    assert!(!folder.path("a.pdf").exists());
}

#[test]
fn a_trial_without_a_print_and_a_name_that_is_no_pdf_are_told() {
    let folder = Folder::office();
    let told = folder.tertib(&["sop", "--simulasi"]).ends_with(2);
    assert!(told.err.contains("--cetak belum ditulis"), "{}", told.err);
    let told = folder.tertib(&["sop", "--cetak", "tertib.toml"]).ends_with(2);
    assert!(told.err.contains("tidak berakhir dengan .pdf"), "{}", told.err);
}

#[test]
fn the_office_s_own_template_is_used_and_a_faulty_one_is_told_with_its_place() {
    let folder = Folder::office().with("templat/sop.typ", "Papan SOP kami\n");
    folder.tertib(&["sop", "--cetak", "a.pdf"]).ends_with(0);
    let faulty = Folder::office().with("templat/sop.typ", "= SOP\n#let x = (\n");
    let told = faulty.tertib(&["sop", "--cetak", "a.pdf"]).ends_with(2);
    assert!(told.err.contains("templat/sop.typ:2"), "{}", told.err);
    assert!(!faulty.path("a.pdf").exists());
}

#[test]
fn letters_that_no_font_has_are_told_and_the_print_is_made() {
    let sop = tertib::sop::BUILTIN_TEXT.replace("Alat Tulis", "Alat Tulis 🖊");
    let folder = Folder::office().with("sop/a.toml", sop);
    let told = folder.tertib(&["sop", "--cetak", "a.pdf"]).ends_with(0);
    assert!(told.err.contains("huruf yang tidak dapat dicetak: U+1F58A"), "{}", told.err);
    assert!(folder.path("a.pdf").exists());
}
