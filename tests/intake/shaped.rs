//! A workbook as an office shapes it, with everything at once: titles, a head of two
//! merged rows, column numbers, groups, a merged request, hidden rows and sheets, a
//! second table below the signatures, steps side by side, spans, ticks, Denpasar time.

use std::path::Path;

use super::book::Read;
use tertib::office::Zone;
use tertib::records::{Decision, RequestField as P, SignOffField as K};

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

const WIDE: [&str; 12] = [
    "007/V/2024 2 2024-05-06 08:00..2024-05-06 08:10 Ratna K.",
    "007/V/2024 3 2024-05-06 08:15..2024-05-06 08:40 Dewi Larasita",
    "007/V/2024 4 2024-05-06 09:00..2024-05-06 09:20 Dewi Larasita",
    "007/V/2024 5 2024-05-07 08:00..2024-05-07 10:30 Dewi Larasita",
    "007/V/2024 6 2024-05-07 10:30..2024-05-07 10:40 Dewi Larasita",
    "008/V/2024 2 2024-05-08 09:00..2024-05-08 09:10 Ratna K.",
    "008/V/2024 3 2024-05-08 09:15..2024-05-08 09:30 Dewi Larasita",
    "009/VI/2024 2 ..2024-06-10 09:10 Ratna K.",
    "009/VI/2024 3 ..2024-06-10 09:30 Dewi Larasita",
    "009/VI/2024 4 ..2024-06-10 10:15 Dewi Larasita",
    "009/VI/2024 5 ..2024-06-11 11:00 Dewi Larasita",
    "009/VI/2024 6 ..2024-06-11 14:00 Dewi Larasita",
];

#[test]
fn requests_and_their_steps_side_by_side_are_read_whole_with_all_that_offices_add() {
    for ending in ["xlsx", "ods", "xls"] {
        let name = format!("tests/workbooks/kantor/Rekap Triwulan.{ending}");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let read = Read::of(path, Zone::Wib);
        assert_eq!(read.signed(), WIDE, "{ending}");
        let asked: Vec<String> = read
            .intake
            .requests
            .iter()
            .map(|row| {
                let text = |field| row.text_value(field).map_or("-", |text| text);
                let (unit, application) = (text(P::UnitKerja), text(P::Aplikasi));
                format!("{} {} {unit} {application}", row.number.value, text(P::NipPemohon))
            })
            .collect();
        assert_eq!(
            asked,
            [
                "007/V/2024 198001012005012901 Kanwil Aceh SIMPEG",
                "007/V/2024 198001012005012901 Kanwil Aceh CACT",
                "008/V/2024 - Rutan Bantul SIMPEG",
                "009/VI/2024 197903032003121901 Lapas Cibinong SRIKANDI",
            ],
            "{ending}"
        );
        // The remark of the row is the reason of its refusal.
        let refused = &read.intake.sign_offs[6];
        assert_eq!(refused.decision.value(), Some(&Decision::Tidak), "{ending}");
        let reason = refused.text_value(K::Keterangan).map(|text| &**text);
        assert_eq!(reason, Some("surat tugas belum ada"), "{ending}");
        // Hours that became numbers and, in .xlsx, the hidden row: both are so.
        let mut told: Vec<String> = vec!["D15 L13".into(), "D15 P13".into(), "D15 U13".into()];
        told.extend((ending == "xlsx").then(|| "D13 -".into()));
        assert_eq!(read.found(), told, "{ending}");
    }
}
