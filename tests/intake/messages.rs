//! The words: what is wrong, what follows, what to do next. Nothing is blamed, no
//! date and no NIP is proposed.

use super::book::{Book, Read, V, kendali, permohonan};
use crate::line;
use tertib::diagnostic::Diagnostic;

fn only(read: &Read) -> &Diagnostic {
    match &read.diagnostics[..] {
        [one] => one,
        _ => panic!("not one finding: {:?}", read.found()),
    }
}

#[test]
fn a_date_that_does_not_exist_is_told_as_in_the_rules_of_the_house() {
    let row = line!["P-2024-017", 3.0, "Rina Wulandari", "", "31/06/2024 09.15", "", "v"];
    let read = Book::new().sheet("Kendali", &[kendali(), row]).read();
    let told = only(&read);
    assert_eq!(told.message, "tanggal ini tidak ada: Juni hanya sampai tanggal 30");
    assert!(told.consequence.starts_with("langkah 3 ("), "{}", told.consequence);
    assert!(
        told.consequence
            .ends_with(") pada P-2024-017 belum dapat dinilai; baris lain tetap diperiksa."),
        "{}",
        told.consequence
    );
    assert_eq!(
        told.advice,
        "tulis di sel E2 waktu selesai menurut lembar kendali, dengan bentuk tgl/bln/tahun jam.menit, simpan, lalu jalankan lagi: tertib periksa"
    );
}

#[test]
fn a_nip_that_lost_its_digits_is_told_with_the_reason_and_the_way_to_mend_it() {
    let row = vec![
        V::T(""),
        V::T("P-1"),
        V::T(""),
        V::T("Arif"),
        V::N(198_609_262_015_051_001.0),
        V::T("Sekretariat"),
        V::T("SIMPEG"),
        V::T("Operator"),
    ];
    let read = Book::new().sheet("P", &[permohonan(), row]).read();
    let told = only(&read);
    assert_eq!(told.message, "NIP pemohon tersimpan sebagai angka: tiga angka terakhirnya hilang");
    assert_eq!(
        told.advice,
        "ubah format sel E2 menjadi Teks, ketik ulang NIP menurut data kepegawaian, simpan, lalu jalankan lagi: tertib periksa"
    );
    assert!(!told.consequence.contains("1986"));
}

#[test]
fn every_message_is_one_line_without_a_closing_stop_and_tells_what_to_do() {
    let mut head = permohonan();
    head.extend(line!["Password", "Lemari"]);
    let mut row =
        line![1.0, "P-1", "31/6/2024", "-", "123", "", "", "Operator", "titipan", "x", "y", "z"];
    row[6] = V::F("=1/0", "#DIV/0!");
    let two_ways = line!["P-1", 12.0, "", "4/6/2024 10.00", "3/6/2024 09.00", "", ""];
    let weekday = line!["P-1", 2.0, "R", "Selasa, 3 Juni 2024", "Senin, 3 Juni 2024", "", ""];
    let read = Book::new()
        .sheet("P", &[head, row])
        .sheet("K", &[kendali(), two_ways, weekday, line!["", 3.0, "R", "", "3 Juni 2024"]])
        .sheet("X", &[line!["Nama", "Nomor surat", "Hal"]])
        .read();
    let codes: std::collections::BTreeSet<_> =
        read.diagnostics.iter().filter_map(|d| d.code).map(|code| code.name()).collect();
    let raised: Vec<_> = codes.into_iter().collect();
    assert_eq!(raised, ["D02", "D03", "D05", "D06", "D09", "D11", "D13", "D14", "D15", "D19"]);
    for told in &read.diagnostics {
        let Diagnostic { message, consequence, advice, .. } = told;
        assert!(
            !message.contains('\n') && !message.ends_with('.') && !message.is_empty(),
            "{message}"
        );
        assert!(consequence.ends_with('.'), "{consequence}");
        assert!(advice.contains("tertib ") || advice.ends_with("keperluan kantor"), "{advice}");
        assert!(
            ![message, consequence, advice]
                .iter()
                .any(|text| text.contains('!') && !text.contains("/0!"))
        );
    }
}
