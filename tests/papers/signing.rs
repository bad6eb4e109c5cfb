//! Who signs, on which side, and what is left free for the signature: ink, an electronic
//! signature set elsewhere, or the fields of SRIKANDI.

use std::sync::LazyLock;

use tertib::sop::PaperKind::{
    self, Akun, BeritaAcara, Disposisi, Dokumentasi, LaporanKegiatan, Pengembalian, Verifikasi,
};

use super::made::Made;
use super::opened::Opened;
use super::placed::{Page, pages_of};
use crate::cli::folder::Folder;
use crate::office::{ANGGOTA, Office, PEMOHON, step};

const ALL: [PaperKind; 6] =
    [Disposisi, Verifikasi, Akun, Dokumentasi, BeritaAcara, LaporanKegiatan];
const FIELDS: [&str; 4] =
    ["${ttd_pengirim}", "${nama_pengirim}", "${nip_pengirim}", "${jabatan_pengirim},"];

const POSTS: &str = "kota = \"Depok\"\n\
    [[pejabat]]\njabatan = \"Kepala Pusat Contoh\"\nnama = \"Ratna Kusuma, S.H.\"\n\
    nip = \"198003032005032903\"\n\
    [[pejabat]]\njabatan = \"Kepala Bidang Contoh\"\nnama = \"Laksmi Arum\"\n\
    berlaku_sampai = 2024-06-02\n\
    [[pejabat]]\njabatan = \"Kepala Bidang Contoh\"\nnama = \"Wira Samudra\"\n\
    sebagai = \"Plh.\"\nberlaku_dari = 2024-06-03\nberlaku_sampai = 2024-06-03\n\
    [[pejabat]]\njabatan = \"Kepala Bidang Contoh\"\nnama = \"Laksmi Arum\"\n\
    berlaku_dari = 2024-06-04\n";

fn office(toml: &str) -> Office {
    Office::new()
        .toml(&format!("{POSTS}{toml}"))
        .request("S-1")
        .done("S-1", step(2), step(8))
        .request("S-2")
        .done("S-2", step(2), step(3))
        .decided("T")
        .with("alasan", "Surat tugas belum ada")
        .request("S-3")
        .done_a_day_later("S-3", step(2), step(8))
        .request("S-4")
        .done("S-4", step(2), step(5))
}

static ORDERED: LazyLock<Made> = LazyLock::new(|| {
    let all = ALL.iter().chain([&Pengembalian]).map(|kind| {
        let parties = if *kind == BeritaAcara {
            "pihak_pertama = \"Kepala Bidang Contoh\"\npihak_pertama_di = \"kiri\"\n"
        } else {
            "penanda = \"Kepala Bidang Contoh\"\n"
        };
        format!(
            "[tanda_tangan.{kind}]\n{parties}mengetahui = \"Kepala Pusat Contoh\"\n\
             atas_nama = \"Kepala Badan Contoh\"\nuntuk_beliau = \"Kepala Pusat Contoh\"\n\
             tembusan = [\"Kepala Badan Contoh\", \"Arsip {kind}\"]\n"
        )
    });
    Made::of(&office(&format!("{}[opsi]\nper = \"2024-07-01 08:00\"\n", all.collect::<String>())))
});

static SRIKANDI: LazyLock<Made> = LazyLock::new(|| {
    Made::of(&office(
        "[tanda_tangan.verifikasi]\nttd = \"tte\"\n\
         [opsi]\nttd = \"srikandi\"\nper = \"2024-07-01 08:00\"\n",
    ))
});

static ELECTRONIC: LazyLock<Made> =
    LazyLock::new(|| Made::of(&office("[opsi]\nttd = \"tte\"\nper = \"2024-07-01 08:00\"\n")));

fn kinds(request: &str) -> Vec<PaperKind> {
    if request == "S-2" { vec![Disposisi, Verifikasi, Pengembalian] } else { ALL.to_vec() }
}

#[track_caller]
fn says(paper: &Opened, text: &str) {
    assert!(paper.says(text), "{text} is missing in:\n{}", paper.text());
}

#[track_caller]
fn says_not(paper: &Opened, text: &str) {
    assert!(!paper.says(text), "{text} stands in:\n{}", paper.text());
}

#[test]
fn each_kind_is_signed_acknowledged_and_copied_as_tertib_toml_says_of_it() {
    for request in ["S-2", "S-3"] {
        for kind in kinds(request) {
            let paper = ORDERED.paper(request, kind, 1).opened;
            says(&paper, "Mengetahui:");
            says(&paper, "Kepala Pusat Contoh,");
            says(&paper, "Ratna Kusuma, S.H.");
            says(&paper, "Tembusan:");
            says(&paper, &format!("Arsip {kind}"));
            let holder = if request == "S-2" { "Wira Samudra" } else { "Laksmi Arum" };
            says(&paper, holder);
        }
    }
}

#[test]
fn who_signs_in_the_name_of_another_says_so_above_their_post() {
    for kind in kinds("S-3") {
        let paper = ORDERED.paper("S-3", kind, 1).opened;
        says(&paper, "a.n. Kepala Badan Contoh,Kepala Pusat Contoh,u.b.Kepala Bidang Contoh,");
    }
}

#[test]
fn one_who_stands_in_for_a_day_signs_as_such_and_in_nobodys_name() {
    for kind in kinds("S-2") {
        let paper = ORDERED.paper("S-2", kind, 1).opened;
        says(&paper, "Plh. Kepala Bidang Contoh,");
        says_not(&paper, "a.n.");
        says_not(&paper, "u.b.");
    }
}

#[test]
fn a_report_comes_from_whoever_signs_it() {
    says(&ELECTRONIC.paper("S-3", LaporanKegiatan, 1).opened, &format!("Dari: {ANGGOTA}"));
    let ordered = ORDERED.paper("S-3", LaporanKegiatan, 1).opened;
    says(&ordered, "Dari: Kepala Bidang ContohTanggal: 4 Juni 2024");
}

/// Left edge of the last word of that text on a page.
fn left_of(page: &Page, text: &str) -> f64 {
    page.words.iter().rfind(|word| word.text == text).expect("the word").left
}

#[test]
fn the_first_party_signs_on_the_right_and_on_the_left_where_the_office_says_so() {
    for (made, is_right) in [(&*ELECTRONIC, true), (&*ORDERED, false)] {
        let paper = made.paper("S-3", BeritaAcara, 1);
        let Some(pages) = pages_of(&paper.bytes) else { return };
        let page = pages.last().expect("a page");
        let (first, second) = (left_of(page, "PERTAMA,"), left_of(page, "KEDUA,"));
        assert_eq!(first > second, is_right, "{first} and {second}");
    }
}

#[test]
fn the_fields_of_srikandi_stand_for_whoever_sends_the_paper_and_for_nobody_else() {
    for request in ["S-2", "S-3", "S-4"] {
        for kind in SRIKANDI.papers().into_iter().filter(|(of, ..)| of == request) {
            let paper = SRIKANDI.paper(request, kind.1, kind.2).opened;
            if kind.1 == Verifikasi {
                says_not(&paper, "${");
                continue;
            }
            FIELDS.iter().for_each(|field| says(&paper, field));
            // The minutes tell their day in words.
            assert_eq!(paper.says("${tanggal_naskah}"), kind.1 != BeritaAcara, "{}", kind.1);
            let numbered = matches!(kind.1, BeritaAcara | LaporanKegiatan | Pengembalian);
            assert_eq!(paper.says("${nomor_naskah}"), numbered, "{}", kind.1);
        }
    }
    let minutes = SRIKANDI.paper("S-3", BeritaAcara, 1).opened;
    says(&minutes, PEMOHON);
    says(&minutes, &format!("Nama: {ANGGOTA}"));
    says(&minutes, "Pada hari ini Selasa, tanggal empat bulan Juni");
}

#[test]
fn a_box_is_kept_for_an_electronic_signature_and_nothing_looks_like_one() {
    for (request, kind, round, _) in ELECTRONIC.papers() {
        let paper = ELECTRONIC.paper(&request, kind, round);
        let text = paper.opened.text().to_lowercase();
        assert!(!text.contains("ditandatangani secara elektronik"), "{kind}: {text}");
        assert!(paper.opened.figures().is_empty(), "{kind} draws something");
        says_not(&paper.opened, "${");
    }
}

#[test]
fn a_logo_that_is_not_there_is_told_once_and_no_paper_goes_out_without_it() {
    let office = Office::new()
        .toml("logo = \"l.svg\"\n[opsi]\nper = \"2024-07-01 08:00\"\n")
        .request("S-1")
        .done("S-1", step(2), step(8));
    let folder = office.folder();
    let told = folder.tertib(&["buat", "--format", "json"]).ends_with(2);
    assert_eq!(told.err.matches("logo \"l.svg\" tidak dapat dibaca").count(), 1, "{}", told.err);
    assert_eq!(told.err.matches("kesalahan:").count(), 1, "{}", told.err);
    assert!(!folder.path("hasil").exists());

    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\
               <rect width=\"9\" height=\"9\"/></svg>";
    for place in ["l.svg", "templat/l.svg"] {
        let folder = office.folder().with(place, svg);
        folder.tertib(&["buat", "disposisi", "--permohonan", "S-1"]).ends_with(0);
    }
}

#[test]
fn a_key_that_a_kind_does_not_have_and_a_deputy_without_a_superior_are_told() {
    let told = |toml: &str| {
        let folder =
            Folder::office().with("tertib.toml", format!("[instansi]\nnama = \"Pusat\"\n{toml}"));
        folder.tertib(&["periksa"]).ends_with(2).err
    };
    let parties = told("[tanda_tangan.akun]\npihak_pertama_di = \"kiri\"\n");
    assert!(parties.contains("kunci `pihak_pertama_di` tidak dikenal"), "{parties}");
    let deputy = told("[tanda_tangan.akun]\nuntuk_beliau = \"Kepala\"\n");
    assert!(deputy.contains("`atas_nama` dalam [tanda_tangan.akun] belum diisi"), "{deputy}");
    let way = told("[opsi]\nttd = \"basahh\"\n");
    assert!(way.contains("mungkin maksudnya \"basah\""), "{way}");
}

/// The report of June of that office, with what tertib.toml says of it.
fn report(rules: &str) -> Opened {
    let toml = format!("[tanda_tangan.laporan-bulanan]\n{rules}");
    let made = Made::of(&office(&format!("{toml}[opsi]\nper = \"2024-07-01 08:00\"\n")));
    Opened::new(&made.files["2024-06/laporan-bulanan.pdf"])
}

#[test]
fn the_monthly_report_is_signed_as_tertib_toml_says_of_it() {
    let signer = "penanda = \"Kepala Bidang Contoh\"\natas_nama = \"Kepala Badan Contoh\"\n\
                  untuk_beliau = \"Kepala Pusat Contoh\"\n";
    let paper = report(signer);
    says(&paper, "a.n. Kepala Badan Contoh,Kepala Pusat Contoh,u.b.Kepala Bidang Contoh,");
    says(&paper, "Laksmi Arum");
    let paper =
        report(&format!("{signer}ttd = \"srikandi\"\nmengetahui = \"Kepala Pusat Contoh\"\n"));
    FIELDS.iter().for_each(|field| says(&paper, field));
    says(&paper, "${tanggal_naskah}");
    says(&paper, "Ratna Kusuma, S.H.");
    says_not(&paper, "Laksmi Arum");
    says_not(&paper, "a.n.");
    // Whoever holds the post in whose name it would be signs in their own.
    says_not(&report("atas_nama = \"Kepala Pusat Contoh\"\n"), "a.n.");
}
