//! Everyday papers as a careful secretary sets them: one page where one page is enough, a
//! short table in one piece, a date on one line, every sentence with its full stop.

use std::sync::LazyLock;

use tertib::sop::PaperKind::{BeritaAcara, Disposisi, Dokumentasi, LaporanKegiatan};

use super::crowded::CROWDED;
use super::layout::{every, lines};
use super::made::Made;
use super::opened::squeezed;
use super::placed::{Word, pages_of};
use crate::office::{Office, step};

/// Letters for so many accesses.
const COUNTS: [usize; 4] = [1, 2, 3, 4];
const APPLICATIONS: [&str; 4] = ["Aplikasi Penilaian Kompetensi", "LMS BPSDM", "CACT", "SIMPEG"];
const TOML: &str = "kop = [\"KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA\", \"BPSDM HUKUM DAN HAM\", \
    \"PUSAT PENILAIAN KOMPETENSI\"]\nalamat = \"Jalan Contoh Nomor 1, Depok\"\n\
    telepon = \"(021) 555-0100\"\nkota = \"Depok\"\n[opsi]\nper = \"2024-07-01 08:00\"\n";

fn asked(office: Office, number: &str, count: usize) -> Office {
    APPLICATIONS.iter().take(count).fold(office, |office, application| {
        office
            .request(number)
            .with("nip_pemohon", "198705012010011001")
            .with("jabatan", "Asesor SDM Aparatur Ahli Pertama")
            .with("unit_kerja", "Pusat Pengembangan Fungsional")
            .with("aplikasi", application)
    })
}

static EVERYDAY: LazyLock<Made> = LazyLock::new(|| {
    let office = COUNTS.iter().fold(Office::new().toml(TOML), |office, count| {
        let number = format!("E-{count}");
        asked(office, &number, *count).done(&number, step(2), step(8))
    });
    // Returned once, for a reason without its full stop and for one with it.
    let again = |office, number: &str, reason| {
        let office = asked(office, number, 1).done(number, step(2), step(3)).decided("T");
        office.with("alasan", reason).done_a_day_later(number, step(2), step(8))
    };
    let office = again(office, "R-1", "Surat belum ditandatangani");
    let office = again(office, "R-2", "NIP keliru.");
    // The account was made from one day to the next.
    let office = asked(office, "D-1", 1).done("D-1", step(2), step(8)).at(step(4));
    let office = office.times("Senin 03/06/2024 15.55", "Senin 10/06/2024 07.45");
    // A tutorial that is planned.
    let office = asked(office, "T-1", 1).done("T-1", step(2), step(4));
    let office = office.signed("T-1", step(5), "", "").with("hasil", "");
    Made::of(&office.with("paraf", "").with("dijadwalkan", "Selasa 02/07/2024 09.00"))
});

#[test]
fn minutes_for_up_to_three_accesses_and_the_record_of_a_tutorial_for_one_take_one_page() {
    for count in 1..=3 {
        let minutes = EVERYDAY.paper(&format!("E-{count}"), BeritaAcara, 1).opened;
        assert_eq!(minutes.page_count(), 1, "{count}:\n{}", minutes.text());
    }
    let record = EVERYDAY.paper("E-1", Dokumentasi, 1).opened;
    assert_eq!(record.page_count(), 1, "{}", record.text());
    assert!(record.says("Foto kegiatan") && record.says("Keterangan: ...."), "{}", record.text());
}

#[test]
fn a_short_table_of_accesses_in_the_report_stands_on_one_page() {
    for count in COUNTS {
        let report = EVERYDAY.paper(&format!("E-{count}"), LaporanKegiatan, 1).opened;
        let pages = (1..=report.page_count() as u32).map(|at| squeezed(&report.page(at)));
        let whole = |page: &String| {
            let rows = APPLICATIONS.iter().take(count);
            page.contains("D.Hasil") && rows.into_iter().all(|row| page.contains(&squeezed(row)))
        };
        assert!(pages.collect::<Vec<_>>().iter().any(whole), "{count}:\n{}", report.text());
    }
}

/// The word that stands next on the line, near enough to be of the same cell.
fn next_to<'a>(words: &'a [Word], word: &Word) -> Option<&'a Word> {
    words.iter().find(|other| {
        (other.top - word.top).abs() < 2.0 && (0.0..9.0).contains(&(other.left - word.right))
    })
}

#[test]
fn the_end_of_a_time_begins_a_line_of_its_own_so_that_its_date_is_not_torn() {
    let Some(pages) = pages_of(&EVERYDAY.paper("D-1", LaporanKegiatan, 1).bytes) else { return };
    let words = &pages.first().expect("a page").words;
    let ends: Vec<&Word> = words.iter().filter(|word| word.text == "s.d.").collect();
    assert!(ends.len() >= 5, "{} times", ends.len());
    for end in ends {
        let next = next_to(words, end).map(|word| word.text.as_str());
        assert_eq!(next, None, "behind s.d. at {}", end.top);
    }
    let report = EVERYDAY.paper("D-1", LaporanKegiatan, 1).opened;
    assert!(report.says("10 Juni 2024 pukul 07.45 WIB"), "{}", report.text());
}

#[test]
fn the_lines_of_one_value_stand_no_further_apart_than_the_values() {
    let Some(pages) = pages_of(&EVERYDAY.paper("E-1", LaporanKegiatan, 1).bytes) else { return };
    let words = &pages.first().expect("a page").words;
    let top = |text: &str| words.iter().find(|word| word.text == text).expect("a word").top;
    // The subject goes on in a second line, which names the request.
    let within = top("E-1") - top("Hal");
    let between = top("Hal") - top("Tanggal");
    assert!(within > 5.0 && within <= between + 0.5, "{within} and {between}");
}

#[test]
fn a_reason_of_the_office_ends_with_one_full_stop() {
    for (request, said) in [("R-1", "Surat belum ditandatangani."), ("R-2", "NIP keliru.")] {
        let report = EVERYDAY.paper(request, LaporanKegiatan, 2).opened;
        let reason = format!("alasan: {said}");
        assert!(report.says(&reason), "{}", report.text());
        assert!(!report.says(&format!("{reason}.")), "{}", report.text());
    }
}

#[test]
fn a_list_inside_a_sentence_is_joined_before_its_last_item() {
    let report = EVERYDAY.paper("E-1", LaporanKegiatan, 1).opened;
    let bases = "tentang Pemberian Hak Akses Sistem Aplikasi; dan2.Surat permohonan nomor";
    assert!(report.says(bases), "{}", report.text());
    let minutes = EVERYDAY.paper("E-1", BeritaAcara, 1).opened;
    assert!(minutes.says("kepada orang lain; dan4.segera memberitahukan"), "{}", minutes.text());
}

#[test]
fn a_planned_hour_has_its_zone_and_what_stands_behind_a_colon_its_capital() {
    let record = EVERYDAY.paper("T-1", Dokumentasi, 1).opened;
    assert!(record.says("Dijadwalkan: 2 Juli 2024 pukul 09.00 WIB"), "{}", record.text());
    assert!(record.says("Bahan: User manual sistem aplikasi"), "{}", record.text());
}

#[test]
fn no_sentence_that_leads_to_a_list_is_left_at_the_foot_of_a_page() {
    every(|request, kind, _, paper| {
        let Some(pages) = pages_of(&paper.bytes) else { return };
        for lines in pages.iter().map(lines) {
            let last = lines.last().expect("a page with something on it");
            assert!(!last.ends_with(':'), "{request} {kind}: {last}");
        }
    });
}

#[test]
fn a_code_in_a_picture_keeps_clear_of_the_edge_that_no_printer_reaches() {
    const CM: f64 = 72.0 / 2.54;
    let Some(pages) = pages_of(&CROWDED.paper("B-1", BeritaAcara, 1).bytes) else { return };
    for page in &pages {
        // The picture is 1.4 cm high and begins where the words beside it do.
        let beside = page.words.iter().find(|word| word.text == "Disusun").expect("a foot");
        let foot = beside.top;
        assert!(foot + 1.4 * CM <= page.height - 0.7 * CM, "{foot} of {}", page.height);
        assert!(foot >= page.height - 2.5 * CM, "{foot} stands among the text");
    }
}

#[test]
fn the_boxes_of_a_disposition_stand_on_one_page() {
    let toml = format!("kertas = \"F4\"\n{TOML}");
    let counts = [30, 34, 38, 40, 42];
    let office = counts.iter().fold(Office::new().toml(&toml), |office, count| {
        let number = format!("B-{count}");
        let office = (1..=*count).fold(office, |office, at| {
            office.request(&number).with("aplikasi", &format!("Aplikasi {at}"))
        });
        office.done(&number, step(2), step(2))
    });
    let made = Made::of(&office);
    for count in counts {
        let sheet = made.paper(&format!("B-{count}"), Disposisi, 1).opened;
        let pages = (1..=sheet.page_count() as u32).map(|at| squeezed(&sheet.page(at)));
        let whole = |page: &String| {
            ["Denganhormatharap:", "Verifikasipermohonan", "Sampaikantanggapandansaran"]
                .iter()
                .all(|words| page.contains(words))
        };
        assert!(pages.collect::<Vec<_>>().iter().any(whole), "{count}:\n{}", sheet.text());
    }
}

#[test]
fn the_lines_of_a_paragraph_reach_both_margins() {
    const CM: f64 = 72.0 / 2.54;
    let Some(pages) = pages_of(&EVERYDAY.paper("E-1", BeritaAcara, 1).bytes) else { return };
    let page = pages.first().expect("a page");
    // The words that end the full lines of the sentences about letter and obligations.
    let on_line_of = |text: &str| {
        let first = page.words.iter().find(|word| word.text == text).expect("a word");
        let line = page.words.iter().filter(|word| (word.top - first.top).abs() < 2.0);
        line.map(|word| word.right).fold(0.0, f64::max)
    };
    for first in ["Berdasarkan", "menyerahkan", "Demikian"] {
        let end = on_line_of(first);
        assert!((end - (page.width - 2.0 * CM)).abs() < 1.0, "{first}: {end} of {}", page.width);
    }
}
