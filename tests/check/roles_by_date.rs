//! Who held a role on the day of a sign-off: acting heads, people who moved, applicants
//! who are of the team, and signatures at odd hours. (P01, P02, P05, W03)

use crate::office::{ANGGOTA, Checked, KETUA, Office, step};

const DEWI: &str = "Dewi Lestari";

/// Dewi is acting head from Tuesday to Thursday; step 2 is signed on a day.
fn assigned_by(who: &str, day: &str) -> Checked {
    Office::new()
        .staff(DEWI, "ketua_tim")
        .with("jabatan", "Plt. Ketua Tim")
        .with("berlaku_dari", "Selasa 04/06/2024")
        .with("berlaku_sampai", "Kamis 06/06/2024")
        .signed("P-1", step(2), &format!("{day} 08.20"), &format!("{day} 08.30"))
        .by(who)
        .check()
}

#[test]
fn an_acting_head_signs_on_the_first_and_the_last_day_of_acting_and_on_no_other() {
    for day in ["Selasa 04/06/2024", "Kamis 06/06/2024"] {
        assigned_by(DEWI, day).finds_nothing();
        // The head is not put out by who acts for him: both may sign.
        assigned_by(KETUA, day).finds_nothing();
    }
    for day in ["Senin 03/06/2024", "Jumat 07/06/2024"] {
        assert_eq!(assigned_by(DEWI, day).codes_at(step(2)), ["P01"], "{day}");
    }
}

#[test]
fn who_acts_is_known_with_the_word_for_it_beside_the_name() {
    for written in ["Plt. Dewi Lestari", "Plh Dewi Lestari", "Dewi Lestari (Plt.)"] {
        assigned_by(written, "Selasa 04/06/2024").finds_nothing();
    }
    assigned_by("Pelt Dewi Lestari", "Selasa 04/06/2024").finds("P03");
}

/// Dewi was a member until 3 June and is the head from 4 June on.
fn moved() -> Office {
    Office::new()
        .staff(DEWI, "anggota_tim")
        .with("berlaku_sampai", "Senin 03/06/2024")
        .staff(DEWI, "ketua_tim")
        .with("berlaku_dari", "Selasa 04/06/2024")
}

#[test]
fn one_who_moved_signs_in_the_role_of_that_day() {
    moved().kept("P-1").at(step(4)).by(DEWI).check().finds_nothing();
    assert_eq!(moved().kept("P-1").at(step(8)).by(DEWI).check().codes("P-1"), ["P01"]);
    let a_day_later = |no, who| {
        let office = moved().kept_up_to("P-1", step(1)).done_a_day_later("P-1", step(2), step(8));
        office.at(step(no)).by(who).check()
    };
    a_day_later(8, DEWI).finds_no("P01");
    assert_eq!(a_day_later(4, DEWI).codes_at(step(4)), ["P01"]);
}

#[test]
fn the_role_of_the_day_of_signing_counts_and_not_that_of_the_start() {
    let over_night = |who: &str| {
        moved()
            .kept_up_to("P-1", step(3))
            .signed("P-1", step(4), "Senin 03/06/2024 15.50", "Selasa 04/06/2024 07.40")
            .by(who)
            .check()
    };
    over_night(ANGGOTA).finds_nothing();
    let checked = over_night(DEWI);
    assert_eq!(checked.codes("P-1"), ["P01"]);
    assert!(checked.told().contains("pada Selasa, 4 Juni 2024"), "{}", checked.told());
}

#[test]
fn a_later_round_is_signed_by_who_holds_the_role_then() {
    let office = |second: &str| {
        moved()
            .kept_up_to("P-1", step(3))
            .decided("T")
            .with("alasan", "Surat belum lengkap")
            .at(step(3))
            .by(DEWI)
            .done_a_day_later("P-1", step(1), step(3))
            .by(second)
            .check()
    };
    office(ANGGOTA).finds_nothing();
    assert_eq!(office(DEWI).codes("P-1"), ["P01"]);
}

#[test]
fn a_day_without_an_hour_and_a_sign_off_of_unknown_time_are_asked_for_what_is_known() {
    let day = "Senin 03/06/2024";
    let of_day = moved().kept("P-1").at(step(4)).times(day, day).by(DEWI).check();
    of_day.finds_no("P01");
    // Nothing says on which day: any role that was ever held will do.
    moved().kept("P-1").at(step(8)).times("", "?").by(DEWI).check().finds_no("P01");
}

#[test]
fn an_applicant_of_the_team_may_sign_the_steps_of_the_applicant_only() {
    let office = || Office::new().request("P-1").with("nama_pemohon", ANGGOTA);
    let asked = office().done("P-1", step(1), step(2)).at(step(1)).by(ANGGOTA).check();
    asked.finds_nothing();
    let did = office().done("P-1", step(1), step(5)).check();
    assert_eq!(did.codes_at(step(3)), ["P02"]);
    // Who sent the letter for the applicant is nobody's staff, and no finding.
    did.finds_nothing_about(step(1));
}

/// The last three steps signed by one person within a minute of that hour.
fn in_one_go(evening: &str) -> Checked {
    let at = |second: u32| format!("{evening}.{second:02}");
    Office::new()
        .staff(ANGGOTA, "ketua_tim")
        .kept_up_to("P-1", step(5))
        .signed("P-1", step(6), &at(0), &at(10))
        .signed("P-1", step(7), &at(10), &at(40))
        .signed("P-1", step(8), &at(40), &at(59))
        .by(ANGGOTA)
        .check()
}

#[test]
fn many_signatures_in_one_go_at_night_or_on_a_day_off_are_told_for_both() {
    // At night; on a Sunday; on a holiday with its name.
    for evening in ["Senin 03/06/2024 21.30", "Minggu 09/06/2024 09.30", "Senin 17/06/2024 09.30"] {
        let codes = in_one_go(evening).codes("P-1");
        let odd: Vec<_> = codes.into_iter().filter(|code| *code != "W05").collect();
        assert_eq!(odd, ["P05", "W03", "W03", "W03"], "{evening}");
    }
    assert_eq!(in_one_go("Senin 03/06/2024 13.30").codes("P-1"), ["P05"]);
}
