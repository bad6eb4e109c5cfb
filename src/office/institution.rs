//! What the office is called and where it is found (*instansi*), by date.
//!
//! A ministry changes its name, a paper of an old month does not: it shows what held
//! on its date.

use chrono::NaiveDate;

use super::located::{Located, Position};
use super::period::Period;
use super::problem::{Expected, Fault};
use super::table::Table;
use super::value::Value;
use super::zone::Zone;

/// The size of the paper that the office prints on (*kertas*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaperSize {
    /// 210 mm × 297 mm.
    #[default]
    A4,
    /// 215 mm × 330 mm, as Indonesian offices call it.
    F4,
}

impl PaperSize {
    pub fn name(self) -> &'static str {
        match self {
            PaperSize::A4 => "A4",
            PaperSize::F4 => "F4",
        }
    }
}

/// The office as it was called during one period (*instansi*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    pub name: String,
    /// The lines of the letterhead (*kop*); the name alone where none are given.
    pub letterhead: Vec<String>,
    pub address: Option<String>,
    pub telephone: Option<String>,
    pub website: Option<String>,
    pub email: Option<String>,
    /// Path of an image, relative to the office's folder.
    pub logo: Option<Located<String>>,
    /// The town that stands before the date of a paper.
    pub town: Option<String>,
    /// What `{kode_unit}` stands for in a number.
    pub unit_code: Option<String>,
    pub paper_size: PaperSize,
    pub period: Period,
    pub place: Position,
}

/// The names of the office over time; there is always one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Institutions {
    /// The one that begins last.
    latest: Institution,
    /// The others, the youngest first.
    earlier: Vec<Institution>,
}

impl Institutions {
    /// What held on a day. For a day that no period covers: the last one that had
    /// begun by then, else the first of all.
    pub(super) fn on(&self, date: NaiveDate) -> &Institution {
        let begun = |item: &&Institution| item.period.from.is_none_or(|from| from <= date);
        self.all()
            .find(|item| item.period.holds_on(date))
            .or_else(|| self.all().find(begun))
            .unwrap_or(self.earlier.last().unwrap_or(&self.latest))
    }

    /// The youngest first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Institution> {
        std::iter::once(&self.latest).chain(&self.earlier)
    }

    /// Reads `[instansi]` or `[[instansi]]`; `None` where no name is given, which is told.
    pub(super) fn read(top: &Table<'_>) -> (Option<Institutions>, Zone) {
        let Some(value) = top.value("instansi") else {
            top.reader().note(Position { line: 1, column: 1 }, no_name());
            return (None, Zone::default());
        };
        let tables = match value.table() {
            Some(table) => vec![table],
            None => value.tables(Expected::TableOrTables),
        };
        if tables.is_empty() {
            value.note(value.position(), no_name());
        }
        let zone = common_zone(&tables);
        let read: Vec<_> = tables.into_iter().filter_map(Institution::read).collect();
        tell_overlaps(&value, &read);
        (Institutions::order(read), zone)
    }

    fn order(mut all: Vec<Institution>) -> Option<Institutions> {
        all.sort_by_key(|item| std::cmp::Reverse(item.period.from));
        let mut all = all.into_iter();
        let latest = all.next()?;
        Some(Institutions { latest, earlier: all.collect() })
    }
}

impl Institution {
    fn read(table: Table<'_>) -> Option<Institution> {
        let name = table.needed("nama").map(|name| name.value);
        let text = |key| table.text(key).map(|text| text.value);
        let mut letterhead: Vec<_> =
            table.texts("kop").into_iter().map(|line| line.value).collect();
        if letterhead.is_empty() {
            letterhead.extend(name.clone());
        }
        let sizes = [("A4", PaperSize::A4), ("F4", PaperSize::F4)];
        let read = Institution {
            name: name.clone().unwrap_or_default(),
            letterhead,
            address: text("alamat"),
            telephone: text("telepon"),
            website: text("laman"),
            email: text("email"),
            logo: table.text("logo"),
            town: text("kota"),
            unit_code: text("kode_unit"),
            paper_size: table.choice("kertas", &sizes).unwrap_or_default(),
            period: Period::read(&table),
            place: table.position(),
        };
        table.finish();
        name.map(|_| read)
    }
}

fn no_name() -> Fault {
    Fault::Missing { key: "nama", table: "[instansi]".to_owned() }
}

/// The zone of the folder: durations are counted in one zone, so all must name the same.
fn common_zone(tables: &[Table<'_>]) -> Zone {
    let names = Zone::ALL.map(|zone| (zone.name(), zone));
    let mut first: Option<(Zone, usize)> = None;
    for table in tables {
        let Some(value) = table.value("zona") else { continue };
        let Some(zone) = value.choice(&names, Expected::Text) else { continue };
        let (common, line) = *first.get_or_insert((zone, value.position().line));
        if zone != common {
            value.note(value.position(), Fault::ZonesDiffer { line });
        }
    }
    first.map(|(zone, _)| zone).unwrap_or_default()
}

fn tell_overlaps(value: &Value<'_>, read: &[Institution]) {
    for (index, item) in read.iter().enumerate() {
        let earlier = read.iter().take(index).find(|other| other.period.overlaps(item.period));
        if let Some(other) = earlier {
            value.note(item.place, Fault::InstitutionsOverlap { line: other.place.line });
        }
    }
}
