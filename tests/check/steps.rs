//! One step in several rows: two actors, and parts by application or recipient.

use crate::office::{ANGGOTA, KETUA, Office, PEMOHON, step};
use tertib::records::{Decision, Moment};

/// Five steps, then step 6 with a row of the team member and one of the applicant.
fn both_sign(team: (&str, &str), applicant: (&str, &str)) -> Office {
    let office = Office::new().kept_up_to("P-1", step(5));
    let office = office.signed("P-1", step(6), applicant.0, applicant.1).by(PEMOHON);
    office.signed("P-1", step(6), team.0, team.1)
}

#[test]
fn the_row_of_the_team_member_is_enough() {
    let checked = Office::new().kept("P-1").check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(6)).rows.len(), 1);
}

#[test]
fn two_actors_are_one_entry_whose_time_is_the_union_of_theirs() {
    let checked = both_sign(
        ("Senin 03/06/2024 13.00", "Senin 03/06/2024 13.10"),
        ("Senin 03/06/2024 13.05", "Senin 03/06/2024 13.15"),
    )
    .check();
    checked.finds_nothing();
    let entry = checked.entry("P-1", 1, step(6));
    assert_eq!(entry.worked(), Some(15 * 60));
    assert_eq!(checked.actor("P-1", 1, step(6)), Some(ANGGOTA));
    let hour = |moment: Option<Moment>| moment.map(|m| m.latest().format("%H.%M").to_string());
    assert_eq!(hour(entry.started).as_deref(), Some("13.00"));
    assert_eq!(hour(entry.ended).as_deref(), Some("13.15"));
}

#[test]
fn two_actors_who_need_a_minute_more_together_are_late() {
    let checked = both_sign(
        ("Senin 03/06/2024 13.00", "Senin 03/06/2024 13.10"),
        ("Senin 03/06/2024 13.05", "Senin 03/06/2024 13.16"),
    )
    .check();
    assert_eq!(checked.codes("P-1"), ["W01"]);
    insta::assert_snapshot!(checked.told(), @r#"
    W01 ketidaksesuaian P-1 putaran 1 langkah 6
    langkah 6 (Penandatanganan berita acara serah terima hak akses bersama pemohon) memakan 16 menit, target 15 menit: terlambat 1 menit
    akibat: permohonan ini tidak sesuai SOP dan tidak tepat waktu.
    saran: lihat hitungannya: tertib jelaskan P-1 --langkah 6
    di: Kendali!F8 Kendali!E8 Kendali!F7 Kendali!E7
    "#);
}

#[test]
fn an_actor_who_was_there_only_for_a_part_of_it_adds_no_time() {
    let checked = both_sign(
        ("Senin 03/06/2024 13.00", "Senin 03/06/2024 13.15"),
        ("Senin 03/06/2024 13.05", "Senin 03/06/2024 13.10"),
    )
    .check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(6)).worked(), Some(15 * 60));
}

#[test]
fn the_time_between_two_actors_counts_for_neither() {
    let checked = both_sign(
        ("Senin 03/06/2024 13.00", "Senin 03/06/2024 13.05"),
        ("Senin 03/06/2024 15.00", "Senin 03/06/2024 15.10"),
    )
    .check();
    checked.finds_nothing();
    assert_eq!(checked.entry("P-1", 1, step(6)).worked(), Some(15 * 60));
}

#[test]
fn an_actor_without_a_start_adds_no_time_to_that_of_the_other_unless_it_ends_later() {
    let team = ("Senin 03/06/2024 13.00", "Senin 03/06/2024 13.10");
    let within = both_sign(team, ("", "Senin 03/06/2024 13.08")).check();
    within.finds_nothing();
    assert_eq!(within.entry("P-1", 1, step(6)).worked(), Some(10 * 60));
    assert_eq!(within.actor("P-1", 1, step(6)), Some(ANGGOTA));
    let later = both_sign(team, ("", "Senin 03/06/2024 13.14")).check();
    assert_eq!(later.codes("P-1"), ["W04", "W07"]);
}

#[test]
fn the_earliest_start_is_that_of_the_step_whoever_ended_first() {
    let checked = both_sign(
        ("Senin 03/06/2024 13.05", "Senin 03/06/2024 13.10"),
        ("Senin 03/06/2024 11.39.59", "Senin 03/06/2024 11.45"),
    )
    .signed("P-1", step(7), "Senin 03/06/2024 13.20", "Senin 03/06/2024 13.30")
    .check();
    assert_eq!(checked.codes("P-1"), ["L02"]);
    let checked = both_sign(
        ("Senin 03/06/2024 13.05", "Senin 03/06/2024 13.10"),
        ("Senin 03/06/2024 11.39.59", "Senin 03/06/2024 13.11"),
    )
    .check();
    assert_eq!(checked.codes_at(step(6)), ["L02", "W01"]);
}

#[test]
fn the_applicant_alone_does_not_sign_off_the_step_of_both() {
    let office = Office::new().kept_up_to("P-1", step(6)).by(PEMOHON);
    let checked = office.clone().check();
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 1.4 1.5");
    assert_eq!(checked.history("P-1").next_step, Some(6));
    checked.finds_nothing();
    let went_on =
        office.signed("P-1", step(7), "Senin 03/06/2024 13.20", "Senin 03/06/2024 13.30").check();
    assert_eq!(went_on.codes("P-1"), ["L01"]);
    assert_eq!(went_on.codes_at(step(6)), ["L01"]);
}

#[test]
fn the_step_is_told_by_the_name_of_the_first_of_the_team() {
    let checked = Office::new()
        .kept_up_to("P-1", step(4))
        .with("aplikasi", "SIMPEG")
        .by(PEMOHON)
        .signed("P-1", step(4), "Senin 03/06/2024 09.15", "Senin 03/06/2024 09.35")
        .with("aplikasi", "SIPKA")
        .check();
    assert_eq!(checked.codes("P-1"), ["P02"]);
    assert_eq!(checked.actor("P-1", 1, step(4)), Some(crate::office::ANGGOTA));
}

#[test]
fn two_roles_of_the_team_sign_one_step_together() {
    let sop = tertib::sop::BUILTIN_TEXT.replace(
        "pelaksana = [\"anggota_tim\"]\nkelengkapan = \"Hasil verifikasi\"",
        "pelaksana = [\"anggota_tim\", \"ketua_tim\"]\nkelengkapan = \"Hasil verifikasi\"",
    );
    let by = |who| {
        let office = Office::new().sop(&sop).kept_up_to("P-1", step(4));
        let times = ("Senin 03/06/2024 09.25", "Senin 03/06/2024 09.35");
        office.signed("P-1", step(4), times.0, times.1).by(who).check()
    };
    let both = by(crate::office::KETUA);
    both.finds_nothing();
    assert_eq!(both.entry("P-1", 1, step(4)).worked(), Some(25 * 60));
    assert_eq!(by(crate::office::ANGGOTA).codes("P-1"), ["L03"]);
}

#[test]
fn a_second_row_of_the_team_beside_that_of_the_applicant_is_a_repetition() {
    let checked = both_sign(
        ("Senin 03/06/2024 13.00", "Senin 03/06/2024 13.05"),
        ("Senin 03/06/2024 13.00", "Senin 03/06/2024 13.06"),
    )
    .signed("P-1", step(6), "Senin 03/06/2024 13.07", "Senin 03/06/2024 13.09")
    .check();
    assert_eq!(checked.codes("P-1"), ["L03"]);
}

#[test]
fn two_members_of_the_team_at_a_step_of_one_are_a_repetition() {
    let office = Office::new().staff("Dewi Lestari", "anggota_tim").kept_up_to("P-1", step(4));
    let office = office.signed("P-1", step(4), "Senin 03/06/2024 09.15", "Senin 03/06/2024 09.35");
    assert_eq!(office.by("Dewi Lestari").check().codes("P-1"), ["L03"]);
}

#[test]
fn the_applicant_beside_the_team_at_a_step_of_the_team_is_a_repetition() {
    let office = Office::new().kept_up_to("P-1", step(4));
    let office = office.signed("P-1", step(4), "Senin 03/06/2024 09.15", "Senin 03/06/2024 09.35");
    assert_eq!(office.by(PEMOHON).check().codes("P-1"), ["L03", "P02"]);
}

#[test]
fn each_wrong_signer_of_a_step_is_told_once() {
    let office = Office::new().kept_up_to("P-1", step(3));
    let checked = office
        .signed("P-1", step(4), "Senin 03/06/2024 09.10", "Senin 03/06/2024 09.20")
        .by(KETUA)
        .with("aplikasi", "SIMPEG")
        .signed("P-1", step(4), "Senin 03/06/2024 09.20", "Senin 03/06/2024 09.30")
        .by("Hendra Wijaya, S.Kom.")
        .with("aplikasi", "SIPKA")
        .signed("P-1", step(4), "Senin 03/06/2024 09.30", "Senin 03/06/2024 09.35")
        .by("Sinta Maharani")
        .with("aplikasi", "E-Kinerja")
        .check();
    assert_eq!(checked.codes("P-1"), ["P01", "P03"]);
}

/// Three steps, then step 4 in two rows, told apart by a column.
fn in_parts(column: &str, one: &str, other: &str) -> Office {
    Office::new()
        .kept_up_to("P-1", step(3))
        .signed("P-1", step(4), "Senin 03/06/2024 09.10", "Senin 03/06/2024 09.20")
        .with(column, one)
        .signed("P-1", step(4), "Senin 03/06/2024 09.15", "Senin 03/06/2024 09.40")
        .with(column, other)
}

#[test]
fn rows_that_name_different_applications_or_recipients_are_parts_of_one_step() {
    for (column, one, other) in
        [("aplikasi", "SIMPEG", "SIPKA"), ("penerima", "Arif Nugraha", "Sinta Maharani")]
    {
        let checked = in_parts(column, one, other).check();
        checked.finds_nothing();
        assert_eq!(checked.entry("P-1", 1, step(4)).worked(), Some(30 * 60));
    }
}

#[test]
fn rows_that_name_the_same_application_or_only_one_are_a_repetition() {
    for (one, other) in [("SIMPEG", "simpeg"), ("SIMPEG", ""), ("", "")] {
        assert_eq!(in_parts("aplikasi", one, other).check().codes("P-1"), ["L03"], "{one} {other}");
    }
}

#[test]
fn a_part_that_is_done_again_is_a_repetition() {
    let office = in_parts("aplikasi", "SIMPEG", "SIPKA");
    let office = office.signed("P-1", step(4), "Senin 03/06/2024 10.00", "Senin 03/06/2024 10.10");
    assert_eq!(office.with("aplikasi", "SIMPEG").check().codes("P-1"), ["L03"]);
}

#[test]
fn a_part_in_a_later_round_is_of_that_round() {
    let checked = Office::new()
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", "Peran itu sudah ada pemegangnya")
        .at(step(2))
        .with("aplikasi", "SIMPEG")
        .signed("P-1", step(2), "Senin 03/06/2024 10.00", "Senin 03/06/2024 10.10")
        .with("aplikasi", "SIPKA")
        .check();
    checked.finds_nothing();
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 2.2");
}

#[test]
fn of_several_rows_of_a_step_the_last_decides() {
    let decided = |first, last| {
        Office::new()
            .kept_up_to("P-1", step(2))
            .signed("P-1", step(3), "Senin 03/06/2024 08.40", "Senin 03/06/2024 08.50")
            .decided(first)
            .with("alasan", "Peran itu sudah ada pemegangnya")
            .with("aplikasi", "SIMPEG")
            .signed("P-1", step(3), "Senin 03/06/2024 08.50", "Senin 03/06/2024 09.00")
            .decided(last)
            .with("alasan", "Peran itu sudah ada pemegangnya")
            .with("aplikasi", "SIPKA")
            .check()
    };
    let granted = decided("T", "Y");
    granted.finds_nothing();
    assert_eq!(granted.entry("P-1", 1, step(3)).decision, Some(Decision::Ya));
    assert_eq!(granted.status("P-1"), "dalam_proses");
    let returned = decided("Y", "T");
    returned.finds_nothing();
    assert_eq!(returned.entry("P-1", 1, step(3)).decision, Some(Decision::Tidak));
    assert_eq!(returned.status("P-1"), "dikembalikan");
}

#[test]
fn the_steps_are_listed_by_round_step_and_end() {
    let checked = Office::new()
        .kept_up_to("P-1", step(4))
        .signed("P-1", step(2), "Senin 03/06/2024 10.00", "Senin 03/06/2024 10.05")
        .check();
    let listed: Vec<u32> = checked.history("P-1").listed().iter().map(|e| e.step).collect();
    assert_eq!(listed, [1, 2, 2, 3, 4]);
}
