//! `--help` of every command, found by following the lists of commands, and `--version`.

use super::folder::{Folder, in_repository, is_as_kept};
use crate::samples::{copy_folder, root};

/// The commands that a help text lists.
fn listed(help: &str) -> Vec<String> {
    let after = |head| help.split_once(head).map(|(_, block)| block);
    let block = after("\nPerintah:\n").or_else(|| after("\nPekerjaan:\n")).unwrap_or_default();
    let lines = block.lines().take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

fn follow(command: &[&str]) {
    let told = in_repository(&[command, &["--help"]].concat()).ends_with(0);
    assert_eq!(told.err, "");
    is_as_kept(&[&["bantuan"], command].concat().join("_"), &told.out);
    for line in told.out.lines() {
        assert!(line.chars().count() <= 100, "{line}");
        for english in ["Usage", "Options", "Commands", "Print", "default:", "possible"] {
            assert!(!line.contains(english), "{line}");
        }
    }
    for name in listed(&told.out) {
        follow(&[command, &[&name]].concat());
    }
}

#[test]
fn each_command_explains_itself_in_indonesian_with_its_options() {
    follow(&[]);
}

/// What the help of a command and of those below it gives as examples, as one types it.
fn examples(command: &[&str]) -> Vec<String> {
    let help = in_repository(&[command, &["--help"]].concat()).out;
    let block = help.split_once("\nContoh:\n").map_or("", |(_, block)| block);
    let lines = block.lines().take_while(|line| !line.is_empty());
    // What an example does is told behind it, beyond some blanks.
    let typed = |line: &str| line.trim().split("   ").next().unwrap_or_default().to_owned();
    let mut all: Vec<String> = lines.map(typed).collect();
    for name in listed(&help) {
        all.extend(examples(&[command, &[&name]].concat()));
    }
    all
}

fn words(line: &str) -> Vec<String> {
    let (mut words, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match (letter, words.last_mut()) {
            ('"', _) => quoted = !quoted,
            (' ', _) if !quoted => words.push(String::new()),
            (_, Some(word)) => word.push(letter),
            _ => {}
        }
    }
    words.into_iter().skip(1).filter(|word| !word.is_empty()).collect()
}

/// Examples of what is not in the sample: another folder, a proposal, a second procedure.
const ELSEWHERE: [&str; 4] = ["D:\\kantor", "usulan-2025.toml", "jam-baru.toml", "Pencabutan"];

#[test]
fn each_example_of_the_help_does_its_work_on_the_sample() {
    let folder = Folder::empty();
    copy_folder(&root().join("samples/kantor"), &folder.path("."));
    folder.tertib(&["proses"]).ends_with(0);
    let paper = std::fs::read(folder.path("hasil/2024-06/P-2024-016/6-berita-acara.pdf"));
    let juni = folder.path("data/2024-06/Permohonan Juni 2024.xlsx");
    std::fs::copy(juni, folder.path("data/Permohonan Juni.xlsx")).expect("a workbook");
    std::fs::copy(folder.path("data/2024-06/Kendali Juni.xlsx"), folder.path("data/Kendali.xlsx"))
        .expect("a workbook");
    let folder = folder.with("unduhan/6-berita-acara.pdf", paper.expect("a paper"));
    let all = examples(&[]);
    assert!(all.len() > 40, "{all:?}");
    for example in all.iter().filter(|line| !ELSEWHERE.iter().any(|word| line.contains(word))) {
        let line = example.split(" > ").next().unwrap_or_default();
        let typed = words(line);
        let told = folder.tertib(&typed.iter().map(String::as_str).collect::<Vec<_>>());
        let found = typed.iter().any(|word| ["periksa", "cek-naskah"].contains(&word.as_str()));
        let done = told.status == Some(0) || found && told.status == Some(1);
        assert!(done, "{example}: {}", told.whole());
        assert!(!told.out.is_empty(), "{example} says nothing");
    }
}

#[test]
fn the_help_lists_the_commands_that_an_office_needs() {
    let commands = listed(&in_repository(&["--help"]).out);
    for name in ["periksa", "buat", "status", "jelaskan", "hitung", "sop", "siapkan", "arsip"] {
        assert!(commands.iter().any(|listed| listed == name), "{name} in {commands:?}");
    }
}

#[test]
fn the_short_option_shows_the_same_help() {
    for command in [&[][..], &["periksa"]] {
        let short = in_repository(&[command, &["-h"]].concat());
        assert_eq!(short, in_repository(&[command, &["--help"]].concat()));
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let told = in_repository(&["--version"]).ends_with(0);
    assert_eq!(told.out, format!("tertib {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(told, in_repository(&["-V"]));
}
