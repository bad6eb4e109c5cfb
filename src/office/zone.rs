//! The three time zones of Indonesia. None of them has daylight saving.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDateTime, SecondsFormat};

/// A time zone as offices write it (*zona*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Zone {
    /// Waktu Indonesia Barat, UTC+7.
    #[default]
    Wib,
    /// Waktu Indonesia Tengah, UTC+8.
    Wita,
    /// Waktu Indonesia Timur, UTC+9.
    Wit,
}

impl Zone {
    pub const ALL: [Zone; 3] = [Zone::Wib, Zone::Wita, Zone::Wit];

    pub fn name(self) -> &'static str {
        match self {
            Zone::Wib => "WIB",
            Zone::Wita => "WITA",
            Zone::Wit => "WIT",
        }
    }

    /// Seconds east of UTC.
    pub fn seconds(self) -> i32 {
        match self {
            Zone::Wib => 7 * 3600,
            Zone::Wita => 8 * 3600,
            Zone::Wit => 9 * 3600,
        }
    }

    pub fn offset(self) -> FixedOffset {
        use chrono::Offset;
        // The three offsets are well inside a day; UTC stands for what cannot happen.
        FixedOffset::east_opt(self.seconds()).unwrap_or_else(|| chrono::Utc.fix())
    }

    /// The zone that lies so many seconds east of UTC.
    pub fn of_seconds(seconds: i32) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| zone.seconds() == seconds)
    }

    /// A moment of this zone with its offset.
    pub fn at(self, local: NaiveDateTime) -> DateTime<FixedOffset> {
        let offset = self.offset();
        // A fixed offset gives every local moment exactly once.
        let at = local.and_local_timezone(offset).single();
        at.unwrap_or_else(|| local.and_utc().with_timezone(&offset))
    }

    /// A moment of this zone as RFC 3339 writes it, to the second.
    pub fn rfc3339(self, local: NaiveDateTime) -> String {
        self.at(local).to_rfc3339_opts(SecondsFormat::Secs, false)
    }

    /// Reads "WIB", "WITA" or "WIT", in any case, with blanks around it.
    pub fn parse(text: &str) -> Option<Zone> {
        Zone::ALL.into_iter().find(|zone| zone.name().eq_ignore_ascii_case(text.trim()))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Zone;

    #[test]
    fn each_zone_reads_back_from_its_own_name_and_lies_one_hour_east_of_the_last() {
        for (hours, zone) in (7..).zip(Zone::ALL) {
            assert_eq!(Zone::parse(&zone.name().to_lowercase()), Some(zone));
            assert_eq!(zone.offset().local_minus_utc(), hours * 3600);
        }
        assert_eq!(Zone::parse("WIBB"), None);
    }
}
