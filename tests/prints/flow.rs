//! The flowchart of the printed SOP: each symbol in its lane, each way told in words, every
//! page whole.

use super::{Step, decides, definition, office_with, printed, step};
use crate::cli::folder::Folder;
use crate::papers::opened::{Opened, squeezed};

/// Number of the step, and left, bottom, right, top of each of its symbols.
fn symbols(pdf: &Opened) -> Vec<(usize, [f32; 4])> {
    let number = |words: &str| words.split(' ').nth(1).and_then(|no| no.parse().ok());
    let of = |(words, bounds): (String, [f32; 4])| (number(&words).expect("a step"), bounds);
    pdf.figures().into_iter().map(of).collect()
}

fn centre([left, _, right, _]: [f32; 4]) -> f32 {
    (left + right) / 2.0
}

/// The lane of each symbol of a step, counted from 0, as it is drawn; `lanes` are the
/// centres of all lanes.
fn lanes_of(no: usize, symbols: &[(usize, [f32; 4])], lanes: &[f32]) -> Vec<usize> {
    let own = symbols.iter().filter(|(step, _)| *step == no);
    let lane = |(_, bounds): &(usize, [f32; 4])| {
        lanes.iter().position(|lane| (lane - centre(*bounds)).abs() < 1.0).expect("a lane")
    };
    let mut found: Vec<usize> = own.map(lane).collect();
    found.sort_unstable();
    found
}

/// The centres of the lanes, from the symbols themselves: every lane has one.
fn lanes(symbols: &[(usize, [f32; 4])]) -> Vec<f32> {
    let mut centres: Vec<f32> = symbols.iter().map(|(_, bounds)| centre(*bounds)).collect();
    centres.sort_by(f32::total_cmp);
    centres.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    centres
}

#[test]
fn each_step_of_the_built_in_sop_stands_in_the_lane_of_its_actor_and_says_where_it_leads() {
    let pdf = printed(&Folder::empty(), &["sop"]);
    let symbols = symbols(&pdf);
    let lanes = lanes(&symbols);
    assert_eq!(lanes.len(), 3);
    let drawn: Vec<Vec<usize>> = (1..=8).map(|no| lanes_of(no, &symbols, &lanes)).collect();
    let wanted: [&[usize]; 8] = [&[0], &[1], &[2], &[2], &[2], &[0, 2], &[2], &[1]];
    assert_eq!(drawn, wanted);
    let told: Vec<String> = pdf.figures().into_iter().map(|(words, _)| words).collect();
    for words in [
        "Langkah 1 pada lajur Pemohon: mulai, lalu ke langkah 2.",
        "Langkah 3 pada lajur Anggota Tim Kerja Pengelolaan Sistem Informasi: keputusan. \
         Ya: ke langkah 4. Tidak: kembali ke langkah 1.",
        "Langkah 6 pada lajur Anggota Tim Kerja Pengelolaan Sistem Informasi dan Pemohon: \
         kegiatan, lalu ke langkah 7.",
        "Langkah 8 pada lajur Ketua Tim Kerja Pengelolaan Sistem Informasi: selesai.",
    ] {
        assert!(told.iter().any(|one| one == words), "{words} in {told:#?}");
    }
    let page = pdf.page(2);
    assert!(page.contains("Ya") && page.contains("Tidak"), "{page}");
}

const SEVEN: [&str; 7] = [
    "Pemohon",
    "Kepala Bagian Tata Usaha",
    "Pengadministrasi Umum",
    "Analis Kepegawaian Ahli Muda",
    "Kepala Subbagian Kepegawaian",
    "Sekretaris Direktorat Jenderal",
    "Bendahara Pengeluaran Pembantu",
];

/// Forty steps that wander over seven lanes; every tenth decides and goes far back.
fn forty() -> (Vec<String>, Vec<[usize; 2]>) {
    let activity = |no: usize| match no % 5 {
        0 => format!(
            "Menyusun konsep surat keputusan ke-{no} berdasarkan hasil telaah dan \
             menyampaikannya kepada atasan langsung untuk memperoleh persetujuan"
        ),
        _ => format!("Memeriksa berkas ke-{no}"),
    };
    let activities = (1..=40).map(activity).collect();
    let actors = (1..=40usize).map(|no| [(no * 3) % 7, (no * 5 + 1) % 7]).collect();
    (activities, actors)
}

fn forty_steps(of: &(Vec<String>, Vec<[usize; 2]>)) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for (number, (activity, actors)) in (1..).zip(of.0.iter().zip(&of.1)) {
        let both = number % 9 == 0 && actors[0] != actors[1];
        let actors = if both { &actors[..] } else { &actors[..1] };
        steps.push(match number % 10 {
            0 => decides(activity, actors, "3"),
            7 => decides(activity, actors, "\"selesai\""),
            _ => step(activity, actors),
        });
    }
    steps
}

#[test]
fn forty_steps_of_seven_roles_fill_several_pages_each_with_its_heads_and_no_row_lost() {
    let made = forty();
    let steps = forty_steps(&made);
    let pdf = printed(&office_with(&definition(&SEVEN, &steps)), &["sop"]);
    let pages = pdf.page_count();
    assert!(pages > 3, "{pages}");
    for page in 2..=u32::try_from(pages).expect("few pages") {
        let text = squeezed(&pdf.page(page));
        for head in ["Nomor SOP L-1", "Tanggal Efektif", "Kegiatan", "Mutu Baku", "Keterangan"] {
            assert!(text.contains(&squeezed(head)), "{head} on page {page}");
        }
        for role in SEVEN {
            assert!(text.contains(&squeezed(role)), "{role} on page {page}");
        }
    }
    for (no, step) in (1..).zip(&steps) {
        // A row stands whole on one page.
        let row = squeezed(&format!(
            "{no} {} berkas {no} {no} menit hasil {no} catatan {no}",
            step.activity
        ));
        let holding = (2..=pages).filter(|page| {
            squeezed(&pdf.page(u32::try_from(*page).expect("a page"))).contains(&row)
        });
        assert_eq!(holding.count(), 1, "{row}");
    }
    let symbols = symbols(&pdf);
    let lanes = lanes(&symbols);
    assert_eq!(lanes.len(), 7);
    for (no, step) in (1..).zip(&steps) {
        let mut wanted = step.actors.to_vec();
        wanted.sort_unstable();
        assert_eq!(lanes_of(no, &symbols, &lanes), wanted, "step {no}");
    }
}

#[test]
fn a_way_that_leaves_a_page_bears_the_same_letter_at_both_its_ends() {
    let made = forty();
    let pdf = printed(&office_with(&definition(&SEVEN, &forty_steps(&made))), &["sop"]);
    let pages = u32::try_from(pdf.page_count()).expect("few pages");
    let letters = |page: u32| -> Vec<String> {
        let text = pdf.page(page);
        let words = text.split_whitespace().filter(|word| {
            word.len() == 1 && word.chars().all(|letter| letter.is_ascii_uppercase())
        });
        words.map(str::to_owned).collect()
    };
    let all: Vec<Vec<String>> = (2..=pages).map(letters).collect();
    // One way down from each page to the next, and the way back to step 3.
    let mut known: Vec<&String> = all.iter().flatten().collect();
    known.sort_unstable();
    known.dedup();
    assert_eq!(known.len(), all.len(), "{all:?}");
    for letter in known {
        let holding = all.iter().filter(|page| page.contains(letter)).count();
        assert!(holding >= 2, "{letter} in {all:?}");
    }
}

#[test]
fn one_role_alone_and_decisions_at_both_ends_have_their_starts_and_ends() {
    let steps = [
        decides("Mulai", &[0], "\"selesai\""),
        step("Tengah", &[0]),
        decides("Ulang", &[0], "1"),
        decides("Akhir", &[0], "\"selesai\""),
    ];
    let pdf = printed(&office_with(&definition(&["Petugas"], &steps)), &["sop"]);
    let symbols = symbols(&pdf);
    assert_eq!(lanes(&symbols).len(), 1);
    assert_eq!(pdf.page(2).matches("Tidak").count(), 3);
    assert_eq!(pdf.page(2).matches("Ya").count(), 3);
    let told: Vec<String> = pdf.figures().into_iter().map(|(words, _)| words).collect();
    assert!(told[3].ends_with("keputusan. Ya: selesai. Tidak: selesai."), "{told:?}");
}

#[test]
fn many_roles_have_narrow_lanes_and_names_that_can_be_read() {
    let names: Vec<String> =
        (1..=14).map(|no| format!("Pengelola Nomor {no} Sekretariat")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let actors: Vec<[usize; 1]> = (0..14).map(|at| [at]).collect();
    let steps: Vec<Step<'_>> = actors.iter().map(|actors| step("Meneruskan", actors)).collect();
    let pdf = printed(&office_with(&definition(&names, &steps)), &["sop"]);
    let symbols = symbols(&pdf);
    assert_eq!(lanes(&symbols).len(), 14);
    for name in names {
        assert!(pdf.says(name), "{name}");
    }
}
