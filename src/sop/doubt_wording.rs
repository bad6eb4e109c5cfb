//! The Indonesian words for what is doubtful in a definition.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::doubt::{Doubt, List};
use crate::calendar::wording;

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            List::LegalBases => "dasar hukum",
            List::Qualifications => "kualifikasi pelaksana",
            List::Related => "keterkaitan",
            List::Equipment => "peralatan/perlengkapan",
        })
    }
}

/// "langkah 6, 7, dan 8"
fn steps_named(steps: &[u32]) -> String {
    format!("langkah {}", listed(steps))
}

fn listed<T: ToString>(items: &[T]) -> String {
    let items: Vec<String> = items.iter().map(T::to_string).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} dan {second}"),
        [before @ .., last] => format!("{}, dan {last}", before.join(", ")),
    }
}

/// What a later revision may explain.
fn with_revision(revised: &Option<NaiveDate>, from_year: i32) -> String {
    match revised {
        Some(revised) if revised.year() >= from_year => {
            format!("; mungkin masuk saat revisi {}", wording::date(*revised))
        }
        _ => String::new(),
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Doubt::NoEffectiveDate => f.write_str(
                "tanggal efektif kosong: tidak diketahui sejak kapan batas waktu SOP ini berlaku",
            ),
            Doubt::TitleAndNameDiffer { title, name } => {
                write!(f, "judul sampul dan nama SOP berbeda: \"{title}\" dan \"{name}\"")
            }
            Doubt::NumberOfAnotherYear { year, made, is_year_of_revision } => {
                let made = wording::date(*made);
                write!(f, "nomor SOP bertahun {year}, sedangkan SOP dibuat {made}")?;
                f.write_str(if *is_year_of_revision {
                    "; tahun itu sama dengan tahun revisi"
                } else {
                    ""
                })
            }
            Doubt::RevisedBeforeMade { made, revised } => {
                let (made, revised) = (wording::date(*made), wording::date(*revised));
                write!(f, "tanggal revisi ({revised}) mendahului tanggal pembuatan ({made})")
            }
            Doubt::EffectiveBeforeMade { made, effective } => {
                let (made, effective) = (wording::date(*made), wording::date(*effective));
                write!(f, "tanggal efektif ({effective}) mendahului tanggal pembuatan ({made})")
            }
            Doubt::LegalBasisYounger { position, year, made, revised } => {
                let made = wording::date(*made);
                write!(
                    f,
                    "dasar hukum nomor {position} bertahun {year}, sesudah SOP dibuat ({made})"
                )?;
                f.write_str(&with_revision(revised, *year))
            }
            Doubt::LegalBasisOfSameYear { positions, made, revised } => {
                let (at, day, year) = (listed(positions), wording::date(*made), made.year());
                write!(
                    f,
                    "dasar hukum nomor {at} bertahun {year}, tahun pembuatan SOP ({day}); dari tahunnya \
                     saja belum dapat dipastikan sudah ada waktu SOP dibuat"
                )?;
                f.write_str(&with_revision(revised, year))
            }
            Doubt::EmptyItem { list, position } => write!(f, "{list} nomor {position} kosong"),
            Doubt::NoSemicolon { list, position } => {
                write!(f, "{list} nomor {position} tidak diakhiri titik koma seperti butir lainnya")
            }
            Doubt::NoApplicant => f.write_str(
                "tidak ada peran yang ditandai pemohon = true: semua langkah dianggap langkah tim",
            ),
            Doubt::RoleWithoutStep { name } => {
                write!(f, "peran {name} tidak mengerjakan langkah apa pun")
            }
            Doubt::NumbersMissing { numbers } => {
                write!(f, "tidak ada {} di antara nomor langkah", steps_named(numbers))
            }
            Doubt::Inferred { key, steps } => {
                let at = steps_named(steps);
                write!(f, "{key} pada {at} merupakan dugaan: tidak terbaca dari bagan alir SOP")
            }
            Doubt::FlowMark { step, text, role, is_actor } => {
                write!(
                    f,
                    "dari bagan alir langkah {step} masih terbaca \"{text}\" pada kolom {role}"
                )?;
                f.write_str(if *is_actor { "" } else { ", yang bukan pelaksana langkah itu" })
            }
            Doubt::ApplicantYieldsPaper { step, output, kind, yielded_by } => write!(
                f,
                "langkah {step} dikerjakan pemohon, tetapi output-nya \"{output}\" tidak dapat dibuat \
                 pemohon; {} dibuat pada langkah {yielded_by}",
                kind.title()
            ),
            Doubt::InputIsOutput { steps, text } => {
                write!(f, "kelengkapan dan output {} sama: \"{text}\"", steps_named(steps))
            }
            Doubt::SameOutput { steps, text } => {
                write!(f, "output {} sama: \"{text}\"", steps_named(steps))
            }
            Doubt::UnitsSpeltUnlike { spellings } => {
                let told: Vec<String> = spellings
                    .iter()
                    .map(|(word, steps)| format!("\"{word}\" ({})", steps_named(steps)))
                    .collect();
                write!(f, "satuan waktu ditulis dengan cara yang berbeda: {}", told.join("; "))
            }
            Doubt::Noted { step: Some(step), text } => write!(f, "langkah {step}: {text}"),
            Doubt::Noted { step: None, text } => f.write_str(text),
        }
    }
}
