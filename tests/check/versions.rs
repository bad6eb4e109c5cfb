//! By which version of the SOP a request is judged: the one in force when it was
//! received, to its end.

use crate::office::{ANGGOTA, KETUA, Office, step};

/// In force from a day of 2024, with 9 minutes for the assignment and a ninth step.
fn newer(effective: &str) -> String {
    let assignment = "waktu = \"15 Menit\"\noutput = \"Disposisi\"\nketerangan = \"\"";
    let text = tertib::sop::BUILTIN_TEXT
        .replace("tanggal_efektif = \"\"", &format!("tanggal_efektif = {effective}"))
        .replacen(assignment, &assignment.replace("15", "9"), 1);
    let ninth = "[[langkah]]\nno = 9\nkegiatan = \"Mengisi survei kepuasan\"\n\
                 pelaksana = [\"anggota_tim\"]\nkelengkapan = \"\"\nwaktu = \"10 Menit\"\n\
                 output = \"Survei\"\nketerangan = \"\"\n\n";
    let at = text.find("[[keraguan]]").expect("notes at the end");
    format!("{}{ninth}{}", &text[..at], &text[at..])
}

/// Step 2 of a kept request took 10 minutes on 3 June 2024.
fn judged_with(effective: &str) -> crate::office::Checked {
    Office::new().version(&newer(effective)).kept("P-1").check()
}

#[test]
fn a_request_is_judged_by_the_version_in_force_on_the_day_of_its_receipt() {
    let old = judged_with("2024-06-04");
    old.finds_nothing();
    assert_eq!((old.status("P-1"), old.on_time("P-1")), ("selesai", Some(true)));
    // The first day counts. By the newer version it is late and not yet finished.
    let new = judged_with("2024-06-03");
    assert_eq!(new.codes("P-1"), ["W01"]);
    assert_eq!(new.history("P-1").next_step, Some(9));
    assert_eq!(new.history("P-1").target, old.history("P-1").target - 360 + 600);
}

#[test]
fn what_was_received_before_keeps_its_version_through_all_rounds_to_its_end() {
    let checked = Office::new()
        .version(&newer("2024-06-04"))
        .kept_up_to("P-1", step(3))
        .decided("T")
        .with("alasan", "Surat belum lengkap")
        .request("P-1")
        .with("putaran", "2")
        .with("tanggal_surat", "Selasa 04/06/2024")
        .with("nomor_surat", "S-22/2024")
        .done_a_day_later("P-1", step(1), step(8))
        .check();
    checked.finds_nothing();
    assert_eq!(checked.course("P-1"), "1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8");
    assert_eq!(checked.status("P-1"), "selesai");
}

#[test]
fn receipt_is_the_day_of_receipt_else_the_end_of_the_first_step_else_the_date_of_the_letter() {
    let version = |office: Office| office.check().history("P-1").version;
    let office = || Office::new().version(&newer("2024-06-04"));
    let old = version(office().kept("P-1"));
    let received = |day: &str| office().request("P-1").with("tanggal_diterima", day);
    let new = version(received("Selasa 04/06/2024"));
    assert_ne!(old, new);
    // The letter says another day than the receipt.
    assert_eq!(version(received("Senin 03/06/2024")), old);
    let signed = office().signed("P-1", step(1), "", "Selasa 04/06/2024 08.00");
    assert_eq!(version(signed), new, "the letter is of the day before");
    assert_eq!(version(office().request("P-1")), old);
    // Without any date it is the one in force at the moment of the run.
    let dateless = || office().request("P-1").with("tanggal_surat", "");
    assert_eq!(version(dateless().as_of("Senin 03/06/2024")), old);
    assert_eq!(version(dateless().as_of("Selasa 04/06/2024")), new);
}

#[test]
fn the_oldest_version_is_for_all_that_was_received_before_though_it_says_a_later_day() {
    let oldest = newer("2024-07-01");
    let checked = Office::new().sop(&oldest).version(&newer("2025-01-01")).kept("P-1").check();
    assert_eq!(checked.history("P-1").version, tertib::sop::VersionId::default());
    assert_eq!(checked.codes("P-1"), ["W01"]);
}

#[test]
fn a_step_that_the_version_of_its_request_does_not_have_is_no_step() {
    let ninth = |effective: &str| {
        Office::new()
            .version(&newer(effective))
            .kept("P-1")
            .at(step(2))
            .times("Senin 03/06/2024 08.20", "Senin 03/06/2024 08.29")
            .signed("P-1", step(9), "Senin 03/06/2024 14.00", "Senin 03/06/2024 14.05")
            .by(ANGGOTA)
            .check()
    };
    let new = ninth("2024-06-01");
    new.finds_nothing();
    assert_eq!(new.status("P-1"), "selesai");
    let old = ninth("2024-06-04");
    assert_eq!(old.codes("P-1"), ["D06"]);
    assert_eq!((old.status("P-1"), old.kept("P-1")), ("selesai", None));
    insta::assert_snapshot!(old.told(), @r#"
    D06 kesalahan P-1
    langkah 9 tidak ada dalam SOP SDM-233-OT.02.02 TAHUN 2024, versi yang berlaku ketika permohonan ini diterima
    akibat: baris ini tidak dihitung untuk langkah mana pun; baris lain tetap diperiksa.
    saran: cocokkan langkahnya, dan tanggal diterima permohonan ini, dengan SOP yang berlaku saat itu, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!B10
    "#);
}

#[test]
fn roles_are_those_of_the_version() {
    let swapped = newer("2024-06-01").replacen(
        "pelaksana = [\"ketua_tim\"]",
        "pelaksana = [\"anggota_tim\"]",
        1,
    );
    let by = |who| {
        let office = Office::new().version(&swapped).kept_up_to("P-1", step(2));
        office.times("Senin 03/06/2024 08.20", "Senin 03/06/2024 08.25").by(who).check()
    };
    assert_eq!(by(KETUA).codes("P-1"), ["P01"]);
    by(ANGGOTA).finds_nothing();
}
