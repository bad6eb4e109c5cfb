//! What the cells hold: dates and times, NIP, steps, formulas, decisions.

use super::book::{Book, V, kendali, permohonan};
use crate::line;
use tertib::office::Zone;
use tertib::records::{Decision, Paraf, Reading, RequestField, RequestKind, SignOffField, StepRef};

fn signed(started: impl Into<V>, ended: impl Into<V>) -> Vec<V> {
    vec![V::T("P-1"), V::N(2.0), V::T("Rina"), started.into(), ended.into(), V::T(""), V::T("✓")]
}

fn asked(nip: impl Into<V>) -> Vec<V> {
    let mut row = line![1.0, "P-1", "3 Juni 2024", "Arif"];
    row.push(nip.into());
    row.extend(line!["Sekretariat", "SIMPEG", "Operator", "baru"]);
    row
}

#[test]
fn an_excel_date_and_a_text_date_mean_the_same_moment() {
    let read = Book::new()
        .sheet(
            "K",
            &[
                kendali(),
                signed(V::D("2024-06-03 09:15"), V::D("2024-06-03 09:30")),
                signed("3 Juni 2024 pukul 09.15", "Senin, 03/06/2024 9:30 WIB"),
            ],
        )
        .read();
    let expected = ("2024-06-03 09:15".to_owned(), "2024-06-03 09:30".to_owned());
    assert_eq!(read.times(), [expected.clone(), expected]);
    assert_eq!(read.found(), ["D15 E3"]);
}

#[test]
fn midnight_of_excel_is_a_date_without_an_hour() {
    let read = Book::new().sheet("K", &[kendali(), signed("", V::D("2024-06-03"))]).read();
    assert_eq!(read.times(), [(String::new(), "2024-06-03".into())]);
    assert!(read.found().is_empty());
}

#[test]
fn a_zone_in_the_cell_or_in_the_head_shifts_into_the_zone_of_the_office() {
    let mut head = kendali();
    head[4] = V::T("Selesai (WITA)");
    let row = signed("3 Juni 2024 10.15 WIT", "3 Juni 2024 09.30");
    let read = Book::new().in_zone(Zone::Wib).sheet("K", &[head, row]).read();
    assert_eq!(read.times(), [("2024-06-03 08:15".into(), "2024-06-03 08:30".into())]);
    assert!(read.found().is_empty());
}

#[test]
fn a_date_that_does_not_exist_is_d03_and_its_step_is_still_signed() {
    let read = Book::new().sheet("K", &[kendali(), signed("", "31/06/2024 09.15")]).read();
    assert_eq!(read.found(), ["D03 E2"]);
    assert_eq!(read.message("D03"), "tanggal ini tidak ada: Juni hanya sampai tanggal 30");
    assert_eq!(read.times(), [(String::new(), "?".into())]);
    assert!(read.intake.sign_offs[0].flawed);
}

#[test]
fn a_number_that_could_be_an_excel_date_is_never_taken_for_one() {
    let read = Book::new().sheet("K", &[kendali(), signed("", 45446.0)]).read();
    assert_eq!(read.found(), ["D03 E2"]);
    assert_eq!(
        read.message("D03"),
        "tanggal \"45446\" tidak dapat dibaca: isinya angka biasa, bukan tanggal atau jam"
    );
}

#[test]
fn a_date_that_could_be_read_two_ways_is_noted_and_one_that_could_not_is_not() {
    let read = Book::new()
        .sheet(
            "K",
            &[
                kendali(),
                signed("", "3/6/2024 09.15"),
                signed("", "13/6/2024 09.15"),
                signed("", "6/6/2024 09.15"),
                signed("", "3 Juni 2024 09.15"),
                signed("", V::D("2024-06-03 09:15")),
            ],
        )
        .read();
    assert_eq!(read.found(), ["D15 E2"]);
    assert_eq!(
        read.message("D15"),
        "tanggal \"3/6/2024 09.15\" dapat dibaca dengan dua cara: 3 Juni 2024 atau 6 Maret 2024"
    );
}

#[test]
fn a_weekday_that_does_not_fit_its_date_is_noted_and_the_date_is_used() {
    let read = Book::new()
        .sheet(
            "K",
            &[
                kendali(),
                signed("", "Selasa, 3 Juni 2024 09.15"),
                signed("", "Senin, 3 Juni 2024 09.15"),
            ],
        )
        .read();
    assert_eq!(read.found(), ["D15 E2"]);
    assert_eq!(read.times()[0].1, "2024-06-03 09:15");
}

#[test]
fn a_date_and_times_in_columns_of_their_own_are_put_together() {
    let head = line!["No. permohonan", "Langkah", "Petugas", "Tanggal", "Jam Mulai", "Jam Selesai"];
    let row = |day: V, from: V, to: V| vec![V::T("P-1"), V::N(4.0), V::T("Rina"), day, from, to];
    let day = || V::D("2024-06-03");
    let read = Book::new()
        .sheet(
            "K",
            &[
                head,
                row(day(), V::C("09:15"), V::C("09:30")),
                row(V::T("3 Juni 2024"), V::T("09.15"), V::T("pukul 9.30 WIB")),
                row(day(), V::N(9.15), V::N(9.3)),
                row(day(), V::T("09.15"), V::T("")),
                row(day(), V::T(""), V::T("")),
                row(V::T(""), V::T("09.15"), V::T("09.30")),
                row(day(), V::T("09.15"), V::T("09.75")),
            ],
        )
        .read();
    let whole = ("2024-06-03 09:15".to_owned(), "2024-06-03 09:30".to_owned());
    let times = read.times();
    assert_eq!(times[..3], [whole.clone(), whole.clone(), whole]);
    assert_eq!(times[3], ("2024-06-03 09:15".into(), String::new()), "in progress");
    assert_eq!(times[4], (String::new(), "2024-06-03".into()), "a day without an hour");
    assert_eq!(times[5], ("?".into(), "?".into()));
    assert_eq!(times[6], ("2024-06-03 09:15".into(), "?".into()));
    assert_eq!(read.found(), ["D15 E4", "D15 F4", "D03 E7", "D03 F7", "D03 F8"]);
}

#[test]
fn two_times_in_one_cell_or_none_at_all_are_d03_with_their_own_reasons() {
    let head = line!["No. permohonan", "Langkah", "Petugas", "Tanggal", "Jam"];
    let row = |time| line!["P-1", 4.0, "Rina", "13 Juni 2024", time];
    let read =
        Book::new().sheet("K", &[head, row("09.15 dan 10.00"), row("siang"), row("25.00")]).read();
    let messages: Vec<_> = read.diagnostics.iter().map(|told| &*told.message).collect();
    assert_eq!(
        messages,
        [
            "jam \"09.15 dan 10.00\" tidak dapat dibaca: ada dua jam dalam satu sel",
            "jam \"siang\" tidak dapat dibaca: isinya bukan jam",
            "jam \"25.00\" tidak dapat dibaca: jam itu tidak ada",
        ]
    );
}

#[test]
fn times_below_mulai_and_selesai_stand_on_the_day_of_the_date_column() {
    let head = line!["No. permohonan", "Langkah", "Petugas", "Tanggal", "Mulai", "Selesai"];
    let row =
        vec![V::T("P-1"), V::N(4.0), V::T("R"), V::D("2024-06-03"), V::C("09:15"), V::T("09.30")];
    let read = Book::new().sheet("K", &[head, row]).read();
    assert_eq!(read.times(), [("2024-06-03 09:15".into(), "2024-06-03 09:30".into())]);
    assert!(read.found().is_empty());
}

#[test]
fn a_step_in_progress_or_only_planned_lacks_no_end_and_any_other_does() {
    let head = line!["No. permohonan", "Langkah", "Petugas", "Mulai", "Selesai", "Dijadwalkan"];
    let row = |from, to, plan| line!["P-1", 4.0, "Rina", from, to, plan];
    let read = Book::new()
        .sheet(
            "K",
            &[
                head,
                row("3 Juni 2024 09.15", "", ""),
                row("3 Juni 2024 09.15", "belum", ""),
                row("", "-", "5 Juni 2024"),
                row("", "", ""),
            ],
        )
        .read();
    let sign_offs = &read.intake.sign_offs;
    assert!(sign_offs[..3].iter().all(|row| row.is_open() && !row.flawed));
    assert!(!sign_offs[3].is_open() && sign_offs[3].flawed);
    assert_eq!(read.found(), ["D02 E5"]);
}

#[test]
fn an_end_before_its_start_is_d09_and_both_are_kept() {
    let read = Book::new()
        .sheet(
            "K",
            &[
                kendali(),
                signed("3 Juni 2024 10.30", "3 Juni 2024 10.00"),
                signed("3 Juni 2024 10.30", "3 Juni 2024"),
                signed("3 Juni 2024 10.30", "3 Juni 2024 10.30"),
            ],
        )
        .read();
    assert_eq!(read.found(), ["D09 E2"]);
    assert_eq!(read.times()[0], ("2024-06-03 10:30".into(), "2024-06-03 10:00".into()));
    assert!(read.intake.sign_offs[0].flawed && !read.intake.sign_offs[1].flawed);
}

#[test]
fn a_nip_stored_as_a_number_is_lost_and_as_text_it_is_kept_by_its_digits() {
    let read = Book::new()
        .sheet(
            "P",
            &[
                permohonan(),
                asked(197_405_102_000_121_001.0),
                asked("'19860926 201505 1 001"),
                asked("NIP. 198609262015051001"),
                asked("1,97405E+17"),
                asked("-"),
                asked("1986092620150510"),
                asked("19861326 201505 1 001"),
            ],
        )
        .read();
    assert_eq!(read.found(), ["D04 E2", "D04 E5", "D05 E7", "D05 E8"]);
    let nips: Vec<_> = read
        .intake
        .requests
        .iter()
        .map(|row| row.text_value(RequestField::NipPemohon).map(|nip| nip.to_string()))
        .collect();
    let kept = Some("198609262015051001".to_owned());
    assert_eq!(nips[..5], [None, kept.clone(), kept, None, None]);
    assert_eq!(nips[5].as_deref(), Some("1986092620150510"), "malformed, and still usable");
    assert!(read.intake.requests[0].flawed && !read.intake.requests[5].flawed);
}

#[test]
fn a_formula_counts_by_its_value_and_its_error_is_d11() {
    let mut row = asked("-");
    row[5] = V::F("=UPPER(\"sekretariat\")", "SEKRETARIAT");
    let mut broken = asked("-");
    broken[5] = V::F("=VLOOKUP(1,A1:B2,2)", "#N/A");
    let read = Book::new().sheet("P", &[permohonan(), row, broken]).read();
    assert_eq!(read.found(), ["D11 F3"]);
    let [first, second] = &read.intake.requests[..] else { panic!("two requests") };
    assert_eq!(first.text_value(RequestField::UnitKerja).map(|unit| &**unit), Some("SEKRETARIAT"));
    assert!(second.text(RequestField::UnitKerja).is_none() && second.flawed);
}

#[test]
fn a_number_in_a_text_column_is_written_without_exponent_or_point() {
    let head = line![
        "Nomor Permohonan",
        "Nama Pemohon",
        "Unit Kerja",
        "No. HP",
        "Aplikasi",
        "Peran",
        "No. Agenda"
    ];
    let row = line![17.0, "Arif", "Sekretariat", 6_281_234_567_890.0, "SIMPEG", "Operator", 12.5];
    let read = Book::new().sheet("P", &[head, row]).read();
    let request = &read.intake.requests[0];
    let text = |field| request.text_value(field).map(|text| text.to_string()).unwrap_or_default();
    assert_eq!(&*request.number.value, "17");
    assert_eq!(
        [text(RequestField::Telepon), text(RequestField::NomorAgenda)],
        ["6281234567890", "12.5"]
    );
}

#[test]
fn a_step_is_known_by_number_or_name_and_no_other_is_d06() {
    let row = |step: V| vec![V::T("P-1"), step, V::T("Rina"), V::T(""), V::T("3 Juni 2024 09.15")];
    let read = Book::new()
        .sheet(
            "K",
            &[
                kendali(),
                row(V::N(3.0)),
                row(V::T("3")),
                row(V::N(9.0)),
                row(V::T("menjemput tamu")),
            ],
        )
        .read();
    let steps: Vec<_> = read
        .intake
        .sign_offs
        .iter()
        .map(|row| if let StepRef::Known(no, _) = row.step { Some(no) } else { None })
        .collect();
    assert_eq!(steps, [Some(3), Some(3), None, None]);
    let d06: Vec<_> = read.found().into_iter().filter(|found| found.starts_with("D06")).collect();
    assert_eq!(d06, ["D06 B4", "D06 B5"]);
}

#[test]
fn a_decision_that_says_neither_is_kept_as_text_and_not_decided() {
    let row = |result| line!["P-1", 3.0, "Rina", "", "13 Juni 2024 09.15", result, "v"];
    let rows = [
        kendali(),
        row("Tidak sesuai"),
        row("T"),
        row("Ditolak"),
        row("menunggu arahan"),
        row("-"),
    ];
    let read = Book::new().sheet("K", &rows).read();
    let decisions: Vec<_> =
        read.intake.sign_offs.iter().map(|row| row.decision.value().copied()).collect();
    assert_eq!(
        decisions,
        [Some(Decision::Tidak), Some(Decision::Tidak), Some(Decision::Ditolak), None, None]
    );
    let kept =
        |at: usize| read.intake.sign_offs[at].text_value(SignOffField::Hasil).map(|text| &**text);
    assert_eq!([kept(2), kept(3), kept(4)], [None, Some("menunggu arahan"), None]);
    assert!(read.found().is_empty());
}

#[test]
fn a_signature_is_asked_for_only_where_the_sheet_has_a_column_for_it() {
    let row = |paraf: V| {
        vec![
            V::T("P-1"),
            V::N(2.0),
            V::T("R"),
            V::T(""),
            V::T("13 Juni 2024 09.15"),
            V::T(""),
            paraf,
        ]
    };
    let rows = [kendali(), row(V::T("TTE")), row(V::B(true)), row(V::T("belum")), row(V::T(""))];
    let read = Book::new().sheet("K", &rows).read();
    let signed: Vec<_> =
        read.intake.sign_offs.iter().map(|row| matches!(row.paraf, Paraf::Signed(_))).collect();
    assert_eq!(signed, [true, true, false, false]);
    let mut without = kendali();
    without.pop();
    let read = Book::new().sheet("K", &[without, signed_row()]).read();
    assert_eq!(read.intake.sign_offs[0].paraf, Paraf::NoColumn);
}

fn signed_row() -> Vec<V> {
    line!["P-1", 2.0, "Rina", "", "13 Juni 2024 09.15", ""]
}

#[test]
fn a_kind_that_is_not_understood_is_told_and_never_guessed() {
    let mut odd = asked("-");
    odd[8] = V::T("titipan");
    let mut end = asked("-");
    end[8] = V::T("Pencabutan akun");
    let read = Book::new().sheet("P", &[permohonan(), odd, end]).read();
    assert_eq!(read.found(), ["D14 I2"]);
    let [odd, end] = &read.intake.requests[..] else { panic!("two requests") };
    assert!(matches!(odd.kind, Reading::Unusable(_)));
    assert_eq!(end.kind.value(), Some(&RequestKind::Pencabutan));
}

#[test]
fn a_step_is_known_with_other_small_words_in_its_name_and_with_its_own_role_behind_it() {
    let sop = super::book::sop();
    let known = |text: &str| sop.recognise_step(text).map(|step| step.no);
    for (text, no) in [
        ("Menugaskan Anggota Tim untuk melakukan verifikasi", Some(2)),
        ("DISPOSISI KETUA TIM", Some(2)),
        ("Disposisi oleh Ketua Tim", Some(2)),
        ("3. Verifikasi oleh Anggota Tim", Some(3)),
        ("Verifikasi atas permohonan", Some(3)),
        ("Tutorial kepada Pemohon", None),
        // The report of another is another step, or none.
        ("Laporan Ketua Tim", None),
        ("Disposisi Anggota Tim", None),
        ("Verifikasi Ketua Tim", None),
        ("2. Verifikasi oleh Anggota Tim", None),
        ("untuk", None),
    ] {
        assert_eq!(known(text), no, "{text}");
    }
}
