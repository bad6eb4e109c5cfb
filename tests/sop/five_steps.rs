//! Another SOP runs the whole path: five steps, three other roles, other targets, the
//! decision at step 2. Nothing of the built-in definition is needed or shines through.

use tertib::sop::{Definition, IfNo, PaperKind, text};

use crate::office::{Checked, Office, step};

const LABORATORY: &str = include_str!("lima-langkah.toml");

/// Invented people, by their role in this SOP; the applicant is the builder's own.
const COORDINATOR: &str = "Sri Lestari";
const CLERK: &str = "Bagas Pradana";
const APPLICANT: &str = crate::office::PEMOHON;

/// Each step takes its target to the second; there are no others.
const DAY: [(u32, &str, &str, &str); 5] = [
    (1, APPLICANT, "Senin 03/06/2024 08.00", "Senin 03/06/2024 08.05"),
    (2, CLERK, "Senin 03/06/2024 08.10", "Senin 03/06/2024 08.30"),
    (3, COORDINATOR, "Senin 03/06/2024 08.40", "Senin 03/06/2024 09.25"),
    (4, CLERK, "Senin 03/06/2024 09.30", "Senin 03/06/2024 11.00"),
    (5, COORDINATOR, "Senin 03/06/2024 13.00", "Senin 03/06/2024 14.00"),
];

fn sop() -> Definition {
    Definition::parse("sop/lima-langkah.toml", LABORATORY).expect("the five-step SOP loads")
}

/// The SOP whose Tidak ends the request.
fn final_no() -> String {
    let changed = LABORATORY.replace("bila_tidak = 1", "bila_tidak = \"selesai\"");
    assert_ne!(changed, LABORATORY);
    changed
}

fn laboratory_with(sop: &str) -> Office {
    Office::new()
        .without_staff()
        .sop(sop)
        .staff(COORDINATOR, "koordinator")
        .staff(CLERK, "petugas_layanan")
        .request("L-1")
}

fn laboratory() -> Office {
    laboratory_with(LABORATORY)
}

fn done(office: Office, (no, actor, started, ended): (u32, &str, &str, &str)) -> Office {
    office.signed("L-1", step(no), started, ended).by(actor)
}

/// The day up to a step, and nothing after it.
fn up_to(office: Office, last: u32) -> Office {
    DAY.into_iter().filter(|(no, ..)| *no <= last).fold(office, done)
}

/// The day after `T` at step 2 of the first round: steps from `first` on, on Tuesday.
fn second_round(office: Office, first: u32) -> Office {
    let tuesday = DAY.map(|(no, actor, started, ended)| {
        let moved = |moment: &str| moment.replace("Senin 03", "Selasa 04");
        (no, actor, moved(started), moved(ended))
    });
    let steps = tuesday.iter().filter(|(no, ..)| *no >= first);
    steps.fold(office, |office, (no, actor, from, to)| done(office, (*no, actor, from, to)))
}

/// Code and step of each finding, in the order in which they are shown.
fn found(checked: &Checked) -> Vec<String> {
    let told = checked.told.iter().map(|told| {
        let code = told.code.map_or("-", |code| code.name());
        told.step.map_or_else(|| code.to_owned(), |no| format!("{code} langkah {no}"))
    });
    told.collect()
}

#[test]
fn the_definition_is_read_as_it_is_written() {
    let sop = sop();
    let roles: Vec<&str> = sop.roles.iter().map(|role| &*role.id).collect();
    assert_eq!(roles, ["koordinator", "petugas_layanan", "pengguna"]);
    assert_eq!(sop.applicant_role().map(|role| &*role.id), Some("pengguna"));
    let minutes: Vec<i64> = sop.steps.iter().map(|step| step.target_seconds / 60).collect();
    assert_eq!(minutes, [5, 20, 45, 90, 60]);
    assert_eq!(sop.total_target_seconds(), 220 * 60);
    let deciding: Vec<_> =
        sop.deciding_steps().map(|s| (s.no, s.decision.as_ref().map(|rule| rule.if_no))).collect();
    assert_eq!(deciding, [(2, Some(IfNo::BackTo(1)))]);
    assert!(sop.steps.iter().all(|step| step.proven_by.is_empty()));
    assert!(sop.applies_to("perubahan") && !sop.applies_to("pencabutan"));
}

#[test]
fn papers_belong_to_the_steps_that_this_definition_says() {
    let sop = sop();
    let steps = PaperKind::ALL.map(|kind| sop.step_of_paper(kind).map(|step| step.no));
    // disposisi, verifikasi, pengembalian, akun, dokumentasi, berita-acara, its like of a
    // removal, laporan
    assert_eq!(steps, [Some(3), Some(2), Some(2), Some(4), None, Some(4), None, Some(5)]);
}

#[test]
fn steps_are_known_by_the_names_of_this_definition_only() {
    let sop = sop();
    for (written, no) in [
        ("Langkah 4", Some(4)),
        ("telaah", Some(2)),
        ("3. Penetapan", Some(3)),
        ("V", None),
        ("Langkah V", Some(5)),
        ("6", None),
        ("Tutorial", None),
        ("3. Telaah", None),
    ] {
        assert_eq!(sop.recognise_step(written), no, "{written}");
    }
}

#[test]
fn it_is_shown_with_its_own_total_and_with_no_doubt() {
    let shown = text::render(&sop());
    assert!(shown.contains("\nJumlah waktu: 3 jam 40 menit *\n"), "{shown}");
    assert!(shown.contains("Bila tidak *: kembali ke langkah 1\n"), "{shown}");
    assert!(!shown.contains("Yang perlu diperhatikan"), "{shown}");
    let ends = Definition::parse("sop.toml", &final_no()).expect("it loads as well");
    assert!(text::render(&ends).contains("Bila tidak *: permohonan selesai\n"));
}

#[test]
fn a_request_that_keeps_every_target_to_the_second_is_selesai_and_sesuai_sop() {
    let checked = up_to(laboratory(), 5).check();
    checked.finds_nothing();
    assert_eq!(checked.status("L-1"), "selesai");
    assert_eq!((checked.kept("L-1"), checked.on_time("L-1")), (Some(true), Some(true)));
    assert_eq!(checked.course("L-1"), "1.1 1.2 1.3 1.4 1.5");
    let history = checked.history("L-1");
    assert_eq!((history.worked, history.target), (Some(220 * 60), 220 * 60));
}

#[test]
fn a_step_one_second_over_its_own_target_is_late_and_no_other_is() {
    let checked = up_to(laboratory(), 5)
        .at(step(3))
        .times("Senin 03/06/2024 08.40", "Senin 03/06/2024 09.25.01")
        .check();
    assert_eq!(found(&checked), ["W02", "W01 langkah 3"]);
    assert_eq!((checked.kept("L-1"), checked.on_time("L-1")), (Some(false), Some(false)));
    insta::assert_snapshot!(checked.told(), @r#"
    W02 peringatan L-1
    seluruh langkah memakan 3 jam 40 menit 1 detik waktu kerja, target seluruhnya 3 jam 40 menit
    akibat: pelayanan permohonan ini lebih lama daripada yang dijanjikan SOP.
    saran: lihat hitungannya: tertib jelaskan L-1
    di: Kendali!F6
    W01 ketidaksesuaian L-1 putaran 1 langkah 3
    langkah 3 (Menetapkan tingkat akses) memakan 45 menit 1 detik, target 45 menit: terlambat 1 detik
    akibat: permohonan ini tidak sesuai SOP dan tidak tepat waktu.
    saran: lihat hitungannya: tertib jelaskan L-1 --langkah 3
    di: Kendali!F4 Kendali!E4
    "#);
}

#[test]
fn t_at_step_2_returns_the_request_to_the_applicant() {
    let checked = up_to(laboratory(), 2).decided("T").with("alasan", "formulir kosong").check();
    checked.finds_nothing();
    assert_eq!(checked.status("L-1"), "dikembalikan");
    assert_eq!(checked.kept("L-1"), Some(true));
}

#[test]
fn a_round_after_t_may_begin_at_any_step_from_the_way_back_to_the_deciding_one() {
    for (first, course, minutes) in
        [(1, "1.1 1.2 2.1 2.2 2.3 2.4 2.5", 245), (2, "1.1 1.2 2.2 2.3 2.4 2.5", 240)]
    {
        let returned = up_to(laboratory(), 2).decided("T").with("alasan", "formulir kosong");
        let checked = second_round(returned, first).check();
        // More work than the 220 minutes of one round: told, yet not against the SOP.
        assert_eq!(found(&checked), ["W02"]);
        assert_eq!(checked.course("L-1"), course);
        assert_eq!((checked.status("L-1"), checked.kept("L-1")), ("selesai", Some(true)));
        assert_eq!(checked.history("L-1").worked, Some(minutes * 60));
    }
}

#[test]
fn going_on_after_t_without_a_new_round_is_told_at_the_step_that_did() {
    let returned = up_to(laboratory(), 2).decided("T").with("alasan", "formulir kosong");
    let checked = second_round(returned, 3).check();
    assert_eq!(found(&checked), ["L04 langkah 3"]);
    assert_eq!(checked.kept("L-1"), Some(false));
    assert!(checked.told().contains("mulai langkah 1, simpan"), "{}", checked.told());
}

#[test]
fn t_ends_the_request_where_the_definition_says_selesai() {
    let refused = || up_to(laboratory_with(&final_no()), 2).decided("T").with("alasan", "dobel");
    let checked = refused().check();
    checked.finds_nothing();
    assert_eq!((checked.status("L-1"), checked.kept("L-1")), ("ditolak", Some(true)));

    let checked = second_round(refused(), 1).check();
    // Nothing opens a new round: what follows is done again in the first one.
    assert_eq!(found(&checked), ["W02", "L03 langkah 1", "L04 langkah 1", "L03 langkah 2"]);
    assert_eq!(checked.course("L-1"), "1.1 1.2 1.1 1.2 1.3 1.4 1.5");
    assert_eq!((checked.status("L-1"), checked.kept("L-1")), ("ditolak", Some(false)));
}

#[test]
fn a_skipped_step_is_told_with_its_own_number_and_the_next_one_signed() {
    let checked = up_to(laboratory(), 5).without(step(3)).check();
    assert_eq!(found(&checked), ["L01 langkah 3"]);
    assert!(checked.told().contains(
        "langkah 3 (Menetapkan tingkat akses) terlewat, padahal langkah 4 sudah ditandatangani"
    ));
    assert_eq!((checked.status("L-1"), checked.kept("L-1")), ("selesai", Some(false)));
}

#[test]
fn a_letter_proves_no_step_where_the_definition_does_not_say_so() {
    let proven = LABORATORY.replace(
        "kelengkapan = \"kartu identitas\"",
        "terbukti_oleh = [\"nomor_surat\", \"tanggal_surat\"]",
    );
    assert_ne!(proven, LABORATORY);
    let unsigned = |sop: &str| up_to(laboratory_with(sop), 5).without(step(1)).check();
    assert_eq!(found(&unsigned(LABORATORY)), ["L01 langkah 1"]);
    unsigned(&proven).finds_nothing();
}

#[test]
fn the_wrong_role_is_told_at_each_step_by_the_roles_of_this_definition() {
    for (no, actor, wanted) in [
        (2, COORDINATOR, "P01 langkah 2"),
        (3, CLERK, "P01 langkah 3"),
        (4, COORDINATOR, "P01 langkah 4"),
        (5, CLERK, "P01 langkah 5"),
        (3, APPLICANT, "P02 langkah 3"),
        (1, CLERK, "P01 langkah 1"),
        (5, "Tono Subroto", "P03 langkah 5"),
    ] {
        let checked = up_to(laboratory(), 5).at(step(no)).by(actor).check();
        assert_eq!(found(&checked), [wanted]);
    }
}

#[test]
fn a_step_of_clerk_and_applicant_is_one_entry_and_needs_the_clerk() {
    let beside = |office: Office| {
        done(office, (4, APPLICANT, "Senin 03/06/2024 10.30", "Senin 03/06/2024 11.00"))
    };
    let checked = beside(up_to(laboratory(), 5)).check();
    checked.finds_nothing();
    assert_eq!(checked.entry("L-1", 1, step(4)).worked(), Some(90 * 60));

    let checked = beside(up_to(laboratory(), 5).without(step(4))).check();
    assert_eq!(found(&checked), ["L01 langkah 4"]);
}

#[test]
fn the_letter_is_asked_for_at_step_2_and_the_minutes_at_step_4() {
    let checked = up_to(laboratory().without_letter(), 5).check();
    assert_eq!(found(&checked), ["K01 langkah 2"]);
    let checked = up_to(laboratory(), 5).without_minutes().check();
    assert_eq!(found(&checked), ["K02 langkah 4"]);
}

#[test]
fn a_running_request_waits_by_the_target_of_its_own_next_step() {
    // Signed at 09.25; one working day (450 minutes) and the 90 of step 4 end on Tuesday.
    let running = || up_to(laboratory(), 3);
    let checked = running().as_of("Selasa 04/06/2024 10.55").check();
    checked.finds_nothing();
    assert_eq!((checked.status("L-1"), checked.kept("L-1")), ("dalam_proses", None));
    let checked = running().as_of("Selasa 04/06/2024 10.55.01").check();
    assert_eq!(found(&checked), ["W06 langkah 4"]);
}

#[test]
fn no_word_of_the_built_in_sop_is_told_of_a_request_that_goes_wrong_everywhere() {
    let checked = up_to(laboratory().without_letter(), 5)
        .without(step(3))
        .without_minutes()
        .at(step(2))
        .times("Senin 03/06/2024 08.10", "Senin 03/06/2024 09.00")
        .at(step(4))
        .by(APPLICANT)
        .at(step(5))
        .by(CLERK)
        .check();
    let told = checked.told();
    for foreign in ["Anggota Tim", "anggota tim", "langkah 6", "langkah 8", "5 jam 15 menit"] {
        assert!(!told.contains(foreign), "{foreign}: {told}");
    }
}
