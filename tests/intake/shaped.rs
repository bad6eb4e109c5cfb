//! A workbook as an office shapes it, with everything at once: titles, a head of two
//! merged rows, column numbers, groups, a merged request, hidden rows and sheets, a
//! second table below the signatures, steps side by side, spans, ticks, Denpasar time.

use std::path::Path;

use super::book::Read;
use tertib::office::Zone;

const SIGNED: [&str; 8] = [
    "P-01 2 2024-06-03 08:05..2024-06-03 08:15 Ratna Kusumastuti",
    "P-01 3 2024-06-03 08:20..2024-06-03 08:45 Dewi Larasita",
    "P-01 4 2024-06-03 09:10..2024-06-03 09:35 Dewi Larasita",
    "P-02 2 2024-06-05 09:00..2024-06-05 09:10 Ratna Kusumastuti",
    "P-02 3 2024-06-05 10:00..2024-06-05 10:20 Dewi Larasita",
    "P-02 3 2024-06-07 08:00..2024-06-07 08:20 Dewi Larasita",
    "P-02 4 2024-06-07 08:30..2024-06-07 08:50 Dewi Larasita",
    "P-03 2 2024-06-13 08:00..2024-06-13 08:10 Ratna Kusumastuti",
];

#[test]
fn an_office_workbook_with_everything_at_once_gives_no_false_finding_and_loses_no_row() {
    for ending in ["xlsx", "ods", "xls"] {
        let name = format!("tests/workbooks/kantor/Rekap Juni.{ending}");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let read = Read::of(path, Zone::Wib);
        assert_eq!(read.signed(), SIGNED, "{ending}");
        let received: Vec<String> = read
            .intake
            .requests
            .iter()
            .map(|row| format!("{} {}", row.number.value, super::book::told(&row.received)))
            .collect();
        assert_eq!(
            received,
            [
                "P-01 2024-06-03 08:00",
                "P-02 2024-06-04 09:00",
                "P-02 2024-06-04 09:00",
                "P-03 2024-06-13 08:00"
            ],
            "{ending}"
        );
        assert_eq!(read.intake.staff.len(), 2, "{ending}");
        // Dates that could be read two ways, times that became numbers, the list of
        // choices, and in .xlsx the hidden row: all of it is so.
        let mut told: Vec<String> = vec!["D15 E8".into(), "D15 E9".into()];
        told.extend(["D15 L5".into(), "D15 M5".into()]);
        told.extend((ending == "xlsx").then(|| "D13 -".into()));
        told.push("D13 -".into());
        assert_eq!(read.found(), told, "{ending}");
    }
}
