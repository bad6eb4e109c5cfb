//! A workbook may hold anything: what it holds is shown, never obeyed.

use super::folder::{Folder, REQUESTS, SIGN_OFFS, is_as_kept, request, signed};

/// Clears a screen, sets a title, turns the direction of writing, breaks the line.
const HOSTILE: [&str; 6] = [
    "\u{1b}[2J\u{1b}]0;judul\u{7}Sekar",
    "Sekar\u{202e}uyA\u{2066}",
    "Sekar\r\nkesalahan: palsu\n== A-9: selesai",
    "=cmd|' /C calc'!A0",
    "\u{9b}31mSekar\u{85}",
    "Sekar\tAyu\u{200e}",
];

fn office() -> Folder {
    let long = "Sangat panjang ".repeat(2_000);
    let mut requests: Vec<Vec<&str>> = Vec::new();
    for (number, text) in ["H-1", "H-2", "H-3", "H-4", "H-5", "H-6"].into_iter().zip(HOSTILE) {
        let mut row = request(number);
        // The name, the unit and the role; a date that cannot be read is shown as well.
        (row[1], row[2], row[4], row[6]) = (text, text, text, text);
        requests.push(row);
    }
    let mut row = request("H-7");
    (row[1], row[6]) = (&long, &long);
    requests.push(row);
    requests.push(request(HOSTILE[0]));
    let signs: Vec<_> = HOSTILE
        .iter()
        .map(|text| signed("H-1", text, text, [*text, "26/06/2024 09.00"], text))
        .collect();
    let mut heads = REQUESTS.to_vec();
    heads.push("\u{1b}[31mKolom\u{202e} asing");
    Folder::office()
        .book("data/p.xlsx", &[("Permohonan", &heads, &requests)])
        .book("data/k.xlsx", &[("Kendali", &SIGN_OFFS, &signs)])
}

fn steers(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn nothing_in_a_cell_steers_the_terminal() {
    let office = office();
    for arguments in [
        &["periksa", "-v"][..],
        &["status"],
        &["jelaskan", "H-1"],
        &["jelaskan", "H-7"],
        &["jelaskan", HOSTILE[0]],
        &["jelaskan", "\u{1b}[2JZ-9"],
        &["periksa", "\u{1b}[2Jtidak ada.xlsx"],
        &["--folder", "\u{1b}[2J", "periksa"],
        &["\u{1b}[2Jperiksa"],
        &["hitung", "\u{1b}[2J", "\u{202e}"],
        &["buat", "--simulasi"],
        &["buat", "--permohonan", "\u{1b}[2J", "--simulasi"],
        &["arsip", "simpan", "\u{1b}[2J"],
        &["siapkan", "\u{1b}[2J", "--simulasi"],
    ] {
        let told = office.tertib(arguments);
        let steering = told.whole().chars().find(|letter| steers(*letter));
        assert_eq!(steering, None, "{arguments:?}\n{}", told.whole());
    }
}

#[test]
fn a_line_break_in_a_cell_cannot_feign_a_finding() {
    let told = office().tertib(&["periksa"]).ends_with(1);
    for line in told.out.lines() {
        assert!(!line.starts_with("kesalahan: palsu") && !line.starts_with("== A-9"), "{line}");
    }
}

#[test]
fn a_very_long_cell_is_cut_on_the_screen() {
    let office = office();
    let told = office.tertib(&["periksa"]);
    let longest = told.out.lines().map(|line| line.chars().count()).max();
    assert!(longest.is_some_and(|longest| longest < 200), "{longest:?}");
    is_as_kept("isi_asing", &told.whole());
}
