//! `--help` of every command, found by following the lists of commands, and `--version`.

use super::folder::{in_repository, is_as_kept};

/// The commands that a help text lists.
fn listed(help: &str) -> Vec<String> {
    let block = help.split("\nPerintah:\n").nth(1).unwrap_or_default();
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
