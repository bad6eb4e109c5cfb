//! Findings about the data that only all records together can tell.
//! (D07, D08, D12, D16, D17)

use crate::office::{Office, step};

const CATALOGUE: &str =
    "[[aplikasi]]\nnama = \"SIMPEG\"\nperan = [\"Operator\", \"Verifikator\"]\n";

#[test]
fn a_sign_off_for_a_number_that_no_request_has_is_told_with_the_nearest_one() {
    let checked =
        Office::new().kept("P-2024-017").at(step(4)).with("nomor_permohonan", "P-2024-071").check();
    assert_eq!(checked.codes("P-2024-071"), ["D07"]);
    assert_eq!(checked.codes("P-2024-017"), ["L01"]);
    insta::assert_snapshot!(checked.told_of("D07"), @r#"
    D07 kesalahan P-2024-071 langkah 4
    tidak ada permohonan bernomor P-2024-071
    akibat: catatan langkah pada baris ini tidak dipakai; baris lain tetap diperiksa.
    saran: periksa nomornya (mungkin maksudnya P-2024-017) atau tambahkan permohonannya, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!A5
    "#);
}

#[test]
fn a_number_far_from_all_others_is_told_without_a_guess() {
    let checked = Office::new().kept("P-1").with("nomor_permohonan", "TIK/2024/99").check();
    assert!(checked.told_of("D07").contains("saran: periksa nomornya atau tambahkan"));
}

#[test]
fn a_number_is_compared_with_blanks_folded_and_without_case() {
    let office = Office::new().kept("P 017");
    let office = office.at(step(4)).with("nomor_permohonan", "p   017");
    office.at(step(5)).with("nomor_permohonan", " P 017 ").check().finds_nothing();
}

#[test]
fn rows_of_one_request_that_contradict_each_other_are_told_and_no_verdict_is_sure() {
    let checked =
        Office::new().kept("P-1").request("P-1").with("unit_kerja", "Bagian Umum").check();
    assert_eq!(checked.codes("P-1"), ["D08"]);
    insta::assert_snapshot!(checked.told(), @r#"
    D08 kesalahan P-1 putaran 1
    baris-baris permohonan ini berbeda pada kolom unit kerja: "Sekretariat" dan "Bagian Umum"
    akibat: nilai yang pertama dipakai; kesesuaian permohonan ini dengan SOP belum dapat dipastikan.
    saran: samakan nilainya menurut surat permohonan, atau beri nomor lain bila ini permohonan lain, simpan, lalu jalankan lagi: tertib periksa
    di: Permohonan!O2 Permohonan!O3
    "#);
    assert_eq!((checked.kept("P-1"), checked.on_time("P-1")), (None, Some(true)));
}

#[test]
fn rows_may_differ_in_what_tells_of_the_access() {
    for (column, value) in [
        ("aplikasi", "SIPKA"),
        ("peran", "Verifikator"),
        ("nama_penerima", "Sinta Maharani"),
        ("hasil_verifikasi", "Tidak"),
        ("keterangan", "menyusul"),
    ] {
        let office = Office::new().kept("P-1").request("P-1").with(column, value);
        office.check().finds_nothing();
    }
}

#[test]
fn rows_differ_in_the_day_of_cancelling_only_by_mistake() {
    let office = Office::new().request("P-1").with("tanggal_batal", "Senin 03/06/2024");
    let checked = office.request("P-1").with("tanggal_batal", "Selasa 04/06/2024").check();
    assert_eq!(checked.codes("P-1"), ["D08"]);
}

#[test]
fn an_empty_cell_and_another_spelling_of_the_name_contradict_nothing() {
    let office = Office::new().kept("P-1").request("P-1").with("unit_kerja", "");
    office.with("nama_pemohon", "ARIF NUGRAHA, S.H.").check().finds_nothing();
}

#[test]
fn rows_of_different_rounds_may_differ() {
    let office = Office::new().kept("P-1").request("P-1").with("putaran", "2");
    office.with("nomor_surat", "S-34/2024").check().finds_nothing();
    let empty_means_one = Office::new().kept("P-1").request("P-1").with("putaran", "1");
    let checked = empty_means_one.with("nomor_surat", "S-34/2024").check();
    assert_eq!(checked.codes("P-1"), ["D08"]);
}

#[test]
fn entries_of_the_staff_list_that_contradict_each_other_are_told() {
    let nip = "199102032015032004";
    let office = Office::new().staff("Dewi Lestari", "anggota_tim").with("nip", nip);
    let checked = office.staff("Sinta Maharani", "anggota_tim").with("nip", nip).check();
    assert_eq!(checked.codes_of_office(), ["D08"]);
    insta::assert_snapshot!(checked.told(), @r#"
    D08 kesalahan
    NIP Sinta Maharani sama dengan NIP Dewi Lestari, padahal namanya berbeda
    akibat: kedua catatan tetap dipakai untuk memeriksa pelaksana, sehingga hasilnya dapat keliru.
    saran: betulkan salah satunya menurut surat keputusan atau surat perintah, simpan, lalu jalankan lagi: tertib periksa
    di: Pegawai!A5 Pegawai!A4
    "#);
}

#[test]
fn a_role_twice_over_days_that_overlap_and_differ_is_a_contradiction() {
    let until = |day| {
        let office = Office::new().staff("Dewi Lestari", "anggota_tim");
        let office = office.with("berlaku_sampai", day).staff("Dewi Lestari", "anggota_tim");
        office.with("berlaku_dari", "Senin 03/06/2024").check()
    };
    until("Minggu 02/06/2024").finds_nothing();
    assert_eq!(until("Senin 03/06/2024").codes_of_office(), ["D08"]);
}

#[test]
fn a_sign_off_later_than_the_moment_of_the_run_is_not_used() {
    let office = Office::new().kept_up_to("P-1", step(4));
    office.clone().as_of("Senin 03/06/2024 09.30").check().finds_nothing();
    let checked = office.as_of("Senin 03/06/2024 09.29.59").check();
    assert_eq!(checked.codes("P-1"), ["D12"]);
    insta::assert_snapshot!(checked.told(), @r#"
    D12 peringatan P-1 langkah 4
    waktu ini (Senin, 3 Juni 2024 pukul 09.30) lebih kemudian daripada saat pemeriksaan, Senin, 3 Juni 2024 pukul 09.29.59
    akibat: waktu ini tidak dipakai: pada saat pemeriksaan langkahnya belum selesai.
    saran: bila tanggalnya keliru, betulkan, simpan, lalu jalankan lagi: tertib periksa; bila benar, periksa untuk hari itu: tertib periksa --per TTTT-BB-HH
    di: Kendali!F5
    "#);
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3");
    // What had begun by then is in progress.
    assert_eq!(checked.history("P-1").open.len(), 1);
}

#[test]
fn a_step_that_begins_later_than_the_run_has_not_begun() {
    let office = Office::new().kept_up_to("P-1", step(4));
    let office = office.signed("P-1", step(5), "Senin 03/06/2024 09.40", "");
    office.clone().as_of("Senin 03/06/2024 09.40").check().finds_nothing();
    let checked = office.as_of("Senin 03/06/2024 09.39").check();
    assert_eq!(checked.codes("P-1"), ["D12"]);
    assert!(checked.history("P-1").open.is_empty());
}

#[test]
fn a_step_that_begins_later_is_not_signed_though_its_end_cannot_be_read() {
    let office = Office::new().kept_up_to("P-1", step(4));
    let office = office.signed("P-1", step(5), "Senin 03/06/2024 09.40", "?");
    let begun = office.clone().as_of("Senin 03/06/2024 09.40").check();
    assert_eq!(begun.course("P-1"), "1.1 1.2 1.3 1.4 1.5");
    let checked = office.as_of("Senin 03/06/2024 09.39").check();
    assert_eq!(checked.codes("P-1"), ["D12"]);
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 1.4");
}

#[test]
fn a_day_without_an_hour_is_not_later_than_a_run_on_that_day() {
    let day = "Senin 03/06/2024";
    let office = Office::new().signed("P-1", step(2), day, day).as_of("Senin 03/06/2024 08.00");
    office.check().finds_no("D12");
}

#[test]
fn only_times_of_sign_offs_can_be_later_than_the_run_or_outside_the_calendar() {
    for day in ["Jumat 07/06/2024", "Senin 03/01/2028"] {
        let office = Office::new().kept("P-1").request("P-1").with("aplikasi", "SIPKA");
        let office = office.with("berlaku_sampai", day).with("tanggal_batal", day);
        office.as_of("Senin 03/06/2024 14.00").check().finds_nothing();
    }
}

#[test]
fn an_application_or_role_is_looked_up_where_there_is_a_catalogue() {
    let office = Office::new().request("P-1").with("aplikasi", "SIMPG");
    office.clone().check().finds_nothing();
    let checked = office.toml(CATALOGUE).check();
    assert_eq!(checked.codes("P-1"), ["D16"]);
    insta::assert_snapshot!(checked.told(), @r#"
    D16 peringatan P-1 putaran 1
    aplikasi "SIMPG" tidak ada dalam daftar aplikasi kantor
    akibat: permohonan tetap diperiksa; nama ini akan tercetak seperti tertulis.
    saran: pakai nama dalam daftar (mungkin maksudnya "SIMPEG") atau tambahkan nama ini pada [[aplikasi]] di tertib.toml, simpan, lalu jalankan lagi: tertib periksa
    di: Permohonan!R2
    "#);
}

#[test]
fn a_role_that_an_application_does_not_have_is_told() {
    let checked = Office::new().toml(CATALOGUE).request("P-1").with("peran", "Admin").check();
    assert_eq!(checked.codes("P-1"), ["D16"]);
    insta::assert_snapshot!(checked.told(), @r#"
    D16 peringatan P-1 putaran 1
    peran "Admin" tidak ada dalam daftar peran aplikasi SIMPEG
    akibat: permohonan tetap diperiksa; nama ini akan tercetak seperti tertulis.
    saran: betulkan namanya atau tambahkan pada [[aplikasi]] di tertib.toml, simpan, lalu jalankan lagi: tertib periksa
    di: Permohonan!S2
    "#);
}

#[test]
fn case_and_blanks_make_no_other_application_and_one_without_roles_takes_any() {
    let catalogue = format!("{CATALOGUE}[[aplikasi]]\nnama = \"Layanan Data\"\n");
    let office = Office::new().toml(&catalogue).request("P-1").with("aplikasi", "simpeg");
    let office = office.with("peran", "OPERATOR").request("P-1").with("peran", "Siapa saja");
    office.with("aplikasi", "layanan  data").check().finds_nothing();
}

#[test]
fn a_time_outside_the_calendar_is_told_and_still_counts_as_signed() {
    let office = Office::new().kept("P-1").at(step(8));
    let checked = office.times("Senin 03/01/2028 08.00", "Senin 03/01/2028 08.10").check();
    assert_eq!(checked.codes("P-1"), ["D17", "D17"]);
    insta::assert_snapshot!(checked.told(), @r#"
    D17 kesalahan P-1 langkah 8
    tanggal 3 Januari 2028 di luar kalender kerja, yang memuat tahun 2024–2027
    akibat: waktu ini tidak dapat dihitung; langkahnya tetap dianggap sudah ditandatangani.
    saran: betulkan tanggalnya, atau tambahkan tahun itu di kalender.toml, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!E9
    D17 kesalahan P-1 langkah 8
    tanggal 3 Januari 2028 di luar kalender kerja, yang memuat tahun 2024–2027
    akibat: waktu ini tidak dapat dihitung; langkahnya tetap dianggap sudah ditandatangani.
    saran: betulkan tanggalnya, atau tambahkan tahun itu di kalender.toml, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F9
    "#);
    assert_eq!(checked.status("P-1"), "selesai");
    assert_eq!((checked.kept("P-1"), checked.on_time("P-1")), (None, None));
    assert!(checked.history("P-1").flawed);
}

#[test]
fn a_start_outside_the_calendar_is_as_none() {
    let office = Office::new().kept("P-1").at(step(4)).with("mulai", "Jumat 29/12/2023 09.10");
    let checked = office.check();
    assert_eq!(checked.codes("P-1"), ["D17", "W04"]);
    let told = checked.told_of("W04");
    assert!(
        told.contains("tercatat, tetapi tidak dapat dipakai"),
        "not that it is missing: {told}"
    );
}

#[test]
fn the_last_day_of_the_calendar_is_inside_it() {
    let office =
        Office::new().signed("P-1", step(2), "Jumat 31/12/2027 16.00", "Jumat 31/12/2027 16.10");
    office.check().finds_nothing();
}

#[test]
fn a_number_used_again_in_another_year_is_another_request() {
    let received = |office: Office, day| {
        let office = office.request("001").with("tanggal_diterima", day);
        office.with("tanggal_surat", day)
    };
    let office = received(received(Office::new(), "Senin 03/06/2024"), "Senin 02/06/2025");
    let checked = office
        .signed("001", step(2), "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.10")
        .signed("001", step(2), "Senin 02/06/2025 08.00", "Senin 02/06/2025 08.10")
        .signed("001", step(3), "Selasa 03/06/2025 08.20", "Selasa 03/06/2025 08.40")
        .as_of("Selasa 03/06/2025")
        .check();
    assert_eq!(checked.course("001"), "1.2");
    assert_eq!(checked.course("001 (2025)"), "1.2 1.3");
}

#[test]
fn an_hour_that_only_one_row_of_a_request_says_contradicts_no_day_and_is_used() {
    for (first, second) in [
        ("Senin 03/06/2024 08.15", "Senin 03/06/2024"),
        ("Senin 03/06/2024", "Senin 03/06/2024 08.15"),
    ] {
        let office = Office::new().request("P-1").with("diterima_tim", first);
        let checked = office.request("P-1").with("aplikasi", "SIPKA").with("diterima_tim", second);
        let checked = checked.kept("P-1").check();
        checked.finds_no("D08");
        let case = &checked.judged("P-1").case;
        let team = case.received_by_team().map(|at| at.value.has_hour());
        assert_eq!(team, Some(true));
    }
}

#[test]
fn two_hours_of_one_day_contradict_each_other_whatever_a_third_row_leaves_out() {
    let rows = |times: [&str; 3]| {
        let add = |office: Office, time: &&str| office.request("P-1").with("diterima_tim", time);
        times.iter().fold(Office::new(), add).check().codes("P-1")
    };
    let (day, early, late) =
        ("Senin 03/06/2024", "Senin 03/06/2024 08.15", "Senin 03/06/2024 09.15");
    assert_eq!(rows([day, early, day]), ["D10"], "the third says what the first does");
    for times in [[day, early, late], [early, late, day], [early, day, "Selasa 04/06/2024"]] {
        assert_eq!(rows(times), ["D08"], "{times:?}");
    }
}
