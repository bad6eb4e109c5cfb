//! A row of a sheet as a story tells it, by column, and the record that it is.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use tertib::calendar::wording;
use tertib::diagnostic::{Cell, RowPlace};
use tertib::records::{
    Decision, Moment, Paraf, Reading, RequestField, RequestKind, RequestRow, Seldom, SignOff,
    SignOffField, StaffField, StaffRow, StepRef, Text, Written,
};

/// The sheets, by the name that they have in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Permohonan,
    Kendali,
    Pegawai,
}

impl Kind {
    /// All columns of the contract, in its order: the first is A. Which procedure a row
    /// goes by (*sop*) is told by workbooks only, and so are the hours of a request that
    /// stand apart from their dates: a record has the moment.
    pub fn columns(self) -> Vec<&'static str> {
        let all: Vec<&'static str> = match self {
            Kind::Permohonan => RequestField::ALL.iter().map(|field| field.key()).collect(),
            Kind::Kendali => SignOffField::ALL.iter().map(|field| field.key()).collect(),
            Kind::Pegawai => StaffField::ALL.iter().map(|field| field.key()).collect(),
        };
        let of_workbooks = ["sop", "jam_diterima", "jam_diterima_tim", "jam_batal"];
        all.into_iter().filter(|column| !of_workbooks.contains(column)).collect()
    }
}

#[derive(Debug, Clone)]
pub struct Row {
    pub kind: Kind,
    pub file: String,
    cells: BTreeMap<&'static str, String>,
    has_no_paraf_column: bool,
}

impl Row {
    pub fn new(kind: Kind, file: String, cells: &[(&str, &str)]) -> Self {
        let mut row = Row { kind, file, cells: BTreeMap::new(), has_no_paraf_column: false };
        cells.iter().for_each(|(column, value)| row.set(column, value));
        row
    }

    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub fn set(&mut self, column: &str, value: &str) {
        let known = self.kind.columns().into_iter().find(|known| *known == column);
        let column = known.unwrap_or_else(|| panic!("{:?} has no column {column}", self.kind));
        self.cells.insert(column, value.to_owned());
    }

    /// The same row in a sheet that does not have these columns.
    pub fn without_columns(&self, absent: &[String]) -> Self {
        let mut row = self.clone();
        row.cells.retain(|column, _| !absent.iter().any(|absent| absent == column));
        row.has_no_paraf_column = absent.iter().any(|absent| absent == "paraf");
        row
    }

    pub fn request(&self, place: RowPlace) -> RequestRow {
        let of = At { row: self, place };
        let read_apart = [
            RequestField::NomorPermohonan,
            RequestField::Putaran,
            RequestField::Sop,
            RequestField::TanggalSurat,
            RequestField::TanggalDiterima,
            RequestField::DiterimaTim,
            RequestField::Jenis,
            RequestField::BerlakuSampai,
            RequestField::TanggalBatal,
        ];
        let texts = RequestField::ALL.iter().filter(|field| !read_apart.contains(field));
        RequestRow {
            place,
            number: of.number(),
            round: of.reading("putaran", |text| text.parse().expect("a round")),
            kind: of.reading("jenis", |text| {
                let known = RequestKind::ALL.into_iter().find(|kind| kind.name() == text);
                known.unwrap_or_else(|| panic!("no such jenis: {text}"))
            }),
            procedure: Reading::Empty,
            letter_date: of.reading("tanggal_surat", day),
            received: of.reading("tanggal_diterima", when),
            received_by_team: of.reading("diterima_tim", when),
            valid_until: of.reading("berlaku_sampai", day),
            cancelled: of.reading("tanggal_batal", when),
            texts: texts.filter_map(|field| Some((*field, of.written(field.key())?))).collect(),
            flawed: self.is_unreadable_anywhere(),
        }
    }

    pub fn sign_off(&self, place: RowPlace) -> SignOff {
        let of = At { row: self, place };
        let read_apart = [
            SignOffField::NomorPermohonan,
            SignOffField::Langkah,
            SignOffField::Sop,
            SignOffField::Pelaksana,
            SignOffField::NipPelaksana,
            SignOffField::Mulai,
            SignOffField::Selesai,
            SignOffField::Dijadwalkan,
            SignOffField::Hasil,
            SignOffField::Paraf,
        ];
        let texts = SignOffField::ALL.iter().filter(|field| !read_apart.contains(field));
        let (started, planned) = (of.reading("mulai", when), of.reading("dijadwalkan", when));
        let mut ended = of.reading("selesai", when);
        let mut flawed = self.is_unreadable_anywhere();
        // What reading calls D02 and D09 is told there and leaves its mark on the row.
        if ended.is_empty() && started.is_empty() && planned.is_empty() {
            ended = Reading::Unusable(of.cell("selesai"));
            flawed = true;
        }
        if let (Some(from), Some(to)) = (started.value(), ended.value()) {
            flawed |= from.earliest() > to.latest();
        }
        SignOff {
            place,
            number: of.number(),
            step: match self.text("langkah").parse() {
                Ok(no) => StepRef::Known(no, of.cell("langkah")),
                Err(_) => StepRef::Unknown(of.cell("langkah")),
            },
            actor: of.reading("pelaksana", |text| Text::from(text)),
            actor_nip: of.reading("nip_pelaksana", |text| Text::from(text)),
            started,
            ended,
            seldom: Seldom { planned, procedure: Reading::Empty, step_by_version: None }.if_any(),
            decision: of.reading("hasil", |text| match text {
                "Y" => Decision::Ya,
                "T" => Decision::Tidak,
                "Ditolak" => Decision::Ditolak,
                _ => panic!("no such hasil: {text}"),
            }),
            paraf: match self.text("paraf") {
                _ if self.has_no_paraf_column => Paraf::NoColumn,
                "" | "belum" => Paraf::Unsigned(of.cell("paraf")),
                _ => Paraf::Signed(of.cell("paraf")),
            },
            texts: texts.filter_map(|field| Some((*field, of.written(field.key())?))).collect(),
            flawed,
        }
    }

    pub fn staff(&self, place: RowPlace) -> StaffRow {
        let of = At { row: self, place };
        StaffRow {
            place,
            name: of.written("nama").expect("a name"),
            nip: of.reading("nip", |text| Text::from(text)),
            post: of.reading("jabatan", |text| Text::from(text)),
            role: of.reading("peran", |text| Text::from(text)),
            from: of.reading("berlaku_dari", day),
            until: of.reading("berlaku_sampai", day),
        }
    }

    fn is_unreadable_anywhere(&self) -> bool {
        self.cells.values().any(|text| text == "?")
    }
}

/// A row in its place, whose cells are read.
struct At<'a> {
    row: &'a Row,
    place: RowPlace,
}

impl At<'_> {
    fn cell(&self, column: &str) -> Cell {
        let at = self.row.kind.columns().iter().position(|known| *known == column);
        let at = at.unwrap_or_else(|| panic!("{:?} has no column {column}", self.row.kind));
        self.place.cell(u16::try_from(at).expect("fewer columns than Excel has"))
    }

    fn number(&self) -> Written<Text> {
        self.written("nomor_permohonan").expect("a row with its number")
    }

    fn written(&self, column: &str) -> Option<Written<Text>> {
        let text = self.row.text(column);
        (!matches!(text, "" | "?"))
            .then(|| Written { value: Text::from(text), cell: self.cell(column) })
    }

    fn reading<T>(&self, column: &str, read: impl FnOnce(&str) -> T) -> Reading<T> {
        match self.row.text(column) {
            "" => Reading::Empty,
            "?" => Reading::Unusable(self.cell(column)),
            text => Reading::Known(Written { value: read(text), cell: self.cell(column) }),
        }
    }
}

/// A moment as a story writes it: "Jumat 07/06/2024 15.50", with seconds or without an
/// hour. Refuses a weekday that does not match its date.
pub fn when(text: &str) -> Moment {
    let mut words = text.split(' ');
    let (Some(weekday), Some(date)) = (words.next(), words.next()) else {
        panic!("\"{text}\" is not a weekday and a date")
    };
    let date = NaiveDate::parse_from_str(date, "%d/%m/%Y")
        .unwrap_or_else(|_| panic!("\"{text}\": {date} is no date"));
    let really = wording::day_and_date(date);
    let (really, _) = really.split_once(',').expect("a weekday before the comma");
    assert_eq!(weekday, really, "\"{text}\": that day was a {really}");
    match words.next() {
        None => Moment::Day(date),
        Some(hour) => {
            let hour =
                if hour.matches('.').count() == 1 { format!("{hour}.00") } else { hour.into() };
            let hour = NaiveTime::parse_from_str(&hour, "%H.%M.%S")
                .unwrap_or_else(|_| panic!("\"{text}\": {hour} is no hour"));
            Moment::At(date.and_time(hour))
        }
    }
}

fn day(text: &str) -> NaiveDate {
    when(text).date()
}

#[test]
fn a_moment_is_taken_to_the_second_or_as_a_day() {
    let shown = |text| (when(text).earliest().to_string(), when(text).has_hour());
    assert_eq!(shown("Jumat 07/06/2024 15.50"), ("2024-06-07 15:50:00".to_owned(), true));
    assert_eq!(shown("Jumat 07/06/2024 15.50.07"), ("2024-06-07 15:50:07".to_owned(), true));
    assert_eq!(shown("Jumat 07/06/2024"), ("2024-06-07 00:00:00".to_owned(), false));
}

#[test]
#[should_panic(expected = "that day was a Jumat")]
fn a_weekday_that_does_not_match_its_date_is_refused() {
    when("Kamis 07/06/2024 15.50");
}
