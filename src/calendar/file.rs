//! Calendar files: the built-in ones and the office's own share one format.
//!
//! `[[tahun]]` makes a year part of the calendar, `[[libur]]` a day off,
//! `[[hari_kerja]]` a day off worked after all, `[[pindah]]` a working day moved to
//! another date, `[[jam_kerja]]` gives the hours of
//! weekdays and `[[ramadan]]` the days on which the Ramadan hours hold. What stands
//! later wins for the same days, and the office's file comes last.

use std::sync::Arc;

use chrono::{NaiveDate, Weekday};
use toml::de::{DeTable, DeValue};

use super::WorkingCalendar;
use super::days_off::{DayOff, DayOffKind, DayRule, Standing};
use super::hours::{Hours, HoursFault, HoursRule, Ramadan, Season, Span};
use super::plan::Plan;
use super::problem::{Problem, Wanted};
use super::table::{Entry, Page, as_date, as_time, find_word};
use super::wording;
use crate::diagnostic::Diagnostic;

const BUILT_IN: [(&str, &str); 5] = [
    ("bawaan/jam-kerja.toml", include_str!("bawaan/jam-kerja.toml")),
    ("bawaan/2024.toml", include_str!("bawaan/2024.toml")),
    ("bawaan/2025.toml", include_str!("bawaan/2025.toml")),
    ("bawaan/2026.toml", include_str!("bawaan/2026.toml")),
    ("bawaan/2027.toml", include_str!("bawaan/2027.toml")),
];

const SECTIONS: [&str; 6] = ["tahun", "libur", "hari_kerja", "pindah", "jam_kerja", "ramadan"];

const WEEKDAYS: [(&str, Weekday); 8] = [
    ("Senin", Weekday::Mon),
    ("Selasa", Weekday::Tue),
    ("Rabu", Weekday::Wed),
    ("Kamis", Weekday::Thu),
    ("Jumat", Weekday::Fri),
    ("Sabtu", Weekday::Sat),
    ("Minggu", Weekday::Sun),
    ("Ahad", Weekday::Sun),
];

/// What gives the hours of a day.
const HOURS_KEYS: [&str; 4] = ["mulai", "mulai_paling_lambat", "selesai", "istirahat"];

/// The longest run of days that one entry may name.
const LONGEST_RUN: i64 = 366;

pub(super) fn load(own: Option<(&str, &str)>) -> Result<WorkingCalendar, Vec<Diagnostic>> {
    let mut plan = Plan::default();
    let mut told = Vec::new();
    for (name, text) in BUILT_IN.into_iter().chain(own) {
        let mut page = Page::new(name, text);
        plan.read(&mut page, text);
        told.append(&mut page.told);
    }
    plan.check_special_days(&mut told);
    if told.is_empty() { Ok(plan.calendar()) } else { Err(told) }
}

impl Plan {
    fn read(&mut self, page: &mut Page<'_>, text: &str) {
        let (root, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            page.tell_syntax(&errors);
            self.years_unsure = true;
            return;
        }
        let mut items = Vec::new();
        for (name, value) in root.get_ref() {
            let section = SECTIONS.into_iter().find(|known| *known == name.get_ref().as_ref());
            match (section, value.get_ref()) {
                (Some(section), DeValue::Array(entries)) => {
                    items.extend(entries.iter().map(|entry| (section, entry)));
                }
                (Some(section), _) => {
                    let wanted = Wanted::Tables;
                    page.tell(name.span().start, Problem::Unreadable { key: section, wanted });
                }
                (None, _) => {
                    let (name, start) = (name.get_ref().to_string(), name.span().start);
                    page.tell(start, Problem::UnknownSection { name, known: SECTIONS.to_vec() });
                }
            }
        }
        // Across sections too, what stands later in the file wins.
        items.sort_by_key(|(_, item)| item.span().start);
        for (section, item) in items {
            let Some(entry) = Entry::new(page, section, item, keys(section)) else { continue };
            match section {
                "tahun" => self.read_year(page, &entry),
                "libur" => self.read_day_off(page, &entry),
                "hari_kerja" => self.read_worked_day(page, &entry),
                "pindah" => self.read_moved_day(page, &entry),
                "jam_kerja" => self.read_hours(page, &entry),
                _ => self.read_ramadan(page, &entry),
            }
        }
    }

    fn read_year(&mut self, page: &mut Page<'_>, entry: &Entry<'_>) {
        entry.require(page, "tahun");
        match entry.number(page, "tahun", Wanted::Year) {
            Some(year) => {
                self.years.insert(year);
            }
            None => self.years_unsure = true,
        }
    }

    fn read_day_off(&mut self, page: &mut Page<'_>, entry: &Entry<'_>) {
        entry.require(page, "nama");
        let name = entry.text(page, "nama");
        let kind = entry.word(page, "jenis", &DayOffKind::WORDS);
        let standing = entry.word(page, "status", &Standing::WORDS);
        let source = source(page, entry);
        let days = days(page, entry);
        let (Some(name), Some(days)) = (name, days) else { return };
        let rule = DayRule::Off(Arc::new(DayOff {
            name,
            kind: kind.unwrap_or(DayOffKind::OfficeHoliday),
            standing: standing.unwrap_or(Standing::Local),
            source,
        }));
        for (day, offset) in days {
            self.special.add(day, rule.clone(), page.place(offset));
        }
    }

    fn read_worked_day(&mut self, page: &mut Page<'_>, entry: &Entry<'_>) {
        let name = entry.text(page, "nama").unwrap_or_else(|| "Hari kerja pengganti".to_owned());
        let why: Arc<str> = format!("{name} ({})", source(page, entry)).into();
        let own = HOURS_KEYS.iter().any(|key| entry.has(key));
        let hours = if own {
            match hours(page, entry, Arc::clone(&why)) {
                Some(hours) => Some(Arc::new(hours)),
                None => return,
            }
        } else {
            None
        };
        for (day, offset) in days(page, entry).unwrap_or_default() {
            let rule = DayRule::Worked { hours: hours.clone(), like: None, why: Arc::clone(&why) };
            self.special.add(day, rule, page.place(offset));
        }
    }

    /// A working day moved to another date: the one is off, the other has its hours.
    fn read_moved_day(&mut self, page: &mut Page<'_>, entry: &Entry<'_>) {
        entry.require(page, "dari");
        entry.require(page, "ke");
        let name = entry.text(page, "nama").unwrap_or_else(|| "Hari kerja dipindahkan".to_owned());
        let source = source(page, entry);
        let (from, to) = (entry.date(page, "dari"), entry.date(page, "ke"));
        let (Some(from), Some(to)) = (from, to) else { return };
        let off = DayOff {
            name: format!("{name}, pindah ke {}", wording::date(to)),
            kind: DayOffKind::OfficeHoliday,
            standing: Standing::Local,
            source: source.clone(),
        };
        let why = format!("{name}, pindah dari {} ({source})", wording::date(from)).into();
        let worked = DayRule::Worked { hours: None, like: Some(from), why };
        self.special.add(from, DayRule::Off(Arc::new(off)), page.place(entry.offset("dari")));
        self.special.add(to, worked, page.place(entry.offset("dari")));
    }

    fn read_hours(&mut self, page: &mut Page<'_>, entry: &Entry<'_>) {
        let seasons = [("biasa", Season::Ordinary), ("Ramadan", Season::Ramadan)];
        let season = entry.word(page, "masa", &seasons).unwrap_or(Season::Ordinary);
        entry.require(page, "hari");
        let weekdays = entry.list(page, "hari", Wanted::Weekdays, |page, value, offset| {
            let word = value.as_str()?;
            let found = find_word(word, &WEEKDAYS);
            if found.is_none() {
                let known = WEEKDAYS.iter().map(|(name, _)| *name).collect();
                page.tell(
                    offset,
                    Problem::UnknownWord { word: word.to_owned(), key: "hari", known },
                );
            }
            found
        });
        let (from, to) = (entry.date(page, "dari"), entry.date(page, "sampai"));
        tell_backwards(page, entry, from, to);
        let source: Arc<str> = source(page, entry).into();
        let closed = entry.yes_no(page, "tutup").unwrap_or(false);
        let hours = if closed {
            if HOURS_KEYS.iter().any(|key| entry.has(key)) {
                page.tell(entry.offset("tutup"), Problem::ClosedWithHours);
            }
            None
        } else {
            match hours(page, entry, source) {
                Some(hours) => Some(Arc::new(hours)),
                None => return,
            }
        };
        let Some(weekdays) = weekdays else { return };
        let weekdays = weekdays.into_iter().map(|(weekday, _)| weekday).collect();
        self.timetable.add_rule(HoursRule { season, weekdays, from, to, hours });
    }

    fn read_ramadan(&mut self, page: &mut Page<'_>, entry: &Entry<'_>) {
        for key in ["tahun_hijriah", "dari", "sampai"] {
            entry.require(page, key);
        }
        let hijri_year = entry.number(page, "tahun_hijriah", Wanted::HijriYear);
        let (from, to) = (entry.date(page, "dari"), entry.date(page, "sampai"));
        let standing = [("ditetapkan", false), ("perkiraan", true)];
        let estimate = entry.word(page, "status", &standing).unwrap_or(false);
        let source = source(page, entry);
        tell_backwards(page, entry, from, to);
        let (Some(hijri_year), Some(from), Some(to)) = (hijri_year, from, to) else { return };
        self.timetable.add_ramadan(Ramadan { hijri_year, from, to, source, estimate });
    }
}

fn keys(section: &str) -> &'static [&'static str] {
    match section {
        "tahun" => &["tahun", "sumber", "catatan"],
        "libur" => &["tanggal", "sampai", "nama", "jenis", "status", "sumber", "catatan"],
        "hari_kerja" => &[
            "tanggal",
            "sampai",
            "mulai",
            "mulai_paling_lambat",
            "selesai",
            "istirahat",
            "nama",
            "sumber",
            "catatan",
        ],
        "pindah" => &["dari", "ke", "nama", "sumber", "catatan"],
        "jam_kerja" => &[
            "hari",
            "masa",
            "dari",
            "sampai",
            "mulai",
            "mulai_paling_lambat",
            "selesai",
            "istirahat",
            "tutup",
            "sumber",
            "catatan",
        ],
        _ => &["tahun_hijriah", "dari", "sampai", "status", "sumber", "catatan"],
    }
}

fn tell_backwards(
    page: &mut Page<'_>,
    entry: &Entry<'_>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) {
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        page.tell(entry.offset("sampai"), Problem::PeriodBackwards);
    }
}

fn source(page: &mut Page<'_>, entry: &Entry<'_>) -> String {
    entry.text(page, "sumber").unwrap_or_else(|| page.file().to_owned())
}

/// The days that `tanggal`, one or several, or `tanggal` to `sampai` name.
fn days(page: &mut Page<'_>, entry: &Entry<'_>) -> Option<Vec<(NaiveDate, usize)>> {
    entry.require(page, "tanggal");
    let last = entry.date(page, "sampai");
    let days = entry.list(page, "tanggal", Wanted::Dates, |_, value, _| as_date(value))?;
    let Some(last) = last else { return Some(days) };
    let (first, offset) = days.first().copied()?;
    let problem = match last.signed_duration_since(first).num_days() {
        _ if days.len() > 1 => Some(Problem::Unreadable { key: "tanggal", wanted: Wanted::Date }),
        ..0 => Some(Problem::PeriodBackwards),
        LONGEST_RUN.. => Some(Problem::PeriodTooLong),
        _ => None,
    };
    if let Some(problem) = problem {
        page.tell(entry.offset("sampai"), problem);
        return None;
    }
    Some(first.iter_days().take_while(|day| *day <= last).map(|day| (day, offset)).collect())
}

fn hours(page: &mut Page<'_>, entry: &Entry<'_>, source: Arc<str>) -> Option<Hours> {
    entry.require(page, "mulai");
    entry.require(page, "selesai");
    let (from, to) = (entry.time(page, "mulai"), entry.time(page, "selesai"));
    let latest = match entry.has("mulai_paling_lambat") {
        true => Some(entry.time(page, "mulai_paling_lambat")?),
        false => None,
    };
    let breaks = if entry.has("istirahat") {
        entry.list(page, "istirahat", Wanted::Breaks, |_, value, _| {
            let pair = value.as_array()?;
            let (from, to) = (pair.first()?, pair.get(1)?);
            let span = Span { from: as_time(from.get_ref())?, to: as_time(to.get_ref())? };
            (pair.len() == 2).then_some(span)
        })?
    } else {
        Vec::new()
    };
    let whole = Span { from: from?, to: to? };
    let spans: Vec<Span> = breaks.iter().map(|(span, _)| *span).collect();
    let place_of = |index: usize| breaks.get(index).map_or(entry.start, |(_, offset)| *offset);
    match Hours::new(whole, &spans, latest, source) {
        Ok(hours) => return Some(hours),
        Err(HoursFault::EndNotAfterStart) => {
            page.tell(entry.offset("selesai"), Problem::EndNotAfterStart);
        }
        Err(HoursFault::LatestStart) => {
            page.tell(entry.offset("mulai_paling_lambat"), Problem::LatestStart);
        }
        Err(HoursFault::Break(index)) => page.tell(place_of(index), Problem::BreakOutside),
        Err(HoursFault::Overlap(index)) => page.tell(place_of(index), Problem::BreaksTouch),
    }
    None
}
