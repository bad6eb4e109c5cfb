//! How papers of one access and of forty break over pages, on A4 and on F4: heads of tables
//! stand on each page, no row is torn, no heading is left at the foot of a page, and what
//! is signed stands with what it signs.

use std::sync::LazyLock;

use tertib::sop::PaperKind::{
    self, Akun, BeritaAcara, Dokumentasi, LaporanKegiatan, Pengembalian, Verifikasi,
};

use super::made::Made;
use super::opened::squeezed;
use super::placed::{Page, Word, pages_of};
use crate::office::{Office, step};

const NAME: &str = "Prof. Dr. Ir. Raden Mas Panji Kusumaningrat Hadiningrat, S.Kom., M.T., Ph.D.";
const UNIT: &str = "Direktorat Pengelolaan Sistem Informasi dan Teknologi Penilaian Kompetensi \
                    Aparatur Sipil Negara Kantor Wilayah Provinsi Daerah Istimewa Contoh";

/// Letters for one access, for forty, and for what lies about the end of a page between.
const COUNTS: [usize; 9] = [1, 4, 5, 6, 7, 9, 12, 23, 40];
const KINDS: [PaperKind; 5] = [Verifikasi, Akun, Dokumentasi, BeritaAcara, LaporanKegiatan];

/// Every heading that stands over something.
const HEADINGS: [&str; 18] = [
    "Hak akses yang diminta",
    "Kelengkapan dan kesesuaian",
    "Kesimpulan",
    "Permohonan",
    "Pembuatan hak akses",
    "Hak akses yang dibuat",
    "Kegiatan",
    "Materi",
    "Daftar hadir",
    "Foto kegiatan",
    "A. Dasar",
    "B. Pemohon",
    "C. Pelaksanaan",
    "D. Hasil",
    "E. Kendala",
    "F. Tindak lanjut",
    "G. Lampiran",
    "DAFTAR PENERIMA HAK AKSES SISTEM APLIKASI",
];

fn account(at: usize) -> String {
    format!("{at}.raden.mas.panji.kusumaningrat@kantor-wilayah-istimewa.kementerian.example")
}

fn office(size: &str) -> Office {
    let toml = format!(
        "kertas = \"{size}\"\nkota = \"Depok\"\n\
         [[pejabat]]\njabatan = \"Kepala {UNIT}\"\nnama = \"{NAME}\"\n\
         [tanda_tangan.berita-acara]\nmengetahui = \"Kepala {UNIT}\"\ntembusan = [\"Arsip\"]\n\
         [opsi]\nttd = \"tte\"\nper = \"2024-07-01 08:00\"\n"
    );
    COUNTS.iter().fold(Office::new().toml(&toml), |office, count| {
        let number = format!("N-{count}");
        let office = (1..=*count).fold(office, |office, at| {
            office
                .request(&number)
                .with("nama_pemohon", NAME)
                .with("unit_kerja", UNIT)
                .with("aplikasi", &format!("Sistem Informasi Kepegawaian Terpadu {at}"))
                .with("id_akun", &account(at))
        });
        office.done(&number, step(2), step(8))
    })
}

static SIZES: LazyLock<[Made; 2]> =
    LazyLock::new(|| ["A4", "F4"].map(|size| Made::of(&office(size))));

pub(super) fn every(check: impl Fn(&str, PaperKind, usize, &super::made::MadePaper)) {
    for made in &*SIZES {
        for count in COUNTS {
            for kind in KINDS {
                check(
                    &format!("N-{count}"),
                    kind,
                    count,
                    &made.paper(&format!("N-{count}"), kind, 1),
                );
            }
        }
    }
}

#[test]
fn no_row_is_torn_and_each_page_that_holds_rows_holds_the_head_of_their_table() {
    every(|request, kind, count, paper| {
        let pages =
            (1..=paper.opened.page_count() as u32).map(|at| squeezed(&paper.opened.page(at)));
        let pages: Vec<String> = pages.collect();
        let shows_accounts = matches!(kind, Akun | BeritaAcara | LaporanKegiatan);
        for at in 1..=count {
            let application = format!("SistemInformasiKepegawaianTerpadu{at}");
            let row = squeezed(&account(at));
            let page = pages.iter().find(|page| page.contains(&application));
            let page = page.unwrap_or_else(|| panic!("{request} {kind}: no row {at}"));
            assert!(!shows_accounts || page.contains(&row), "{request} {kind}: row {at} is torn");
            assert!(page.contains("No.AplikasiPeran"), "{request} {kind}: no head over row {at}");
        }
    });
}

/// The lines of a page from above, without the small ones at its foot.
pub(super) fn lines(page: &Page) -> Vec<String> {
    let mut words: Vec<&Word> = page.words.iter().collect();
    words.sort_by(|a, b| (a.top, a.left).partial_cmp(&(b.top, b.left)).expect("a measure"));
    let mut lines: Vec<(f64, String)> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some((top, line)) if (word.top - *top).abs() < 2.0 => {
                line.push(' ');
                line.push_str(&word.text);
            }
            _ => lines.push((word.top, word.text.clone())),
        }
    }
    let texts = lines.into_iter().map(|(_, line)| line);
    texts.take_while(|line| !line.starts_with("Disusun dari lembar kendali")).collect()
}

#[test]
fn no_heading_is_left_at_the_foot_of_a_page() {
    every(|request, kind, _, paper| {
        let Some(pages) = pages_of(&paper.bytes) else { return };
        let mut headings = 0;
        for lines in pages.iter().map(lines) {
            let is_heading = |line: &&String| HEADINGS.contains(&line.as_str());
            headings += lines.iter().filter(is_heading).count();
            let last = lines.last().expect("a page with something on it");
            assert!(!is_heading(&last), "{request} {kind}: {last} stands alone");
        }
        assert!(headings > 0 || kind == BeritaAcara, "{request} {kind} has no heading");
    });
}

#[test]
fn the_check_list_of_a_verification_stands_on_one_page() {
    every(|request, kind, _, paper| {
        if kind != Verifikasi {
            return;
        }
        let pages =
            (1..=paper.opened.page_count() as u32).map(|at| squeezed(&paper.opened.page(at)));
        let whole = |page: &String| {
            ["Kelengkapandankesesuaian", "1Suratpermohonan", "8Penerimabelummemiliki"]
                .iter()
                .all(|line| page.contains(line))
        };
        assert!(pages.collect::<Vec<_>>().iter().any(whole), "{request}: the list is torn");
    });
}

#[test]
fn every_signature_stands_on_one_page_with_the_closing_words() {
    every(|request, kind, _, paper| {
        let pages =
            (1..=paper.opened.page_count() as u32).map(|at| squeezed(&paper.opened.page(at)));
        let pages: Vec<String> = pages.collect();
        let closing = match kind {
            Verifikasi => "Kesimpulan",
            Akun => "Demikianbuktipembuatanakun",
            Dokumentasi => "Demikiandokumentasikegiatan",
            BeritaAcara => "Demikianberitaacara",
            _ => "Demikianlaporanini",
        };
        let page = pages.iter().find(|page| page.contains(closing)).expect("the closing words");
        let signed = match kind {
            Verifikasi => vec!["Mengetahui:", "Verifikator,"],
            BeritaAcara => vec!["PIHAKKEDUA,", "PIHAKPERTAMA,", "Mengetahui:", "Tembusan:"],
            LaporanKegiatan => vec!["Diterimatanggal", "RinaWulandari"],
            _ => vec!["RinaWulandari"],
        };
        for block in signed {
            assert!(page.contains(block), "{request} {kind}: {block} is on another page");
        }
    });
}

/// A letter for others, with all that a verification may say of each access.
static FULL: LazyLock<Made> = LazyLock::new(|| {
    let results = ["Dikembalikan", "Tidak disetujui", "Disetujui"];
    let toml = "kota = \"Depok\"\ntelepon = \"(021) 555-0100\"\nlaman = \"https://contoh.example\"\n\
                email = \"pusat.penilaian.kompetensi@contoh-kementerian.example\"\n\
                [opsi]\nper = \"2024-07-01 08:00\"\n";
    let office =
        results.iter().enumerate().fold(Office::new().toml(toml), |office, (at, result)| {
            office
                .request("F-3")
                .with("nama_penerima", &format!("Budi Santoso {at}"))
                .with("nip_penerima", &format!("19870501201001100{at}"))
                .with("aplikasi", "Aplikasi Penilaian Kompetensi")
                .with("peran", "Administrator Sesi")
                .with("berlaku_sampai", "Senin 30/09/2024")
                .with("hasil_verifikasi", result)
                .with("alasan", "Kepegawaian belum dipertimbangkan dan dipertanggungjawabkan")
        });
    Made::of(&office.done("F-3", step(2), step(3)).decided("T"))
});

#[test]
fn a_table_whose_columns_are_all_filled_keeps_every_word_in_its_cell() {
    for kind in [Verifikasi, Pengembalian] {
        let paper = FULL.paper("F-3", kind, 1);
        let Some(pages) = pages_of(&paper.bytes) else { return };
        for page in &pages {
            super::placed::stands_well("F-3", kind, page);
        }
        let at = |text: &str| -> Vec<&Word> {
            pages[0].words.iter().filter(|word| word.text == text).collect()
        };
        let ends = |text: &str| at(text).iter().map(|word| word.right).fold(0.0, f64::max);
        let begins = |text: &str| at(text).iter().map(|word| word.left).fold(f64::MAX, f64::min);
        // Five points of blank stand on each side of the line between two columns.
        assert!(ends("Administrator") + 8.0 < begins("30"), "{kind}");
        let result = if kind == Verifikasi { "Tidak" } else { "Dikembalikan" };
        assert!(begins(result) > ends("September") + 8.0, "{kind}");
        assert!(ends("Dikembalikan") + 8.0 < begins("Kepegawaian"), "{kind}");
    }
}

#[test]
fn the_letterhead_breaks_between_its_addresses_and_not_within_one() {
    let Some(pages) = pages_of(&FULL.paper("F-3", Verifikasi, 1).bytes) else { return };
    let email = "pusat.penilaian.kompetensi@contoh-kementerian.example";
    assert!(pages[0].words.iter().any(|word| word.text == email));
    let lines = lines(&pages[0]);
    assert!(lines.iter().all(|line| !line.starts_with('•') && !line.ends_with('•')), "{lines:?}");
}

#[test]
fn every_word_of_these_papers_stands_inside_the_margins_and_over_no_other() {
    every(|request, kind, _, paper| {
        let Some(pages) = pages_of(&paper.bytes) else { return };
        for page in &pages {
            super::placed::stands_well(request, kind, page);
        }
    });
}
