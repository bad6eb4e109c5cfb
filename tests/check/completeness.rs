//! Was every step done, decided and documented? (L01, L05, L06, K01, K02)

use crate::office::{Office, step};

#[test]
fn a_step_that_was_left_out_is_told_at_the_next_one_that_was_signed() {
    let checked = Office::new().kept("P-1").without(step(4)).check();
    assert_eq!(checked.codes("P-1"), ["L01"]);
    insta::assert_snapshot!(checked.told(), @r#"
    L01 ketidaksesuaian P-1 putaran 1 langkah 4
    langkah 4 (Membuatkan hak akses yang akan diberikan) terlewat, padahal langkah 5 sudah ditandatangani
    akibat: permohonan ini tidak sesuai SOP.
    saran: bila langkah ini belum dikerjakan, laporkan kepada atasan; bila sudah, catat menurut lembar kendali, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!B5
    "#);
}

#[test]
fn each_step_that_was_left_out_is_a_finding_of_its_own() {
    let checked = Office::new().kept("P-1").without(step(4)).without(step(5)).check();
    assert_eq!(checked.codes("P-1"), ["L01", "L01"]);
    assert_eq!(checked.codes_at(step(4)), ["L01"]);
    assert_eq!(checked.codes_at(step(5)), ["L01"]);
}

#[test]
fn steps_that_are_still_to_come_are_not_skipped() {
    Office::new().kept_up_to("P-1", step(4)).check().finds_nothing();
}

#[test]
fn the_letter_proves_the_first_step_without_a_sign_off_and_its_time_is_not_judged() {
    let checked = Office::new().kept("P-1").without(step(1)).check();
    checked.finds_nothing();
    assert_eq!((checked.kept("P-1"), checked.on_time("P-1")), (Some(true), Some(true)));
}

#[test]
fn without_a_letter_the_first_step_needs_its_sign_off() {
    let checked = Office::new()
        .request("P-1")
        .without_letter()
        .signed("P-1", step(2), "Senin 03/06/2024 08.20", "Senin 03/06/2024 08.30")
        .check();
    assert_eq!(checked.codes("P-1"), ["K01", "L01"]);
}

#[test]
fn a_later_round_begins_at_the_step_that_opened_it() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", "Surat belum ditandatangani")
        .signed("P-1", step(3), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.20")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 2.3");
}

#[test]
fn a_step_left_out_in_a_later_round_is_told_with_its_round() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", "Surat belum ditandatangani")
        .signed("P-1", step(2), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 08.10")
        .signed("P-1", step(4), "Selasa 04/06/2024 08.20", "Selasa 04/06/2024 08.40")
        .check();
    insta::assert_snapshot!(checked.told(), @r#"
    L01 ketidaksesuaian P-1 putaran 2 langkah 3
    langkah 3 (Melakukan verifikasi permohonan yang disampaikan) terlewat, padahal langkah 4 sudah ditandatangani
    akibat: permohonan ini tidak sesuai SOP.
    saran: bila langkah ini belum dikerjakan, laporkan kepada atasan; bila sudah, catat menurut lembar kendali, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!B6
    "#);
}

#[test]
fn a_sign_off_whose_time_cannot_be_used_still_counts_as_signed() {
    let checked = Office::new().kept("P-1").at(step(4)).with("selesai", "?").check();
    checked.finds_nothing();
    assert_eq!(checked.status("P-1"), "selesai");
}

#[test]
fn a_skipped_step_beside_a_row_whose_step_cannot_be_read_is_told_with_that_doubt() {
    let checked = Office::new().kept("P-1").at(step(4)).with("langkah", "?").check();
    insta::assert_snapshot!(checked.told(), @r#"
    L01 ketidaksesuaian P-1 putaran 1 langkah 4
    langkah 4 (Membuatkan hak akses yang akan diberikan) terlewat, padahal langkah 5 sudah ditandatangani
    akibat: permohonan ini tidak sesuai SOP, kecuali baris yang langkahnya tidak terbaca ternyata langkah ini.
    saran: betulkan dahulu baris yang langkahnya tidak terbaca, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!B6
    "#);
}

#[test]
fn a_deciding_step_without_its_decision_is_told_and_goes_on_as_y() {
    let checked = Office::new().kept("P-1").at(step(3)).decided("").check();
    assert_eq!(checked.codes("P-1"), ["L05"]);
    insta::assert_snapshot!(checked.told(), @r#"
    L05 peringatan P-1 putaran 1 langkah 3
    keputusan pada langkah 3 (Melakukan verifikasi permohonan yang disampaikan) tidak tercatat
    akibat: permohonan dianggap diteruskan (Ya); kesesuaiannya dengan SOP belum dapat dipastikan.
    saran: isi kolom hasil dengan Y atau T menurut lembar verifikasi, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!J4
    "#);
    assert_eq!(checked.status("P-1"), "selesai");
    assert_eq!(checked.kept("P-1"), None);
}

#[test]
fn a_result_at_a_step_that_decides_nothing_changes_nothing() {
    for said in ["T", "Ditolak"] {
        let checked = Office::new().kept("P-1").at(step(5)).decided(said).check();
        checked.finds_nothing();
        assert_eq!(checked.status("P-1"), "selesai");
    }
}

#[test]
fn a_return_without_a_reason_is_told() {
    let checked = Office::new().kept_up_to("P-1", step(3)).decided("T").check();
    assert_eq!(checked.codes("P-1"), ["L06"]);
    insta::assert_snapshot!(checked.told(), @r#"
    L06 peringatan P-1 putaran 1 langkah 3
    keputusan Tidak pada langkah 3 (Melakukan verifikasi permohonan yang disampaikan) tidak disertai alasan
    akibat: pemohon tidak dapat mengetahui apa yang harus diperbaiki.
    saran: isi kolom alasan menurut lembar verifikasi, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!K4
    "#);
}

#[test]
fn the_reason_of_a_return_may_stand_in_alasan_or_in_keterangan() {
    for column in ["alasan", "keterangan"] {
        Office::new()
            .kept_up_to("P-1", step(3))
            .decided("T")
            .with(column, "Data pegawai belum lengkap")
            .check()
            .finds_nothing();
    }
}

#[test]
fn a_refusal_wants_a_reason_too() {
    let checked = Office::new().kept_up_to("P-1", step(3)).decided("Ditolak").check();
    assert_eq!(checked.codes("P-1"), ["L06"]);
    insta::assert_snapshot!(checked.told(), @r#"
    L06 peringatan P-1 putaran 1 langkah 3
    penolakan pada langkah 3 (Melakukan verifikasi permohonan yang disampaikan) tidak disertai alasan
    akibat: pemohon tidak dapat mengetahui apa yang harus diperbaiki.
    saran: isi kolom alasan menurut lembar verifikasi, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!K4
    "#);
}

#[test]
fn a_letter_without_number_and_date_is_told_at_the_receiving_step() {
    let checked = Office::new()
        .request("P-1")
        .without_letter()
        .signed("P-1", step(1), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10")
        .check();
    assert_eq!(checked.codes("P-1"), ["K01"]);
    insta::assert_snapshot!(checked.told(), @r#"
    K01 ketidaksesuaian P-1 putaran 1 langkah 1
    nomor dan tanggal surat permohonan tidak tercatat
    akibat: permohonan ini tidak sesuai SOP.
    saran: isi nomor dan tanggal surat menurut surat permohonan, simpan, lalu jalankan lagi: tertib periksa
    di: Permohonan!D2 Permohonan!E2
    "#);
}

#[test]
fn one_of_the_two_lacking_is_told_at_its_own_cell() {
    for (column, lacks, cell) in
        [("nomor_surat", "nomor surat", "D2"), ("tanggal_surat", "tanggal surat", "E2")]
    {
        let told = Office::new().request("P-1").with(column, "").check().told_of("K01");
        assert!(told.contains(&format!("{lacks} permohonan tidak tercatat")), "{told}");
        assert!(told.ends_with(&format!("di: Permohonan!{cell}\n")), "{told}");
    }
}

#[test]
fn a_date_that_is_there_but_cannot_be_read_is_not_missing() {
    let checked = Office::new().request("P-1").with("tanggal_surat", "?").check();
    checked.finds_nothing();
}

#[test]
fn a_column_that_is_not_there_is_missing_and_told_at_the_number_of_the_request() {
    let checked = Office::new().without_column("nomor_surat").request("P-1").check();
    assert_eq!(checked.codes("P-1"), ["K01"]);
    assert!(checked.told().ends_with("di: Permohonan!A2\n"), "{}", checked.told());
}

#[test]
fn the_letter_of_a_later_round_wants_its_number_too() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", "Surat belum ditandatangani")
        .request("P-1")
        .with("putaran", "2")
        .with("nomor_surat", "")
        .check();
    assert_eq!(checked.codes("P-1"), ["K01"]);
    assert!(checked.told().starts_with("K01 ketidaksesuaian P-1 putaran 2 langkah 1\n"));
}

#[test]
fn a_finished_request_without_its_signed_minutes_is_told() {
    let checked = Office::new().kept("P-1").without_minutes().check();
    assert_eq!(checked.codes("P-1"), ["K02"]);
    insta::assert_snapshot!(checked.told(), @r#"
    K02 peringatan P-1 putaran 1 langkah 6
    berita acara yang sudah ditandatangani belum ada di bukti-dukung
    akibat: berkas permohonan ini belum lengkap untuk diarsipkan.
    saran: simpan hasil pindainya dengan nama "P-1 berita acara.pdf" di folder bukti-dukung, lalu jalankan lagi: tertib periksa
    di: Kendali!B7
    "#);
}

#[test]
fn other_scans_and_the_minutes_of_another_request_are_not_its_minutes() {
    let office = Office::new().kept("P-1").request("P-1-2").without_minutes();
    for name in ["P-1 foto.jpg", "P-1_surat permohonan.pdf", "P-1-2 berita acara.pdf"] {
        let checked = office.clone().attached(name).check();
        assert_eq!(checked.codes("P-1"), ["K02"], "{name}");
    }
    for name in ["p-1_BAST ttd.pdf", "P-1/Berita Acara.pdf"] {
        assert_eq!(office.clone().attached(name).check().codes("P-1"), [""; 0], "{name}");
    }
}

#[test]
fn a_running_request_needs_no_signed_minutes_yet() {
    Office::new().kept_up_to("P-1", step(7)).without_minutes().check().finds_nothing();
}
