//! The index of the archive.

use chrono::DateTime;
use tertib::register::{Package, RegisterProblem};

use super::desk::Desk;

fn package(request: &str, path: &str, digest: &str, replaces: Option<&str>) -> Package {
    Package {
        request: request.to_owned(),
        path: path.to_owned(),
        digest: digest.to_owned(),
        replaces: replaces.map(str::to_owned),
        packed: DateTime::parse_from_rfc3339("2024-07-01T08:00:00+07:00").expect("a moment"),
    }
}

#[test]
fn a_package_is_found_by_its_request_and_the_one_it_replaces_stays_listed() {
    let desk = Desk::new();
    let first = package("P-017", "2024/OT.02.02/P-017", "aa", None);
    let second = package("p-017 ", "2024/OT.02.02/P-017-2", "bb", Some("2024/OT.02.02/P-017"));
    let other = package("P-018", "2024/OT.02.02/P-018", "aa", None);
    let mut register = desk.open();
    for package in [&first, &second, &other, &first, &second] {
        register.add_package(package).expect("entered, and again without harm");
    }
    drop(register);
    let register = desk.look();
    let second = Package { request: "p-017".to_owned(), ..second };
    assert_eq!(register.package_of(" P-017"), Ok(Some(second.clone())));
    assert_eq!(register.package_of("P-019"), Ok(None));
    assert_eq!(register.packages(), Ok(vec![first, second, other]));
}

#[test]
fn a_package_that_is_there_is_never_another() {
    let desk = Desk::new();
    let mut register = desk.open();
    register.add_package(&package("P-1", "a", "aa", None)).expect("entered");
    for other in [package("P-1", "a", "bb", None), package("P-2", "a", "aa", None)] {
        let taken = register.add_package(&other);
        assert_eq!(taken, Err(RegisterProblem::PackageTaken { path: "a".to_owned() }));
    }
}

#[test]
fn a_new_package_must_name_the_present_one_of_its_request() {
    let desk = Desk::new();
    let mut register = desk.open();
    register.add_package(&package("P-1", "a", "aa", None)).expect("entered");
    register.add_package(&package("P-1", "b", "bb", Some("a"))).expect("entered");
    register.add_package(&package("P-2", "z", "zz", None)).expect("entered");
    for replaces in [None, Some("a"), Some("z"), Some("nowhere")] {
        let problem = register.add_package(&package("P-1", "c", "cc", replaces));
        assert_eq!(
            problem.expect_err("not the present one").to_string(),
            "paket arsip \"c\" tidak menggantikan paket terakhir permohonan P-1: \"b\""
        );
    }
    let none = register.add_package(&package("P-3", "c", "cc", Some("a")));
    assert!(matches!(none, Err(RegisterProblem::NotReplacing { present: None, .. })), "{none:?}");
}
