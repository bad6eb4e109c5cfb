//! A verdict that rests on a day that is only expected says so (W08).

use crate::office::{Checked, Office, step};

/// Step 8 runs over 4 June: 10 minutes on Monday and 5 on Wednesday, if it is off.
fn over_the_feast(status: &str, ended: &str) -> Checked {
    let feast = format!(
        "[[libur]]\ntanggal = 2024-06-04\nnama = \"Hari raya contoh\"\nstatus = \"{status}\"\n"
    );
    let office = Office::new().calendar(&feast).kept("P-1").at(step(8));
    office.times("Senin 03/06/2024 15.50", ended).check()
}

#[test]
fn a_verdict_that_an_expected_holiday_decides_says_so() {
    let checked = over_the_feast("perkiraan", "Rabu 05/06/2024 07.35");
    assert_eq!(checked.codes("P-1"), ["W08"]);
    assert_eq!(checked.on_time("P-1"), Some(true), "an info changes no verdict");
    assert_eq!(checked.kept("P-1"), Some(true));
    insta::assert_snapshot!(checked.told(), @r#"
    W08 info P-1 putaran 1 langkah 8
    langkah 8 (Menerima laporan serah terima hak akses sistem aplikasi) dinilai tepat waktu dengan hari yang masih perkiraan, yaitu Hari raya contoh (4 Juni 2024); bila ternyata hari kerja biasa: terlambat
    akibat: putusan ini dapat berubah bila hari itu ditetapkan lain.
    saran: sesudah ada penetapan, tulis hari itu di kalender.toml sebagai [[libur]] atau [[ramadan]] yang pasti, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F9 Kendali!E9
    "#);
}

#[test]
fn a_holiday_that_is_set_and_one_that_is_not_touched_are_not_mentioned() {
    over_the_feast("SKB", "Rabu 05/06/2024 07.35").finds_nothing();
    over_the_feast("lokal", "Rabu 05/06/2024 07.35").finds_nothing();
    over_the_feast("perkiraan", "Senin 03/06/2024 16.00").finds_nothing();
}

#[test]
fn where_the_verdict_would_be_the_same_that_is_said_too() {
    let checked = over_the_feast("perkiraan", "Rabu 05/06/2024 07.36");
    assert_eq!(checked.codes("P-1"), ["W01", "W08"]);
    insta::assert_snapshot!(checked.told_of("W08"), @r#"
    W08 info P-1 putaran 1 langkah 8
    langkah 8 (Menerima laporan serah terima hak akses sistem aplikasi) dinilai terlambat dengan hari yang masih perkiraan, yaitu Hari raya contoh (4 Juni 2024); bila ternyata hari kerja biasa: tetap terlambat
    akibat: hanya lamanya yang dapat berubah bila hari itu ditetapkan lain.
    saran: sesudah ada penetapan, tulis hari itu di kalender.toml sebagai [[libur]] atau [[ramadan]] yang pasti, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F9 Kendali!E9
    "#);
}

#[test]
fn an_expected_holiday_on_a_weekend_decides_nothing() {
    let feast =
        "[[libur]]\ntanggal = 2024-06-08\nnama = \"Hari raya contoh\"\nstatus = \"perkiraan\"\n";
    let office = Office::new().calendar(feast).kept("P-1").at(step(8));
    let checked = office.times("Jumat 07/06/2024 16.20", "Senin 10/06/2024 07.35").check();
    assert_eq!(checked.codes_at(step(8)), ["W05"]);
}

#[test]
fn of_an_expected_ramadan_its_first_and_its_last_day_are_in_doubt() {
    let ramadan = |status: &str| {
        format!(
            "[[ramadan]]\ntahun_hijriah = 1499\ndari = 2024-06-03\nsampai = 2024-06-28\nstatus = \"{status}\"\n"
        )
    };
    let told = |calendar: &str, started: &str, ended: &str| {
        let office = Office::new().calendar(calendar).kept_up_to("P-1", step(5)).at(step(5));
        office.times(started, ended).check()
    };
    let checked = told(&ramadan("perkiraan"), "Senin 03/06/2024 14.00", "Selasa 04/06/2024 09.30");
    assert_eq!(checked.codes("P-1"), ["W08"]);
    insta::assert_snapshot!(checked.told_of("W08"), @r#"
    W08 info P-1 putaran 1 langkah 5
    langkah 5 (Memberikan tutorial penggunaan sistem aplikasi kepada pemohon) dinilai tepat waktu dengan hari yang masih perkiraan, yaitu hari pertama Ramadan 1499 H (3 Juni 2024); bila ternyata hari kerja biasa: terlambat
    akibat: putusan ini dapat berubah bila hari itu ditetapkan lain.
    saran: sesudah ada penetapan, tulis hari itu di kalender.toml sebagai [[libur]] atau [[ramadan]] yang pasti, simpan, lalu jalankan lagi: tertib periksa
    di: Kendali!F6 Kendali!E6
    "#);
    told(&ramadan("ditetapkan"), "Senin 03/06/2024 14.00", "Selasa 04/06/2024 09.30")
        .finds_nothing();
    told(&ramadan("perkiraan"), "Selasa 04/06/2024 08.00", "Selasa 04/06/2024 10.00")
        .finds_nothing();
}
