//! What tertib.toml may say, and how its mistakes are told.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::number::KINDS;
use super::*;
use crate::diagnostic::Place;

fn office(text: &str) -> Office {
    Office::parse("tertib.toml", text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// Each mistake as `line:column message → advice`.
fn mistakes(text: &str) -> Vec<String> {
    let found = Office::parse("tertib.toml", text).expect_err("a mistake");
    let tell = |fault: &Diagnostic| match fault.places.as_slice() {
        [Place::Text { file, line, column }] if &**file == "tertib.toml" => {
            format!("{line}:{column} {} → {}", fault.message, fault.advice)
        }
        other => panic!("an odd place: {other:?}"),
    };
    found.iter().map(tell).collect()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

const NAME: &str = "[instansi]\nnama = \"Pusat Uji\"\n";

const EVERYTHING: &str = r#"
[[instansi]]
nama = "Pusat Penilaian Lama"
kop = ["KEMENTERIAN LAMA", "PUSAT PENILAIAN LAMA"]
berlaku_sampai = 2024-10-20
zona = "wita"

[[instansi]]
nama = "Pusat Penilaian Baru"
alamat = "Jalan Contoh 1"
telepon = "021-000"
laman = "contoh.go.id"
email = "pusat@contoh.go.id"
logo = "logo.png"
kota = "Depok"
zona = "WITA"
kode_unit = "SDM"
kertas = "F4"
berlaku_dari = "2024-10-21"

[[pejabat]]
jabatan = "Kepala Pusat Penilaian"
nama = "Dr. Sinta Wardani, M.Si."
nip = "19740510 200012 2 001"
berlaku_dari = 2023-01-01

[[pejabat]]
jabatan = "Kepala Pusat  Penilaian,"
nama = "Bagus Prakoso"
nip = "-"
sebagai = "plh"
berlaku_dari = 2024-06-03
berlaku_sampai = 2024-06-07

[[pegawai]]
nama = "Rina Wulandari"
nip = ""
jabatan = "Pranata Komputer"
peran = "anggota_tim"
berlaku_sampai = 2024-12-31

[[aplikasi]]
nama = "SIPK"
peran = ["Admin", "Asesor"]

[naskah]
disposisi = "di_luar"

[tanda_tangan.berita-acara]
penanda = "Ketua Tim"
pihak_pertama = "anggota_tim"
mengetahui = "Kepala Pusat Penilaian"
tembusan = ["Sekretaris"]

[penomoran]
bernomor = ["berita-acara"]
cara = "register"
[penomoran.pola]
berita-acara = "{kode_unit}-{klasifikasi}-{urut:3}"
[penomoran.pengembalian]
cara = "diberikan"

[laporan]
pelaksana = "nama"

[arsip]
klasifikasi = "TI.01"
keamanan = { akun = "Terbatas" }
sertakan_buku = true
[arsip.retensi]
aktif_tahun = 2
inaktif_tahun = 3
nasib_akhir = "dinilai_kembali"

[opsi]
per = "2024-07-01"
batas_tunggu = "1 hari kerja"
kode_cek = "qr"
"#;

#[test]
fn a_name_is_all_that_an_office_must_have() {
    let office = office(NAME);
    let institution = office.institution_on(day(2024, 6, 3));
    assert_eq!(institution.letterhead, ["Pusat Uji"]);
    assert_eq!((office.zone, institution.paper_size), (Zone::Wib, PaperSize::A4));
    assert!(office.numbering.is_numbered("pengembalian") && !office.numbering.is_numbered("akun"));
    assert_eq!(office.numbering.source("berita-acara"), NumberSource::Blank);
    assert!(KINDS.iter().all(|kind| office.papers.is_made_here(kind)));
    assert_eq!(office.archive.retention, None);
    assert_eq!(office.options, Options::default());
}

#[test]
fn everything_that_the_contract_names_is_kept() {
    let office = office(EVERYTHING);
    assert_eq!(office.zone, Zone::Wita);
    assert_eq!(
        office.staff.first().map(|member| (&*member.role, &member.nip)),
        Some(("anggota_tim", &None))
    );
    assert_eq!(office.applications.first().map(|application| application.roles.len()), Some(2));
    assert!(!office.papers.is_made_here("disposisi") && office.papers.is_made_here("akun"));
    let signatories = office.papers.signatories("berita-acara").expect("those of the minutes");
    assert_eq!(signatories.copies, ["Sekretaris"]);
    assert_eq!(office.numbering.source("berita-acara"), NumberSource::Register);
    assert_eq!(office.numbering.source("pengembalian"), NumberSource::Given);
    assert_eq!(
        office.numbering.pattern("berita-acara").map(|pattern| pattern.parts().len()),
        Some(5)
    );
    assert_eq!(office.numbering.pattern("pengembalian"), None);
    assert_eq!(office.executors, ExecutorNaming::Name);
    assert_eq!(office.archive.security.of("akun").map(|text| &*text.value), Some("Terbatas"));
    assert_eq!(office.archive.security.of("disposisi"), None);
    assert_eq!(office.archive.classification.of("akun").map(|text| &*text.value), Some("TI.01"));
    let retention = office.archive.retention.expect("a schedule");
    assert_eq!(retention.final_fate, Some(FinalFate::DinilaiKembali));
    let moment = office.options.as_of.map(|moment| moment.to_string());
    assert_eq!(moment.as_deref(), Some("2024-07-01 23:59:59"));
    let limit = office.options.wait_limit.expect("a limit");
    assert_eq!((&*limit.value, limit.line, limit.column), ("1 hari kerja", 77, 16));
    assert_eq!(office.options.check_code, CheckCode::Qr);
}

#[test]
fn an_old_paper_shows_the_old_name() {
    let office = office(EVERYTHING);
    let name = |date| &*office.institution_on(date).name;
    assert_eq!(name(day(2024, 10, 20)), "Pusat Penilaian Lama");
    assert_eq!(name(day(2024, 10, 21)), "Pusat Penilaian Baru");
    assert_eq!(name(day(1990, 1, 1)), "Pusat Penilaian Lama");
}

#[test]
fn whoever_stands_in_signs_on_the_days_on_which_they_do() {
    let office = office(EVERYTHING);
    let title = |date| office.official_on("kepala pusat penilaian", date).map(Official::title);
    assert_eq!(title(day(2024, 6, 7)).as_deref(), Some("Plh. Kepala Pusat  Penilaian,"));
    assert_eq!(title(day(2024, 6, 8)).as_deref(), Some("Kepala Pusat Penilaian"));
    assert_eq!(title(day(2022, 12, 31)), None);
}

#[test]
fn of_two_definitive_holders_the_one_who_came_later_signs() {
    let row = |name, from| {
        format!("[[pejabat]]\njabatan = \"Kepala\"\nnama = \"{name}\"\nberlaku_dari = {from}\n")
    };
    let office =
        office(&format!("{NAME}{}{}", row("Lama", "2020-01-01"), row("Baru", "2024-05-01")));
    let name = |date| office.official_on("Kepala", date).map(|official| &*official.name);
    assert_eq!(name(day(2024, 4, 30)), Some("Lama"));
    assert_eq!(name(day(2024, 5, 1)), Some("Baru"));
}

#[test]
fn all_mistakes_of_a_file_are_told_together_in_its_order() {
    let text = "[instansi]\nnama = 'Pusat Úji'\ntelpon = \"021\"\nzona = \"WIBB\"\nlaman = 3\n\n\
                [[pejabat]]\njabatan = \"Kepala\"\nnama = \"\"\nnip = \"12a\"\n\
                berlaku_dari = 2024-06-30\nberlaku_sampai = \"2024-06-01\"\n\n\
                [[pegawei]]\nnama = \"A\"\n\n[opsi]\nper = \"1 Juli\"\nkode_cek = true\n\n\
                [penomoran]\ncara = \"regster\"\npola = { berita-acara = \"é-{urutt}\", bast = \"{urut}\" }\n";
    insta::assert_snapshot!(mistakes(text).join("\n"), @r#"
    3:1 kunci `telpon` tidak dikenal dalam [instansi] → mungkin maksudnya `telepon`; kalau bukan, hapus baris ini
    4:8 isi `zona` dalam [instansi] tidak dikenal: "WIBB" → mungkin maksudnya "WIB"; isi dengan salah satu dari: "WIB", "WITA", "WIT"
    5:9 `laman` dalam [instansi] seharusnya teks, tetapi yang tertulis angka → tulis seperti ini: laman = "…"
    9:8 `nama` dalam [[pejabat]] belum diisi → tulis nama = "…" dengan isinya di antara tanda petik
    10:7 NIP tidak dapat dibaca: "12a" → tulis angkanya di antara tanda petik, atau kosongkan bila tidak mempunyai NIP
    12:18 berlaku_sampai (2024-06-01) lebih awal daripada berlaku_dari (2024-06-30) → periksa kedua tanggal itu; mungkin tertukar
    14:3 bagian `[[pegawei]]` tidak dikenal → mungkin maksudnya `pegawai`; kalau bukan, hapus bagian ini
    18:7 saat pada `per` tidak dapat dibaca: "1 Juli" → tulis menurut zona kantor: "2024-06-03" atau "2024-06-03 16:00"
    19:12 `kode_cek` dalam [opsi] seharusnya teks, tetapi yang tertulis true atau false → tulis seperti ini: kode_cek = "…"
    22:8 isi `cara` dalam [penomoran] tidak dikenal: "regster" → mungkin maksudnya "register"; isi dengan salah satu dari: "register", "diberikan", "kosong"
    23:28 bagian `{urutt}` tidak dikenal dalam pola nomor → mungkin maksudnya {urut}; yang dikenal: {urut}, {kode_unit}, {klasifikasi}, {bulan}, {bulan_romawi}, {tahun}
    23:38 kunci `bast` tidak dikenal dalam [penomoran.pola] → yang dikenal di sini: disposisi, verifikasi, pengembalian, akun, dokumentasi, berita-acara, berita-acara-pencabutan, laporan-kegiatan, laporan-bulanan
    "#);
}

#[test]
fn slips_of_writing_are_told_beside_mistakes_of_meaning() {
    let text = "[instansi]\nnama = Pusat\nkota =\nberlaku_dari = 2024-02-30\nzoma = \"WIB\"\nnama = \"Dua\"\n";
    insta::assert_snapshot!(mistakes(text).join("\n"), @r#"
    2:8 teks tidak diapit tanda petik: Pusat → apit teks dengan tanda petik lurus: "…"
    3:7 sesudah tanda = belum ada isinya → tulis isinya, atau hapus baris ini
    4:16 tanggal atau jam ini tidak ada: 2024-02-30 → periksa tanggalnya dalam kalender, lalu tulis tahun-bulan-hari, misalnya 2024-06-03
    5:1 kunci `zoma` tidak dikenal dalam [instansi] → mungkin maksudnya `zona`; kalau bukan, hapus baris ini
    6:1 `nama` tertulis dua kali → hapus salah satunya; bagian yang boleh berulang ditulis dengan dua kurung siku, misalnya [[pejabat]]
    "#);
}

#[test]
fn after_an_open_list_nothing_else_is_judged() {
    let found = mistakes("[instansi]\nnama = \"X\"\nkop = [\"A\", \"B\"\n[opsi]\nbukan = 1\n");
    assert!(found.iter().all(|line| !line.contains("bukan")), "{found:#?}");
}

#[test]
fn a_file_without_a_name_is_told_where_the_name_belongs() {
    insta::assert_snapshot!(mistakes("").join("\n"), @r#"1:1 `nama` dalam [instansi] belum diisi → tulis nama = "…" dengan isinya di antara tanda petik"#);
    insta::assert_snapshot!(mistakes("\u{feff}\r\n[instansi]\r\nkota = \"Depok\"").join("\n"), @r#"2:1 `nama` dalam [instansi] belum diisi → tulis nama = "…" dengan isinya di antara tanda petik"#);
    insta::assert_snapshot!(mistakes("instansi = []\n[[opsi]]\n[pejabat]\n").join("\n"), @r#"
    1:12 `nama` dalam [instansi] belum diisi → tulis nama = "…" dengan isinya di antara tanda petik
    2:1 `opsi` seharusnya satu bagian, tetapi yang tertulis bagian berulang → tulis seperti ini: [opsi] pada baris sendiri, isinya di baris-baris di bawahnya
    3:1 `pejabat` seharusnya bagian berulang, tetapi yang tertulis satu bagian → tulis seperti ini: [[pejabat]] dengan dua kurung siku, isinya di baris-baris di bawahnya
    "#);
}

#[test]
fn two_names_on_one_day_and_two_zones_are_mistakes() {
    let text =
        "[[instansi]]\nnama = \"A\"\nzona = \"WIB\"\n[[instansi]]\nnama = \"B\"\nzona = \"WIT\"\n";
    insta::assert_snapshot!(mistakes(text).join("\n"), @r#"
    4:1 masa berlaku [[instansi]] ini bertumpang tindih dengan yang di baris 1 → isi berlaku_sampai pada nama lama dan berlaku_dari pada nama baru, sehari sesudahnya
    6:8 zona berbeda dari zona pada [[instansi]] di baris 3 → tulis zona yang sama pada setiap [[instansi]]
    "#);
}

#[test]
fn a_moment_may_be_written_as_toml_writes_it() {
    let moment = |written: &str| {
        let office = office(&format!("{NAME}[opsi]\nper = {written}\n"));
        office.options.as_of.map(|moment| moment.to_string())
    };
    assert_eq!(moment("2024-07-01").as_deref(), Some("2024-07-01 23:59:59"));
    assert_eq!(moment("2024-07-01T16:00:00").as_deref(), Some("2024-07-01 16:00:00"));
    assert_eq!(moment("\"2024-07-01 16:00\"").as_deref(), Some("2024-07-01 16:00:00"));
    let found = mistakes(&format!("{NAME}[opsi]\nper = 2024-07-01T16:00:00+07:00\n"));
    assert_eq!(found.len(), 1, "{found:?}");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_without_panic(text in any::<String>()) {
        let _ = Office::parse("tertib.toml", &text);
    }

    #[test]
    fn a_file_with_a_piece_cut_out_is_read_or_refused_with_places_inside_it(
        from in 0..1900_usize, length in 0..60_usize, put in "[\\[\\]{}\"'=#\n,.é0-9-]{0,4}",
    ) {
        let mut text = EVERYTHING.to_owned();
        let (from, to) = (from.min(text.len()), (from + length).min(text.len()));
        text.replace_range(from..to, &put);
        if let Err(found) = Office::parse("tertib.toml", &text) {
            prop_assert!(!found.is_empty());
            let lines = text.lines().count() + 1;
            for fault in found {
                let inside = matches!(
                    fault.places.as_slice(),
                    [Place::Text { line, column, .. }] if (1..=lines).contains(line) && *column > 0
                );
                prop_assert!(inside, "{fault:?}");
            }
        }
    }
}

#[test]
fn an_absence_names_a_person_two_days_and_a_reason() {
    let text = "[instansi]\nnama = \"A\"\n[[tidak_di_kantor]]\nnip = \"199006062014062906\"\n\
                dari = 2024-07-01\nsampai = \"2024-07-05\"\njenis = \"wfa\"\n";
    let office = Office::parse("tertib.toml", text).expect("a file that holds");
    let [away] = office.absences.as_slice() else { panic!("one absence") };
    assert_eq!((away.kind, away.kind.name(), &away.name), (AbsenceKind::Remote, "WFA", &None));
    let day = |month, day| NaiveDate::from_ymd_opt(2024, month, day).expect("a day");
    let days = [day(6, 30), day(7, 1), day(7, 5), day(7, 6)];
    assert_eq!(days.map(|day| away.holds_on(day)), [false, true, true, false]);
    let wrong = "[instansi]\nnama = \"A\"\n[[tidak_di_kantor]]\n[[tidak_di_kantor]]\nnama = \"B\"\n\
                 dari = \"\"\nsampai = \"besok\"\njenis = \"cutti\"\n[[tidak_di_kantor]]\nnip = \"x\"\n\
                 dri = 2024-07-01\ndari = 2024-07-02\nsampai = 2024-07-01\njenis = \"dinas luar\"\n\
                 [[tidak_di_kanto]]\nnama = \"C\"\n";
    insta::assert_snapshot!(mistakes(wrong).join("\n"), @r#"
    3:1 `nip` dalam [[tidak_di_kantor]] belum diisi → tulis nip = "…" dengan isinya di antara tanda petik
    3:1 `dari` dalam [[tidak_di_kantor]] belum diisi → tulis dari = "…" dengan isinya di antara tanda petik
    3:1 `sampai` dalam [[tidak_di_kantor]] belum diisi → tulis sampai = "…" dengan isinya di antara tanda petik
    3:1 `jenis` dalam [[tidak_di_kantor]] belum diisi → tulis jenis = "…" dengan isinya di antara tanda petik
    6:8 `dari` dalam [[tidak_di_kantor]] belum diisi → tulis dari = "…" dengan isinya di antara tanda petik
    7:10 tanggal pada `sampai` tidak dapat dibaca: "besok" → tulis tahun-bulan-hari dengan dua angka untuk bulan dan hari, misalnya 2024-06-03
    8:9 isi `jenis` dalam [[tidak_di_kantor]] tidak dikenal: "cutti" → mungkin maksudnya "cuti"; isi dengan salah satu dari: "cuti", "dinas luar", "WFA"
    10:7 NIP tidak dapat dibaca: "x" → tulis angkanya di antara tanda petik, atau kosongkan bila tidak mempunyai NIP
    11:1 kunci `dri` tidak dikenal dalam [[tidak_di_kantor]] → mungkin maksudnya `dari`; kalau bukan, hapus baris ini
    13:10 sampai (2024-07-01) lebih awal daripada dari (2024-07-02) → periksa kedua tanggal itu; mungkin tertukar
    15:3 bagian `[[tidak_di_kanto]]` tidak dikenal → mungkin maksudnya `tidak_di_kantor`; kalau bukan, hapus bagian ini
    "#);
}
