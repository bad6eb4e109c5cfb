//! Long names, long addresses, many accesses: nothing is cut, nothing leaves the page,
//! and no signature stands alone.

use std::sync::LazyLock;

use tertib::sop::PaperKind::{
    self, Akun, BeritaAcara, BeritaAcaraPencabutan, Disposisi, Dokumentasi, LaporanKegiatan,
    Pengembalian, Verifikasi,
};

use super::made::Made;
use super::opened::squeezed;
use crate::office::{Office, step};

const LONG_NAME: &str = "Prof. Dr. Ir. Raden Mas Panji Kusumaningrat Adiwijaya Hadiningrat \
                         Sastrowardoyo, S.Kom., M.T., M.Sc., Ph.D.";
const LONG_UNIT: &str = "Direktorat Pengelolaan Sistem Informasi dan Teknologi Penilaian \
                         Kompetensi Aparatur Sipil Negara Kantor Wilayah Provinsi Daerah \
                         Istimewa Contoh";
const LONG_MAIL: &str = "raden.mas.panji.kusumaningrat.adiwijaya.hadiningrat_sastrowardoyo@\
                         kantor-wilayah-daerah-istimewa.kementerian-contoh.example";
/// Without a place where it may break.
const LONG_WORD: &str = "PENGELOLAKEPEGAWAIANDANSISTEMINFORMASITINGKATPROVINSI";

/// How many accesses a letter asks for, so that every kind ends at many heights.
const COUNTS: [usize; 8] = [1, 3, 5, 8, 11, 14, 17, 20];

fn ask(office: Office, number: &str, accesses: usize) -> Office {
    (1..=accesses).fold(office, |office, at| {
        office
            .request(number)
            .with("nama_pemohon", LONG_NAME)
            .with("nip_pemohon", "198705012010011001")
            .with("jabatan", "Analis Kebijakan Ahli Madya pada Subdirektorat Pengembangan")
            .with("unit_kerja", LONG_UNIT)
            .with("aplikasi", "Sistem Informasi Manajemen Kepegawaian Terpadu")
            .with("peran", &format!("{LONG_WORD}{at}"))
            .with("id_akun", &format!("{at}.{LONG_MAIL}"))
    })
}

/// A letter of one unit for twelve people, each with their own access.
fn for_twelve(office: Office, number: &str) -> Office {
    (1..=12).fold(office, |office, at| {
        office
            .request(number)
            .with("nama_penerima", &format!("Penerima Hak Akses Nomor {at}, {LONG_NAME}"))
            .with("nip_penerima", &format!("1987050120100110{at:02}"))
            .with("unit_penerima", LONG_UNIT)
            .with("id_akun", &format!("penerima{at}.{LONG_MAIL}"))
    })
}

pub static CROWDED: LazyLock<Made> = LazyLock::new(|| {
    let toml = format!(
        "kop = [\"KEMENTERIAN CONTOH REPUBLIK INDONESIA\", \"{}\"]\nkota = \"Depok\"\n\
         [[pejabat]]\njabatan = \"Kepala {LONG_UNIT}\"\nnama = \"{LONG_NAME}\"\n\
         [tanda_tangan.berita-acara]\nmengetahui = \"Kepala {LONG_UNIT}\"\ntembusan = [\"Arsip\"]\n\
         [tanda_tangan.laporan-kegiatan]\ntembusan = [\"Kepala {LONG_UNIT}\", \"Arsip\"]\n\
         [tanda_tangan.dokumentasi]\ntembusan = [\"Kepala {LONG_UNIT}\", \"Arsip\"]\n\
         [tanda_tangan.akun]\nmengetahui = \"Kepala {LONG_UNIT}\"\ntembusan = [\"Arsip\"]\n\
         [opsi]\nper = \"2024-07-01 08:00\"\nkode_cek = \"qr\"\n",
        [LONG_UNIT, LONG_UNIT].join(" ").to_uppercase(),
    );
    let office = COUNTS.iter().fold(Office::new().toml(&toml), |office, count| {
        let number = format!("B-{count}");
        ask(office, &number, *count).done(&number, step(2), step(8))
    });
    let office = for_twelve(office, "D-12").done("D-12", step(2), step(8));
    // Returned, with a reason as long as a page is wide several times over.
    let office = ask(office, "T-20", 20).done("T-20", step(2), step(3)).decided("T");
    let office = office.with("alasan", &format!("{LONG_UNIT}; ").repeat(6));
    let office = ask(office, "A-5", 4).done("A-5", step(2), step(4));
    Made::of(&ask(office, "A-6", 20).done("A-6", step(2), step(5)))
});

#[test]
fn every_access_of_a_letter_stands_on_its_papers_whole() {
    for count in COUNTS {
        for kind in [Verifikasi, Akun, Dokumentasi, BeritaAcara, LaporanKegiatan] {
            let paper = CROWDED.paper(&format!("B-{count}"), kind, 1).opened;
            let text = squeezed(&paper.text());
            for at in 1..=count {
                let role = format!("{LONG_WORD}{at}");
                assert!(text.contains(&role), "{count} {kind}: {role}");
                let has_accounts = matches!(kind, Akun | BeritaAcara | LaporanKegiatan);
                let account = squeezed(&format!("{at}.{LONG_MAIL}"));
                assert!(!has_accounts || text.contains(&account), "{count} {kind}: {account}");
            }
        }
    }
}

#[test]
fn a_letter_for_twelve_names_each_of_them_with_their_account() {
    for kind in [Verifikasi, Akun, Dokumentasi, BeritaAcara, LaporanKegiatan] {
        let text = squeezed(&CROWDED.paper("D-12", kind, 1).opened.text());
        for at in 1..=12 {
            let name = squeezed(&format!("Penerima Hak Akses Nomor {at}, {LONG_NAME}"));
            assert!(text.contains(&name), "{kind}: {name}");
        }
    }
    let sheet = CROWDED.paper("D-12", Disposisi, 1).opened;
    assert!(sheet.says("SIMPEG – Operator (12 hak akses)"), "{}", sheet.text());
    assert_eq!(sheet.page_count(), 1, "the same role for twelve still fits the sheet");
}

/// What must stand on the page of the signatures above them.
fn before_the_signature(kind: PaperKind) -> &'static str {
    match kind {
        Disposisi => "Instruksi dan catatan",
        Verifikasi => "Kesimpulan",
        Pengembalian => "Demikian kami sampaikan",
        Akun => "Demikian bukti pembuatan akun ini dibuat",
        Dokumentasi => "Demikian dokumentasi kegiatan ini dibuat",
        BeritaAcara | BeritaAcaraPencabutan => "Demikian berita acara ini dibuat",
        LaporanKegiatan => "Demikian laporan ini disampaikan",
    }
}

#[test]
fn no_last_page_holds_signatures_alone() {
    let offices: [&Made; 3] = [&CROWDED, &super::STAGES, &super::sparse::SPARSE];
    for office in offices {
        for (request, kind, round, _) in office.papers() {
            let paper = office.paper(&request, kind, round).opened;
            let wanted = squeezed(before_the_signature(kind));
            let mut pages: Vec<String> =
                (1..=paper.page_count() as u32).map(|at| squeezed(&paper.page(at))).collect();
            // The annex that many recipients sign begins a page of its own.
            if let Some(annex) = pages.iter().position(|page| page.contains("LAMPIRANBERITAACARA"))
            {
                pages.truncate(annex);
            }
            let last = pages.last().expect("a page");
            assert!(last.contains(&wanted), "{request} {kind} ends with\n{last}");
        }
    }
}

#[test]
fn a_paper_is_as_long_as_what_it_says() {
    let pages = |number: &str, kind| CROWDED.paper(number, kind, 1).opened.page_count();
    for kind in [Verifikasi, Akun, BeritaAcara, LaporanKegiatan] {
        let (one, twenty) = (pages("B-1", kind), pages("B-20", kind));
        assert!(one <= 3 && one < twenty && twenty <= 8, "{kind}: {one} and {twenty} pages");
    }
    for kind in [Disposisi, BeritaAcara, Verifikasi, Akun] {
        let paper = super::STAGES.paper("P-1", kind, 1).opened;
        assert_eq!(paper.page_count(), if kind == BeritaAcara { 2 } else { 1 }, "{kind}");
    }
}
