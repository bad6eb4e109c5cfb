//! Formulas that no program has calculated yet: what they would give is not known, and
//! is never taken for nothing.

use std::path::Path;

use super::book::Read;
use tertib::intake::RowRole;
use tertib::office::Zone;
use tertib::records::{Paraf, RequestField};

fn read() -> Read {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/rumus-openpyxl.xlsx");
    Read::of(path, Zone::Wib)
}

#[test]
fn a_formula_without_a_value_is_told_at_its_cell_and_less_loudly_where_nothing_hangs_on_it() {
    let read = read();
    assert_eq!(
        read.found(),
        ["D11 H4", "D14 L4", "D14 L5", "D14 L6", "D13 -", "D11 E3", "D11 G7", "D13 -", "D13 -"]
    );
    let told = &read.diagnostics[0];
    assert!(told.advice.starts_with("buka berkas di Excel"), "{}", told.advice);
    assert!(read.diagnostics[4].message.ends_with("baris 7–11"), "{}", read.diagnostics[4].message);
    let units = read.intake.requests.iter().map(|row| row.text(RequestField::UnitKerja).is_some());
    assert_eq!(units.collect::<Vec<_>>(), [false, true, true]);
}

#[test]
fn nobody_is_blamed_for_a_signature_that_a_formula_was_to_give() {
    let read = read();
    let last = read.intake.sign_offs.last().expect("sign-offs");
    assert_eq!(last.paraf, Paraf::NoColumn);
    assert_eq!(read.times()[1], ("2024-06-03 08:20".into(), "?".into()));
}

#[test]
fn rows_of_formulas_alone_are_counted_as_told_and_a_total_as_a_total() {
    assert_eq!(
        read().rows(),
        [
            (RowRole::Title, 1),
            (RowRole::Head, 2),
            (RowRole::Record, 9),
            (RowRole::Aside, 1),
            (RowRole::Told, 5)
        ]
    );
}
