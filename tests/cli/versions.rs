//! Several files in `sop/`: the versions of one SOP, and what is told of them; and the
//! same records judged by another SOP or calendar.

use super::folder::{Folder, REQUESTS, SIGN_OFFS, in_sample, is_as_kept, request, signed};

/// The built-in SOP in force from a day, with other words and minutes at some steps.
fn in_force_from(day: &str, changes: &[(&str, &str)]) -> String {
    let text = tertib::sop::BUILTIN_TEXT
        .replace("\nnomor = \"SDM-233", "\nnomor = \"SDM-90")
        .replace("tanggal_efektif = \"\"", &format!("tanggal_efektif = {day}"));
    changes.iter().fold(text, |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    })
}

/// Two requests, received on 24 and on 26 June, with the same two steps.
fn office() -> Folder {
    let mut second = request("A-2");
    (second[6], second[7]) = ("26/06/2024", "26/06/2024");
    let of = |number: &'static str, day: &'static str| {
        let at = move |hour: &str| -> &'static str {
            Box::leak(format!("{day}/06/2024 {hour}").into_boxed_str())
        };
        [
            signed(number, "Penugasan", "Ratih Maheswari", [at("08.00"), at("08.12")], ""),
            signed(number, "Verifikasi", "Yoga Pradana", [at("08.20"), at("08.45")], "Y"),
        ]
    };
    let rows: Vec<Vec<&str>> = of("A-1", "24").into_iter().chain(of("A-2", "26")).collect();
    Folder::office()
        .book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1"), second])])
        .book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &rows)])
}

/// The verification has 20 minutes and is step 4, after a new step.
fn revised() -> String {
    in_force_from("2024-06-25", &[("waktu = \"30 Menit\"", "waktu = \"20 Menit\"")])
}

#[test]
fn each_request_is_judged_by_its_version_and_every_report_says_so() {
    let office = office()
        .with("sop/1-lama.toml", tertib::sop::BUILTIN_TEXT)
        .with("sop/2-baru.toml", revised());
    let said = office.conversation(&[
        &["periksa"],
        &["jelaskan", "A-2", "--langkah", "3"],
        &["sop", "--per", "2024-06-24", "--format", "json"],
        &["buat", "--simulasi"],
    ]);
    is_as_kept("versi_sop", &said);
    let json = office.tertib(&["periksa", "--format", "json"]).json();
    let targets: Vec<_> = json["permohonan"]
        .as_array()
        .expect("requests")
        .iter()
        .map(|one| (one["sop"]["nomor"].as_str(), one["langkah"][1]["tepat_waktu"].as_bool()))
        .collect();
    assert_eq!(
        targets,
        [
            (Some("SDM-233-OT.02.02 TAHUN 2024"), Some(true)),
            (Some("SDM-90-OT.02.02 TAHUN 2024"), Some(false)),
        ]
    );
    assert_eq!(json["versi_sop"].as_array().map(Vec::len), Some(2));
    let sop = office.tertib(&["sop"]).ends_with(0).out;
    is_as_kept("versi_sop_daftar", &sop.lines().take(12).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_step_named_in_words_is_the_step_of_the_version_of_its_request() {
    // In the newer version the verification comes fourth, after a check of the letter.
    let renumbered = renumbered(&revised());
    let office = office()
        .with("sop/lama.toml", tertib::sop::BUILTIN_TEXT)
        .with("sop/baru.toml", &renumbered);
    let json = office.tertib(&["periksa", "--format", "json"]).json();
    let steps = |at: usize| -> Vec<u64> {
        let signed = json["permohonan"][at]["langkah"].as_array().expect("steps");
        signed.iter().filter_map(|step| step["no"].as_u64()).collect()
    };
    assert_eq!((steps(0), steps(1)), (vec![2, 3], vec![2, 4]));
    let skipped =
        json["temuan"].as_array().expect("findings").iter().filter(|told| told["kode"] == "L01");
    let skipped: Vec<_> =
        skipped.map(|told| (told["permohonan"].as_str(), told["langkah"].as_u64())).collect();
    assert_eq!(skipped, [(Some("A-2"), Some(3))]);
}

/// A new third step; those from the third on are one further.
fn renumbered(text: &str) -> String {
    let mut text = text.to_owned();
    for no in (3..=8).rev() {
        text = text.replace(&format!("\nno = {no}\n"), &format!("\nno = {}\n", no + 1));
        text = text.replace(&format!("\nlangkah = {no}\n"), &format!("\nlangkah = {}\n", no + 1));
    }
    let new = "[[langkah]]\nno = 3\nkegiatan = \"Memeriksa kelengkapan surat\"\n\
               pelaksana = [\"anggota_tim\"]\nkelengkapan = \"\"\nwaktu = \"5 Menit\"\n\
               output = \"Surat diperiksa\"\nketerangan = \"\"\n\n";
    let at = text.find("[[langkah]]\nno = 4\n").expect("the verification");
    format!("{}{new}{}", &text[..at], &text[at..])
}

/// On Mondays and Wednesdays nobody works from 08.30 to 08.40.
const BREAK: &str = "[[jam_kerja]]\nhari = [\"Senin\", \"Rabu\"]\nmulai = \"07.30\"\n\
                     selesai = \"16.00\"\nistirahat = [[\"08.30\", \"08.40\"]]\n";

#[test]
fn the_same_records_are_compared_by_another_sop_and_by_another_calendar() {
    let office = office().with("usulan.toml", revised()).with("jam.toml", BREAK);
    let said = office.conversation(&[
        &["bandingkan", "--sop", "usulan.toml"],
        &["bandingkan", "--sop", "usulan.toml", "--kalender", "jam.toml"],
        &["bandingkan", "--sop", "usulan.toml", "--format", "json"],
        &["bandingkan", "--sop", "sembilan.toml"],
        &["bandingkan"],
        &["bandingkan", "--sop", "tidak-ada.toml"],
    ]);
    is_as_kept("bandingkan", &said);
}

#[test]
fn nothing_changes_by_the_sop_that_is_used_already() {
    let office = Folder::empty().with("sop.toml", tertib::sop::BUILTIN_TEXT);
    let file = office.path("sop.toml");
    let told = in_sample(&["bandingkan", "--sop", &file.to_string_lossy(), "--format", "json"]);
    let json = told.ends_with(0).json();
    let result = &json["hasil"];
    assert_eq!(result["semua_langkah"]["berubah"], 0);
    assert_eq!(result["tepat_waktu"]["semula"], result["tepat_waktu"]["pembanding"]);
    assert_eq!(result["permohonan"].as_array().map(Vec::len), Some(0));
}

/// A request received on a day of June, all eight steps done in an hour of it.
fn finished<'a>(number: &'a str, day: &str) -> Vec<Vec<&'a str>> {
    let at = |hour: &str| -> &'static str {
        Box::leak(format!("{day}/06/2024 {hour}").into_boxed_str())
    };
    let (ketua, anggota) = ("Ratih Maheswari", "Yoga Pradana");
    let steps = [
        ("2", ketua, "08.00", "08.10"),
        ("3", anggota, "08.10", "08.35"),
        ("4", anggota, "08.35", "08.40"),
        ("5", anggota, "08.40", "09.00"),
        ("6", anggota, "09.00", "09.05"),
        ("7", anggota, "09.05", "09.10"),
        ("8", ketua, "09.10", "09.15"),
    ];
    let row = |(no, who, from, to): (&'static str, &'static str, &str, &str)| {
        signed(number, no, who, [at(from), at(to)], if no == "3" { "Y" } else { "" })
    };
    steps.into_iter().map(row).collect()
}

#[test]
fn the_monthly_report_names_the_versions_and_tells_their_steps_apart() {
    let mut second = request("A-2");
    (second[6], second[7]) = ("26/06/2024", "26/06/2024");
    let rows: Vec<Vec<&str>> =
        finished("A-1", "24").into_iter().chain(finished("A-2", "26")).collect();
    let office = Folder::office()
        .book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1"), second])])
        .book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &rows)])
        .with("sop/1-lama.toml", tertib::sop::BUILTIN_TEXT)
        .with("sop/2-baru.toml", revised());
    office.tertib(&["--per", "2024-07-01", "laporan", "--bulan", "2024-06"]).ends_with(0);
    let page = std::fs::read_to_string(office.path("hasil/2024-06/laporan-bulanan.html"));
    let page = page.expect("the report as a page");
    for said in [
        "penerimaan sampai 24 Juni 2024; tanggal efektifnya tidak diketahui",
        "SDM-90-OT.02.02 TAHUN 2024 (penerimaan sejak 25 Juni 2024)",
        "3. Verifikasi permohonan – SOP versi pertama",
        "3. Verifikasi permohonan – SOP efektif 25 Juni 2024",
    ] {
        assert!(page.contains(said), "{said}");
    }
    // The papers of each request are those of its version.
    let made = office.tertib(&["--per", "2024-07-01", "proses", "--format", "json"]);
    assert_eq!(made.status, Some(0), "{}", made.whole());
    let sop = office.tertib(&["periksa", "--format", "json"]).json();
    let late: Vec<_> = sop["temuan"].as_array().expect("findings").iter().collect();
    let late: Vec<_> = late.iter().filter(|told| told["kode"] == "W01").collect();
    assert_eq!(late.len(), 1, "only by the newer version: {late:?}");
}

#[test]
fn a_head_that_the_office_maps_to_a_step_is_the_step_of_the_version_of_its_request() {
    let toml = "[instansi]\nnama = \"Kantor Contoh\"\n[opsi]\nper = \"2024-06-28 08:00\"\n\
                [peta.kolom]\n\"Cek dari\" = \"verifikasi mulai\"\n\
                \"Cek sampai\" = \"verifikasi selesai\"\n\"Diputus\" = \"verifikasi hasil\"\n";
    let mut second = request("A-2");
    (second[6], second[7]) = ("26/06/2024", "26/06/2024");
    let heads = ["No. Permohonan", "Petugas", "Cek dari", "Cek sampai", "Diputus"];
    let row = |number, day: &str| {
        let at = |hour: &str| -> &'static str {
            Box::leak(format!("{day}/06/2024 {hour}").into_boxed_str())
        };
        vec![number, "Yoga Pradana", at("08.20"), at("08.45"), "Y"]
    };
    let office = Folder::empty()
        .with("tertib.toml", toml)
        .with("sop/lama.toml", tertib::sop::BUILTIN_TEXT)
        .with("sop/baru.toml", renumbered(&revised()))
        .book("data/permohonan.xlsx", &[("Permohonan", &REQUESTS, &[request("A-1"), second])])
        .book("data/kendali.xlsx", &[("Kendali", &heads, &[row("A-1", "24"), row("A-2", "26")])]);
    let json = office.tertib(&["periksa", "--format", "json"]).json();
    let step = |at: usize| &json["permohonan"][at]["langkah"][0];
    assert_eq!((step(0)["no"].as_u64(), step(0)["tepat_waktu"].as_bool()), (Some(3), Some(true)));
    assert_eq!((step(1)["no"].as_u64(), step(1)["tepat_waktu"].as_bool()), (Some(4), Some(false)));
    // What no version knows is refused with its place.
    let wrong = office.with("tertib.toml", toml.replace("verifikasi hasil", "verifikasih hasil"));
    let told = wrong.tertib(&["periksa"]).ends_with(2);
    assert!(
        told.err.contains("bukan nama kolom") && told.err.contains("tertib.toml:8"),
        "{}",
        told.err
    );
}
