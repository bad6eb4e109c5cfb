//! Each kind of paper at each of its stages: what must stand on it, and what must not.

use tertib::sop::PaperKind::{
    self, Akun, BeritaAcara, Disposisi, Dokumentasi, LaporanKegiatan, Pengembalian, Verifikasi,
};

use super::made::MadePaper;
use super::{JABATAN, NAMA, NIP, REASON, STAGES, UNIT};
use crate::office::{ANGGOTA, KETUA};

/// A NIP as papers print it.
const NIP_GROUPED: &str = "19870501 201001 1 001";
/// What says that a paper was drawn up from sign-offs; before them it says no such thing.
const SOURCE: &str = "Disusun dari lembar kendali permohonan";
/// A dotted line.
const LINE: &str = "..........";

fn paper(request: &str, kind: PaperKind, round: u32) -> MadePaper {
    assert_eq!(NIP_GROUPED.replace(' ', ""), NIP);
    STAGES.paper(request, kind, round)
}

fn to_be_signed(request: &str, kind: PaperKind, round: u32) -> MadePaper {
    let paper = paper(request, kind, round);
    assert!(!paper.signed, "{request} {kind}");
    stands_on(&paper, &[&format!("/{}/{round}/", kind.stem()), LINE]);
    stands_nowhere_on(&paper, &[SOURCE]);
    paper
}

fn signed_off(request: &str, kind: PaperKind, round: u32) -> MadePaper {
    let paper = paper(request, kind, round);
    assert!(paper.signed, "{request} {kind}");
    stands_on(&paper, &[&format!("{SOURCE} {request}."), &format!("/{}/{round}/", kind.stem())]);
    paper
}

#[track_caller]
fn stands_on(paper: &MadePaper, texts: &[&str]) {
    for text in texts {
        assert!(paper.opened.says(text), "{text} is missing in:\n{}", paper.opened.text());
    }
}

#[track_caller]
fn stands_nowhere_on(paper: &MadePaper, texts: &[&str]) {
    for text in texts {
        assert!(!paper.opened.says(text), "{text} stands in:\n{}", paper.opened.text());
    }
}

/// What every paper but the letter of return says of who asked, as it was written.
const ASKER: [&str; 2] = [NAMA, UNIT];
const LETTER: [&str; 2] = ["S-21/2024", "3 Juni 2024"];

#[test]
fn a_disposition_to_be_signed_names_the_letter_and_leaves_date_and_orders_open() {
    let sheet = to_be_signed("P-2", Disposisi, 1);
    stands_on(&sheet, &ASKER);
    stands_on(&sheet, &LETTER);
    stands_on(&sheet, &["LEMBAR DISPOSISI", "Permohonan #akses_SIMPEG", "SIMPEG – Operator"]);
    // The members it may go to, nobody ticked; who signs is known from the staff list.
    stands_on(&sheet, &["Diteruskan kepada Sdr.:", ANGGOTA, KETUA, "Depok, ....."]);
    stands_nowhere_on(&sheet, &["✓", "NOMOR:"]);
    assert_eq!(sheet.number, None);
}

#[test]
fn a_disposition_signed_off_bears_its_date_its_order_and_a_tick() {
    let sheet = signed_off("P-1", Disposisi, 1);
    stands_on(&sheet, &ASKER);
    stands_on(&sheet, &["Verifikasi #segera", "Depok, 3 Juni 2024", "✓", KETUA]);
}

#[test]
fn a_verification_to_be_signed_is_a_form_without_decision_or_time() {
    let sheet = to_be_signed("P-3", Verifikasi, 1);
    stands_on(&sheet, &ASKER);
    stands_on(&sheet, &LETTER);
    stands_on(&sheet, &["LEMBAR HASIL VERIFIKASI", NIP_GROUPED, JABATAN, "Nomor permohonan: P-3"]);
    stands_on(&sheet, &["Mengolah data *kepegawaian*", "31 Desember 2024"]);
    stands_on(&sheet, &["Disetujui", "Dikembalikan", "Ditolak", "Alasan: .....", "pukul ....."]);
    stands_nowhere_on(&sheet, &["✓"]);
}

#[test]
fn a_verification_signed_off_ticks_its_decision_and_tells_its_time() {
    let sheet = signed_off("P-1", Verifikasi, 1);
    stands_on(&sheet, &["✓Disetujui", "Senin, 3 Juni 2024 pukul 08.40 s.d. 09.00 WIB"]);
    stands_on(&sheet, &[ANGGOTA, "Mengetahui:", KETUA]);
    stands_nowhere_on(&sheet, &["✓Dikembalikan", "Alasan:"]);

    let returned = signed_off("R-1", Verifikasi, 1);
    stands_on(&returned, &["✓Dikembalikan", REASON]);
    let refused = signed_off("R-3", Verifikasi, 1);
    stands_on(&refused, &["✓Ditolak", REASON]);
}

#[test]
fn a_verification_of_the_second_round_is_a_paper_of_its_own() {
    let second = signed_off("R-1", Verifikasi, 2);
    stands_on(&second, &["✓Disetujui", "Selasa, 4 Juni 2024"]);
    stands_nowhere_on(&second, &[REASON]);
    stands_nowhere_on(&to_be_signed("R-4", Verifikasi, 2), &["✓", REASON]);
    let again = signed_off("R-2", Verifikasi, 2);
    stands_on(&again, &["✓Dikembalikan", "Masih tanpa $NIP$"]);
}

#[test]
fn the_letter_of_return_gives_the_reason_and_the_way_back() {
    let letter = signed_off("R-1", Pengembalian, 1);
    let number = letter.number.clone().expect("a number of the register");
    assert!(number.starts_with("SDM-TI.01.01-SP-"), "{number}");
    stands_on(&letter, &[&format!("Nomor: {number}"), "Yth. Sdr.", NAMA, JABATAN, UNIT]);
    // What the sheet gives as a reason is a sentence of the letter.
    let reason = format!("Alasan pengembalian: {REASON}.");
    stands_on(&letter, &["Hal: Pengembalian permohonan hak akses", &reason, "3 Juni 2024"]);
    assert_eq!(letter.opened.title(), "Pengembalian permohonan hak akses – R-1");
    stands_on(&letter, &["nomor S-21/2024", "hal Permohonan #akses_SIMPEG", "SIMPEG"]);
    stands_on(&letter, &["Lampirkan *surat tugas*", "dengan menyebut nomor permohonan R-1", KETUA]);
}

#[test]
fn a_refusal_is_told_as_one_and_asks_for_no_other_submission() {
    let letter = signed_off("R-3", Pengembalian, 1);
    stands_on(
        &letter,
        &["Hal: Penolakan permohonan hak akses", "tidak dapat kami setujui", REASON],
    );
    assert_eq!(letter.opened.title(), "Penolakan permohonan hak akses – R-3");
    stands_nowhere_on(&letter, &["diajukan kembali"]);
}

#[test]
fn a_second_return_is_a_letter_of_its_own_with_its_own_number_and_reason() {
    let first = signed_off("R-2", Pengembalian, 1);
    let second = signed_off("R-2", Pengembalian, 2);
    assert_ne!(first.number, second.number);
    stands_on(&second, &["Masih tanpa $NIP$", "4 Juni 2024"]);
    stands_nowhere_on(&second, &[REASON]);
}

#[test]
fn the_proof_of_an_account_is_made_only_signed_off_and_never_holds_a_password() {
    let proof = signed_off("P-1", Akun, 1);
    stands_on(&proof, &ASKER);
    stands_on(&proof, &["BUKTI PEMBUATAN AKUN", NIP_GROUPED, JABATAN, "hasil Ya"]);
    stands_on(&proof, &["siti.bintang@contoh.example", "SIMPEG", "Operator", "31 Desember 2024"]);
    stands_on(&proof, &["Senin, 3 Juni 2024", "09.10 s.d. 09.30 WIB", ANGGOTA]);
    stands_on(&proof, &["Kata sandi tidak dicatat dalam naskah ini."]);
    let papers = STAGES.papers();
    let proven: Vec<&str> = papers
        .iter()
        .filter(|(_, kind, ..)| *kind == Akun)
        .map(|(request, ..)| request.as_str())
        .collect();
    for waiting in ["P-2", "P-3", "R-2", "R-3"] {
        assert!(!proven.contains(&waiting), "{waiting} has no account yet");
    }
    stands_on(&signed_off("R-1", Akun, 2), &["Selasa, 4 Juni 2024"]);
}

#[test]
fn a_documentation_to_be_signed_leaves_time_and_place_open_and_lists_who_is_to_come() {
    let sheet = to_be_signed("P-5", Dokumentasi, 1);
    stands_on(&sheet, &ASKER);
    stands_on(&sheet, &["DOKUMENTASI KEGIATAN TUTORIAL", "Daftar hadir", NIP_GROUPED, JABATAN]);
    stands_on(&sheet, &["Pukul: .....", "s.d. .....", "Tempat: .....", "Materi yang disampaikan"]);
    // Two lines more for others who come.
    stands_on(&sheet, &["1.", "2.", "3."]);
    to_be_signed("R-5", Dokumentasi, 2);
}

#[test]
fn a_documentation_signed_off_tells_when_where_and_by_whom() {
    let sheet = signed_off("P-1", Dokumentasi, 1);
    stands_on(&sheet, &["Senin, 3 Juni 2024", "09.40 s.d. 11.40 WIB", "Ruang <Rapat> 1", ANGGOTA]);
    stands_on(&sheet, &["Kendala: Jaringan *lambat*"]);
    stands_on(&signed_off("R-1", Dokumentasi, 2), &["Selasa, 4 Juni 2024"]);
}

#[test]
fn minutes_to_be_signed_name_both_parties_and_leave_the_day_open() {
    for (request, round) in [("P-6", 1), ("R-6", 2)] {
        let minutes = to_be_signed(request, BeritaAcara, round);
        let number = minutes.number.clone().expect("the register gives it when due");
        stands_on(&minutes, &["BERITA ACARA SERAH TERIMA HAK AKSES SISTEM APLIKASI"]);
        stands_on(&minutes, &[&format!("NOMOR: {number}"), "Pada hari ini ....."]);
        stands_on(&minutes, &["PIHAK PERTAMA;", "PIHAK KEDUA.", NAMA, JABATAN, UNIT, NIP_GROUPED]);
        stands_on(&minutes, &["siti.bintang@contoh.example", "SIMPEG", "31 Desember 2024"]);
        stands_on(
            &minutes,
            &["Mengetahui:", "Ratna <Kusuma>, S.H., M.Si.", "19800303 200503 2 903"],
        );
        stands_on(&minutes, &["Tembusan:", "Kepala *Badan* Contoh", "Arsip"]);
        stands_nowhere_on(&minutes, &["tahun dua ribu"]);
    }
}

#[test]
fn minutes_signed_off_bear_the_day_in_words_and_in_figures() {
    let minutes = signed_off("P-1", BeritaAcara, 1);
    let day =
        "Pada hari ini Senin, tanggal tiga bulan Juni tahun dua ribu dua puluh empat (03-06-2024)";
    stands_on(&minutes, &[day, "bertempat di Depok", ANGGOTA, NAMA, "Pusat Contoh"]);
    stands_on(&minutes, &["surat permohonan nomor S-21/2024 tanggal 3 Juni 2024"]);
    stands_on(&signed_off("R-1", BeritaAcara, 2), &["Selasa, tanggal empat bulan Juni"]);
}

#[test]
fn a_report_to_be_signed_tells_what_was_done_and_leaves_date_and_receipt_open() {
    for (request, round, day) in [("P-7", 1, "3 Juni 2024"), ("R-7", 2, "4 Juni 2024")] {
        let report = to_be_signed(request, LaporanKegiatan, round);
        stands_on(&report, &["LAPORAN HASIL KEGIATAN", "Tanggal: .....", "Diterima tanggal ....."]);
        stands_on(&report, &[&format!("berita acara tanggal {day}"), NAMA, UNIT, NIP_GROUPED]);
        stands_on(&report, &["SDM-233-OT.02.02 TAHUN 2024", "(hasil: Ya)", ANGGOTA]);
    }
}

#[test]
fn a_report_signed_off_bears_its_date_and_the_receipt() {
    let report = signed_off("P-1", LaporanKegiatan, 1);
    let number = report.number.clone().expect("a number");
    stands_on(&report, &[&format!("NOMOR: {number}"), "Tanggal: 3 Juni 2024", "Jaringan *lambat*"]);
    stands_on(&report, &["Diterima tanggal 3 Juni 2024", KETUA, ANGGOTA, "Ruang <Rapat> 1"]);
    let second = signed_off("R-1", LaporanKegiatan, 2);
    stands_on(&second, &["pengajuan ke-2", REASON, "tanggal 3 Juni 2024, alasan:"]);
}

#[test]
fn every_kind_was_read_back_at_every_stage_that_it_has() {
    let mut seen: Vec<(PaperKind, bool, bool)> = Vec::new();
    for (request, kind, round, _) in STAGES.papers() {
        seen.push((kind, STAGES.paper(&request, kind, round).signed, round > 1));
    }
    // The minutes of a removal come from another SOP: `removal`.
    let of_this_sop = |kind: &PaperKind| *kind != PaperKind::BeritaAcaraPencabutan;
    for kind in PaperKind::ALL.into_iter().filter(of_this_sop) {
        let always_signed = matches!(kind, Akun | Pengembalian);
        // The disposition of a second round is signed with the step that begins it.
        let begins_the_round = kind == Disposisi;
        for (signed, second) in [(true, false), (true, true), (false, false), (false, true)] {
            let has = signed || !(always_signed || (begins_the_round && second));
            if has {
                assert!(seen.contains(&(kind, signed, second)), "{kind} {signed} {second}");
            }
        }
    }
}
