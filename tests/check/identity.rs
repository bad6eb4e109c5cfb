//! Was each step done and initialled by the right person? (P01–P06)

use crate::office::{ANGGOTA, KETUA, Office, PEMOHON, step};

#[test]
fn a_member_of_staff_in_another_role_may_not_sign_the_step() {
    let checked = Office::new().kept("P-1").at(step(4)).by(KETUA).check();
    assert_eq!(checked.codes("P-1"), ["P01"]);
    insta::assert_snapshot!(checked.told(), @r#"
    P01 ketidaksesuaian P-1 putaran 1 langkah 4
    Hendra Wijaya mengerjakan langkah 4 (Membuatkan hak akses yang akan diberikan), padahal pada Senin, 3 Juni 2024 berperan sebagai Ketua Tim Kerja Pengelolaan Sistem Informasi
    akibat: permohonan ini tidak sesuai SOP.
    saran: bila orang ini memang ditunjuk pada hari itu, catat perannya di daftar pegawai dengan masa berlakunya, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!C5
    "#);
}

#[test]
fn a_person_may_hold_several_roles() {
    let office = Office::new().staff(KETUA, "anggota_tim").kept("P-1").at(step(4));
    office.by(KETUA).check().finds_nothing();
}

#[test]
fn both_days_of_a_role_count_and_the_day_after_is_without_a_role() {
    let until = |day| {
        let office = Office::new().staff("Dewi Lestari", "anggota_tim");
        office.with("berlaku_sampai", day).kept("P-1").at(step(4)).by("Dewi Lestari").check()
    };
    until("Senin 03/06/2024").finds_nothing();
    let checked = until("Minggu 02/06/2024");
    assert_eq!(checked.codes("P-1"), ["P01"]);
    insta::assert_snapshot!(checked.told(), @r#"
    P01 ketidaksesuaian P-1 putaran 1 langkah 4
    Dewi Lestari mengerjakan langkah 4 (Membuatkan hak akses yang akan diberikan), padahal pada Senin, 3 Juni 2024 tidak memegang peran apa pun
    akibat: permohonan ini tidak sesuai SOP.
    saran: bila orang ini memang ditunjuk pada hari itu, catat perannya di daftar pegawai dengan masa berlakunya, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!C5
    "#);
    let from = |day| {
        let office = Office::new().staff("Dewi Lestari", "anggota_tim").with("berlaku_dari", day);
        office.kept("P-1").at(step(4)).by("Dewi Lestari").check()
    };
    from("Senin 03/06/2024").finds_nothing();
    assert_eq!(from("Selasa 04/06/2024").codes("P-1"), ["P01"]);
}

#[test]
fn the_staff_of_tertib_toml_counts_like_that_of_a_workbook() {
    let member = "[[pegawai]]\nnama = \"Dewi Lestari\"\nperan = \"anggota_tim\"\n";
    let office = Office::new().without_staff().toml(member).staff(KETUA, "ketua_tim");
    let checked = office.kept("P-1").at(step(4)).by("Dewi Lestari").check();
    checked.finds_nothing_about(step(4));
    assert_eq!(checked.codes_at(step(3)), ["P03"]);
}

#[test]
fn the_applicant_may_not_do_a_step_of_the_team() {
    let checked = Office::new().kept("P-1").at(step(4)).by(PEMOHON).check();
    assert_eq!(checked.codes("P-1"), ["P02"]);
    insta::assert_snapshot!(checked.told(), @r#"
    P02 ketidaksesuaian P-1 putaran 1 langkah 4
    langkah 4 (Membuatkan hak akses yang akan diberikan) dikerjakan oleh pemohon sendiri, Arif Nugraha
    akibat: permohonan ini tidak sesuai SOP.
    saran: cocokkan pelaksananya dengan lembar kendali; bila salah ketik, betulkan, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!C5
    "#);
}

#[test]
fn an_applicant_who_is_of_the_team_may_not_either() {
    let office = Office::new().staff(PEMOHON, "anggota_tim").kept("P-1").at(step(4));
    assert_eq!(office.by(PEMOHON).check().codes("P-1"), ["P02"]);
}

#[test]
fn a_row_that_names_the_role_of_the_applicant_is_the_applicant_s() {
    let checked = Office::new().kept("P-1").at(step(4)).by("Pemohon").check();
    assert_eq!(checked.codes("P-1"), ["P02"]);
}

#[test]
fn a_member_of_the_team_may_not_send_the_letter_of_another() {
    let checked = Office::new().kept("P-1").at(step(1)).by(ANGGOTA).check();
    assert_eq!(checked.codes("P-1"), ["P01"]);
    // A colleague of the applicant is not on the list of the team and need not be.
    Office::new().kept("P-1").at(step(1)).by("Sinta Maharani").check().finds_nothing();
}

#[test]
fn one_who_is_not_on_the_staff_list_is_told_only_where_there_is_a_list() {
    let office = Office::new().kept("P-1").at(step(4)).by("Sinta Maharani");
    let checked = office.clone().check();
    assert_eq!(checked.codes("P-1"), ["P03"]);
    insta::assert_snapshot!(checked.told(), @r#"
    P03 peringatan P-1 putaran 1 langkah 4
    Sinta Maharani, yang menandatangani langkah 4 (Membuatkan hak akses yang akan diberikan), tidak ada dalam daftar pegawai
    akibat: tidak dapat dipastikan bahwa langkah ini dikerjakan orang yang berwenang.
    saran: betulkan ejaan nama atau NIP, atau tambahkan orang ini ke daftar pegawai, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!C5
    "#);
    office.without_staff().at(step(4)).check().finds_nothing();
}

/// A handover signed by the team and by one more person.
fn handed_over_to(signer: &str, recipient: &str) -> Office {
    Office::new()
        .request("P-1")
        .with("nama_penerima", recipient)
        .kept("P-1")
        .signed("P-1", step(6), "Senin 03/06/2024 13.00", "Senin 03/06/2024 13.10")
        .by(signer)
}

#[test]
fn a_recipient_may_sign_the_handover_of_an_access_like_the_applicant() {
    let recipient = "Budi Santoso";
    let checked = handed_over_to("BUDI SANTOSO, S.E.", recipient).check();
    checked.finds_nothing_about(step(6));
    let entry = checked.entry("P-1", 1, step(6));
    assert_eq!((entry.rows.len(), checked.actor("P-1", 1, step(6))), (2, Some(ANGGOTA)));
    // Each of several recipients signs for himself.
    handed_over_to(recipient, recipient)
        .request("P-1")
        .with("nama_penerima", "Citra Dewi")
        .signed("P-1", step(6), "Senin 03/06/2024 13.00", "Senin 03/06/2024 13.10")
        .by("Citra Dewi")
        .check()
        .finds_nothing_about(step(6));
}

#[test]
fn who_gets_no_access_or_signs_another_step_or_for_another_is_no_recipient() {
    let codes = |office: Office| office.check().codes("P-1");
    assert_eq!(codes(handed_over_to("Citra Dewi", "Budi Santoso")), ["L03", "P03"]);
    let office = handed_over_to("Budi Santoso", "Budi Santoso");
    assert_eq!(codes(office.clone().at(step(4)).by("Budi Santoso")), ["P03"]);
    let for_another = office.with("penerima", "Citra Dewi");
    assert_eq!(codes(for_another), ["L03", "P03"]);
}

#[test]
fn a_recipient_alone_does_not_sign_off_the_handover() {
    let office = Office::new().request("P-1").with("nama_penerima", "Budi Santoso").kept("P-1");
    let checked = office.at(step(6)).by("Budi Santoso").check();
    assert_eq!(checked.codes("P-1"), ["L01"]);
}

#[test]
fn a_recipient_who_is_of_the_team_signs_for_the_team() {
    let office = Office::new().request("P-1").with("nama_penerima", ANGGOTA).kept("P-1");
    office.check().finds_nothing_about(step(6));
}

#[test]
fn titles_case_and_punctuation_make_no_other_person() {
    for written in ["RINA WULANDARI", "Rina Wulandari, S.Kom.", "Dra. Rina  Wulandari, M.Si"] {
        Office::new().kept("P-1").at(step(4)).by(written).check().finds_nothing();
    }
}

#[test]
fn where_both_sides_have_a_nip_it_decides_alone() {
    let (hers, another) = ("199102032015032004", "198805062012032005");
    let signed = |name, nip| {
        let office = Office::new().without_staff().staff(KETUA, "ketua_tim");
        let office = office.staff(ANGGOTA, "anggota_tim").with("nip", hers).kept("P-1");
        office.at(step(4)).by(name).with("nip_pelaksana", nip).check()
    };
    signed("R. Wulandari Putri", hers).finds_nothing();
    signed(ANGGOTA, "").finds_nothing();
    assert_eq!(signed(ANGGOTA, another).codes("P-1"), ["P03"]);
}

#[test]
fn the_applicant_is_known_by_nip_too() {
    let nip = "199507082019031002";
    let signed = |actors_nip| {
        let office = Office::new().staff(PEMOHON, "anggota_tim").request("P-1");
        let office = office.with("nip_pemohon", nip).kept("P-1").with("paraf", "v");
        office.at(step(4)).by(PEMOHON).with("nip_pelaksana", actors_nip).check()
    };
    assert_eq!(signed(nip).codes("P-1"), ["P02"]);
    // A namesake with another NIP is another person.
    signed("198805062012031005").finds_nothing_about(step(4));
}

#[test]
fn a_signed_step_without_initials_is_told() {
    for said in ["", "belum"] {
        let checked = Office::new().kept("P-1").at(step(4)).with("paraf", said).check();
        assert_eq!(checked.codes("P-1"), ["P04"], "{said}");
    }
    let checked = Office::new().kept("P-1").at(step(4)).with("paraf", "").check();
    insta::assert_snapshot!(checked.told(), @r#"
    P04 ketidaksesuaian P-1 putaran 1 langkah 4
    langkah 4 (Membuatkan hak akses yang akan diberikan) tercatat selesai, tetapi kolom parafnya kosong atau menyatakan belum
    akibat: permohonan ini tidak sesuai SOP.
    saran: mintakan paraf pada lembar kendali dan catat, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!L5
    "#);
}

#[test]
fn a_sheet_without_a_column_for_initials_has_no_opinion_on_them() {
    let office = Office::new().kept("P-1").at(step(4)).with("paraf", "");
    office.without_column("paraf").check().finds_nothing();
}

#[test]
fn a_step_in_progress_needs_no_initials_and_no_right_person_yet() {
    let office = Office::new().kept_up_to("P-1", step(4));
    let office = office.signed("P-1", step(5), "Senin 03/06/2024 09.40", "");
    office.by("Sinta Maharani").with("paraf", "").check().finds_nothing();
}

/// Steps 4, 5 and 6 signed by one person, the first at 09.30.00.
fn in_a_row(fifth: &str, sixth: &str) -> Office {
    let office = Office::new().kept("P-1");
    let office = office.at(step(5)).times("Senin 03/06/2024 09.30", fifth);
    office.at(step(6)).times(fifth, sixth)
}

#[test]
fn three_sign_offs_of_one_person_within_a_minute_are_told() {
    let office = in_a_row("Senin 03/06/2024 09.30.30", "Senin 03/06/2024 09.31.00");
    let checked = office.check();
    assert_eq!(checked.codes("P-1"), ["P05"]);
    insta::assert_snapshot!(checked.told(), @r#"
    P05 peringatan P-1 putaran 1 langkah 4
    Rina Wulandari menandatangani langkah 4, 5, 6 dalam satu menit (Senin, 3 Juni 2024 pukul 09.30.00 s.d. 09.31.00)
    akibat: waktu yang tercatat mungkin bukan waktu pelaksanaan yang sebenarnya.
    saran: cocokkan waktunya dengan lembar kendali; bila keliru, betulkan, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F5 Kendali!F6 Kendali!F7
    "#);
}

#[test]
fn three_sign_offs_within_a_minute_and_a_second_are_not_told() {
    let office = in_a_row("Senin 03/06/2024 09.30.30", "Senin 03/06/2024 09.31.01");
    office.check().finds_nothing();
}

#[test]
fn two_sign_offs_in_a_minute_or_three_of_two_people_are_not_told() {
    let office = in_a_row("Senin 03/06/2024 09.30.30", "Senin 03/06/2024 09.40");
    office.check().finds_nothing();
    let office = in_a_row("Senin 03/06/2024 09.30.30", "Senin 03/06/2024 09.31.00");
    let office = office.staff("Dewi Lestari", "anggota_tim");
    office.at(step(5)).by("Dewi Lestari").check().finds_nothing();
}

#[test]
fn dates_without_an_hour_are_not_signed_in_one_go() {
    let day = "Senin 03/06/2024";
    let office = Office::new().kept("P-1").at(step(4)).times(day, day);
    let office = office.at(step(5)).times(day, day).at(step(6)).times(day, day);
    office.check().finds_no("P05");
}

#[test]
fn parts_of_one_step_that_are_signed_together_are_one_sign_off() {
    let (from, to) = ("Senin 03/06/2024 09.10", "Senin 03/06/2024 09.30");
    let part =
        |office: Office, name| office.signed("P-1", step(4), from, to).with("aplikasi", name);
    let office = Office::new().kept_up_to("P-1", step(3));
    let office = part(part(part(office, "SIMPEG"), "SIPKA"), "E-Kinerja");
    office.check().finds_nothing();
}

/// Ratna's leave of a week, and how P06 is told.
#[test]
fn a_sign_off_on_a_day_of_leave_is_told() {
    let away = |from: &str, until: &str, kind: &str| {
        let toml = format!(
            "[[tidak_di_kantor]]\nnama = \"Ibu RINA WULANDARI, S.Kom.\"\ndari = {from}\nsampai = {until}\njenis = \"{kind}\"\n"
        );
        Office::new().toml(&toml).kept_up_to("P-1", step(3)).check()
    };
    let checked = away("2024-06-03", "2024-06-07", "cuti");
    assert_eq!(checked.codes("P-1"), ["P06"]);
    insta::assert_snapshot!(checked.told(), @r#"
    P06 peringatan P-1 putaran 1 langkah 3
    Rina Wulandari menandatangani langkah 3 (Melakukan verifikasi permohonan yang disampaikan) pada Senin, 3 Juni 2024, padahal cuti 3 Juni 2024 s.d. 7 Juni 2024
    akibat: tidak dapat dipastikan bahwa langkah ini dikerjakan orang itu pada hari itu; waktu kerjanya tetap dihitung.
    saran: cocokkan dengan lembar kendali dan surat cuti atau surat tugasnya; betulkan yang keliru, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F4 Kendali!C4
    "#);
    // Both days count; the day before and the day after are days at the office.
    away("2024-05-27", "2024-06-03", "dinas luar").finds("P06");
    away("2024-05-27", "2024-06-02", "dinas luar").finds_nothing();
    away("2024-06-04", "2024-06-07", "cuti").finds_nothing();
    away("2024-06-03", "2024-06-07", "WFA").finds_nothing();
}

#[test]
fn leave_is_matched_by_the_nip_of_the_staff_list_and_never_stops_the_clock() {
    let (mine, other) = ("199006062014062906", "198805052012051905");
    let told = |nip: &str| {
        let staff = "[[pegawai]]\nnama = \"Dewi Larasita\"\nnip = \"199006062014062906\"\nperan = \"anggota_tim\"\n";
        let toml = format!(
            "{staff}[[tidak_di_kantor]]\nnip = \"{nip}\"\ndari = 2024-06-03\nsampai = 2024-06-03\njenis = \"cuti\"\n"
        );
        Office::new().toml(&toml).kept_up_to("P-1", step(4)).at(step(4)).by("Dewi Larasita").check()
    };
    let checked = told(mine);
    assert_eq!(checked.codes("P-1"), ["P06"]);
    assert_eq!(checked.kept("P-1"), None, "it still runs");
    told(other).finds_nothing();
    let worked = |checked: &crate::office::Checked| checked.entry("P-1", 1, step(4)).worked();
    assert_eq!(worked(&checked), worked(&told(other)));
}
