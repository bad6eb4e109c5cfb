//! Everything that can be wrong in a calendar file, as facts, and its Indonesian words.

use chrono::{NaiveDate, Weekday};

use super::slip::Slip;
use super::wording;
use crate::diagnostic::{Diagnostic, Place};

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Text,
    Date,
    Dates,
    Time,
    Year,
    HijriYear,
    YesNo,
    Weekdays,
    Breaks,
    Tables,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    Syntax(Slip),
    UnknownSection { name: String, known: Vec<&'static str> },
    UnknownKey { key: String, section: &'static str, known: Vec<&'static str> },
    MissingKey { key: &'static str, section: &'static str },
    Unreadable { key: &'static str, wanted: Wanted },
    UnknownWord { word: String, key: &'static str, known: Vec<&'static str> },
    PeriodBackwards,
    PeriodTooLong,
    EndNotAfterStart,
    BreakOutside,
    BreaksTouch,
    ClosedWithHours,
    LatestStart,
    NoHoursThatDay(NaiveDate, Weekday),
    NothingToMove(NaiveDate),
    OutsideYears(NaiveDate),
}

const CONSEQUENCE: &str = "kalender kantor belum dapat dipakai, sehingga waktu kerja belum dihitung; \
                           tidak ada berkas yang diubah.";

impl Problem {
    pub(super) fn at(&self, place: Place) -> Diagnostic {
        Diagnostic::error(self.message()).consequence(CONSEQUENCE).advice(self.advice()).at(place)
    }

    fn message(&self) -> String {
        match self {
            Problem::Syntax(slip) => slip.message().to_owned(),
            Problem::UnknownSection { name, known } => {
                format!("bagian \"{name}\" tidak dikenal{}", guess(name, known))
            }
            Problem::UnknownKey { key, section, known } => {
                format!("kunci \"{key}\" tidak dikenal dalam [[{section}]]{}", guess(key, known))
            }
            Problem::MissingKey { key, section } => {
                format!("[[{section}]] ini belum berisi \"{key}\"")
            }
            Problem::Unreadable { key, wanted } => {
                format!("isi \"{key}\" harus berupa {}", wanted.name())
            }
            Problem::UnknownWord { word, key, known } => {
                format!("\"{word}\" tidak dikenal untuk \"{key}\"{}", guess(word, known))
            }
            Problem::PeriodBackwards => "tanggal akhir lebih awal daripada tanggal awal".to_owned(),
            Problem::PeriodTooLong => {
                "rentang hari ini lebih panjang daripada satu tahun".to_owned()
            }
            Problem::EndNotAfterStart => "jam selesai tidak sesudah jam mulai".to_owned(),
            Problem::BreakOutside => {
                "istirahat ini tidak berada di antara jam mulai dan jam selesai".to_owned()
            }
            Problem::BreaksTouch => {
                "istirahat ini bertumpang tindih atau bersambung dengan istirahat lain".to_owned()
            }
            Problem::ClosedWithHours => {
                "\"tutup = true\" tidak dapat disertai mulai, selesai, atau istirahat".to_owned()
            }
            Problem::LatestStart => {
                "mulai_paling_lambat tidak berada di antara mulai dan istirahat pertama atau selesai, atau jam pulangnya lewat tengah malam".to_owned()
            }
            Problem::NothingToMove(day) => format!(
                "{} tidak mempunyai jam kerja yang dapat dipindahkan",
                wording::day_and_date(*day)
            ),
            Problem::NoHoursThatDay(day, weekday) => format!(
                "{} dijadikan hari kerja, tetapi hari {} tidak mempunyai jam kerja",
                wording::date(*day),
                wording::weekday(*weekday)
            ),
            Problem::OutsideYears(day) => format!(
                "{} berada di luar tahun kalender: belum ada [[tahun]] untuk tahun itu",
                wording::date(*day)
            ),
        }
    }

    fn advice(&self) -> String {
        match self {
            Problem::Syntax(slip) => slip.advice().to_owned(),
            Problem::UnknownSection { known, .. } => {
                let known: Vec<String> = known.iter().map(|name| format!("[[{name}]]")).collect();
                format!("bagian yang dikenal: {}", known.join(", "))
            }
            Problem::UnknownKey { section, known, .. } => {
                format!("kunci yang dikenal dalam [[{section}]]: {}", known.join(", "))
            }
            Problem::MissingKey { key, .. } => {
                format!("tambahkan satu baris {}", example(key))
            }
            Problem::Unreadable { key, .. } => format!("tulis, misalnya, {}", example(key)),
            Problem::UnknownWord { known, .. } => format!("pilihannya: {}", known.join(", ")),
            Problem::PeriodBackwards => "tukar atau perbaiki kedua tanggal".to_owned(),
            Problem::PeriodTooLong => {
                "periksa tahunnya, atau bagi rentang ini menjadi beberapa entri".to_owned()
            }
            Problem::EndNotAfterStart => {
                "periksa kedua jam; jam ditulis 24 jam, misalnya \"16.00\"".to_owned()
            }
            Problem::BreakOutside => "periksa jamnya; istirahat mulai sesudah jam mulai dan berakhir \
                                      sebelum jam selesai, misalnya istirahat = [[\"12.00\", \
                                      \"13.00\"]]"
                .to_owned(),
            Problem::BreaksTouch => "gabungkan keduanya menjadi satu istirahat".to_owned(),
            Problem::ClosedWithHours => "hapus \"tutup\", atau hapus jamnya".to_owned(),
            Problem::LatestStart => {
                "tulis jam paling lambat orang boleh mulai, misalnya mulai_paling_lambat = \"09.00\""
                    .to_owned()
            }
            Problem::NothingToMove(_) => {
                "isi \"dari\" dengan hari kerja yang dipindahkan, \"ke\" dengan hari penggantinya"
                    .to_owned()
            }
            Problem::NoHoursThatDay(..) => {
                "tambahkan mulai = \"07.30\", selesai = \"16.00\" dan, bila ada, istirahat pada entri \
                 ini"
                    .to_owned()
            }
            Problem::OutsideYears(day) => {
                let year = wording::date(*day);
                let year = year.rsplit(' ').next().unwrap_or_default();
                format!(
                    "bila tahunnya benar, tambahkan [[tahun]] dengan tahun = {year} beserta semua \
                     hari liburnya"
                )
            }
        }
    }
}

impl Wanted {
    fn name(self) -> &'static str {
        match self {
            Wanted::Text => "teks dalam tanda petik",
            Wanted::Date => "satu tanggal",
            Wanted::Dates => "satu tanggal atau daftar tanggal",
            Wanted::Time => "jam dan menit",
            Wanted::Year => "tahun antara 1900 dan 2199",
            Wanted::HijriYear => "tahun Hijriah",
            Wanted::YesNo => "true atau false",
            Wanted::Weekdays => "daftar nama hari",
            Wanted::Breaks => "daftar pasangan jam",
            Wanted::Tables => "bagian dengan dua kurung siku",
        }
    }
}

/// A line that is right, for the advice.
fn example(key: &str) -> &'static str {
    match key {
        "tanggal" => "tanggal = 2028-03-26",
        "dari" => "dari = 2028-01-28",
        "sampai" => "sampai = 2028-02-25",
        "nama" => "nama = \"Hari Jadi Kota\"",
        "hari" => "hari = [\"Senin\", \"Selasa\"]",
        "ke" => "ke = 2028-03-04",
        "mulai" => "mulai = \"07.30\"",
        "mulai_paling_lambat" => "mulai_paling_lambat = \"09.00\"",
        "selesai" => "selesai = \"16.00\"",
        "istirahat" => "istirahat = [[\"12.00\", \"13.00\"]]",
        "tahun" => "tahun = 2028",
        "tahun_hijriah" => "tahun_hijriah = 1449",
        "tutup" => "tutup = true",
        "sumber" => "sumber = \"Surat Edaran Kepala Pusat Nomor 5 Tahun 2028\"",
        "status" => "status = \"perkiraan\"",
        "jenis" => "jenis = \"libur kantor\"",
        "masa" => "masa = \"Ramadan\"",
        "libur" => "[[libur]]",
        "jam_kerja" => "[[jam_kerja]]",
        "hari_kerja" => "[[hari_kerja]]",
        "pindah" => "[[pindah]]",
        "ramadan" => "[[ramadan]]",
        _ => "catatan = \"…\"",
    }
}

/// The nearest known word, unless nothing known is near.
fn guess(word: &str, known: &[&'static str]) -> String {
    let word = word.to_lowercase();
    known
        .iter()
        .map(|name| (strsim::osa_distance(&word, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= name.chars().count().div_ceil(2).max(2))
        .min()
        .map_or_else(String::new, |(_, name)| format!("; mungkin maksudnya \"{name}\""))
}
