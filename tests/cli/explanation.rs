//! `tertib jelaskan`: the arithmetic of a request, to be followed with a calendar in
//! hand. Each kind of reading is kept whole.

use super::folder::{Folder, SIGN_OFFS, in_repository, in_sample, is_as_kept, signed};

fn of_the_sample(name: &str, arguments: &[&str]) {
    let told = in_sample(&[&["jelaskan"], arguments].concat()).ends_with(0);
    assert_eq!(told.err, "");
    is_as_kept(&format!("jelaskan_{name}"), &told.out);
}

#[test]
fn a_late_step_shows_the_nights_and_holidays_that_do_not_count() {
    of_the_sample("terlambat", &["P-2024-016", "--langkah", "4"]);
}

#[test]
fn a_step_wholly_outside_working_hours_is_counted_by_the_clock_and_says_so() {
    of_the_sample("menurut_jam_dinding", &["P-2024-012", "--langkah", "7"]);
}

#[test]
fn a_step_without_a_start_shows_the_longest_that_it_can_have_lasted() {
    of_the_sample("tanpa_mulai", &["P-2024-021", "--langkah", "4"]);
}

#[test]
fn a_step_without_an_hour_shows_the_reading_that_bounds_it() {
    of_the_sample("tanpa_jam", &["P-2024-046", "--langkah", "7"]);
}

#[test]
fn the_wait_since_the_team_received_the_letter_is_shown_with_its_cell() {
    of_the_sample("menunggu", &["P-2024-041", "--langkah", "2"]);
}

#[test]
fn a_request_that_was_returned_is_shown_round_by_round() {
    of_the_sample("dua_putaran", &["P-2024-027"]);
}

#[test]
fn the_applicant_s_row_and_the_member_s_row_are_one_step() {
    of_the_sample("dua_catatan_satu_langkah", &["P-2024-039", "--langkah", "7"]);
}

#[test]
fn a_request_outside_the_sop_is_not_judged() {
    of_the_sample("di_luar_sop", &["P-2024-026"]);
}

#[test]
fn times_that_cannot_be_used_are_told() {
    let mut said = String::new();
    for number in ["B-009", "B-012", "B-015", "B-023", "B-036"] {
        let office = ["--folder", "samples/kantor-bermasalah", "jelaskan", number];
        said.push_str(&in_repository(&office).ends_with(0).whole());
        said.push('\n');
    }
    is_as_kept("jelaskan_tidak_terpakai", &said);
}

#[test]
fn a_day_without_an_hour_spans_two_readings() {
    let yoga = "Yoga Pradana";
    let rows = [
        signed("A-1", "3", yoga, ["25/06/2024", "27/06/2024"], "Y"),
        signed("A-1", "4", yoga, ["27/06/2024 10.00", "28/06/2024"], ""),
        signed("A-2", "2", "Ratih Maheswari", ["", "25/06/2024 09.30"], ""),
    ];
    let office = Folder::small().book("data/kendali.xlsx", &[("Kendali", &SIGN_OFFS, &rows)]);
    is_as_kept(
        "jelaskan_dua_bacaan",
        &office.conversation(&[&["jelaskan", "A-1"], &["jelaskan", "A-2"]]),
    );
}

#[test]
fn the_number_may_be_typed_as_people_do() {
    let as_written = in_sample(&["jelaskan", "P-2024-016"]).ends_with(0);
    for typed in ["p-2024-016", " P-2024-016 "] {
        assert!(in_sample(&["jelaskan", typed]) == as_written, "{typed}");
    }
}

#[test]
fn a_request_or_step_that_is_not_there_is_told_with_the_nearest() {
    let said = Folder::small().conversation(&[
        &["jelaskan", "A-9"],
        &["jelaskan", "Permohonan Juni"],
        &["jelaskan", ""],
        &["jelaskan", "A-1", "--langkah", "7"],
        &["jelaskan", "A-1", "--langkah", "9"],
    ]);
    is_as_kept("jelaskan_tidak_ada", &said);
}
