//! What the checks found, in the words of the office. What follows from it and what
//! to do next stands in `guidance`.

use super::finding::{EarlySign, Fact, Finding, StaffContradiction, WaitedSince};
use super::guidance::letter_lacks;
use super::history::Unjudged;
use crate::calendar::wording::{date, date_time, day_and_date, duration};
use crate::records::{Moment, RequestField};
use crate::sop::Definition;

/// A moment as it is told: a date without an hour stays one.
pub(super) fn moment(moment: Moment) -> String {
    match moment {
        Moment::At(at) => date_time(at),
        Moment::Day(day) => day_and_date(day),
    }
}

fn step(no: u32, sop: &Definition) -> String {
    match sop.step(no) {
        Some(step) => format!("langkah {no} ({})", step.activity),
        None => format!("langkah {no}"),
    }
}

pub(super) fn this_step(finding: &Finding, sop: &Definition) -> String {
    finding.step.map_or_else(|| "langkah ini".to_owned(), |no| step(no, sop))
}

pub(super) fn message(finding: &Finding, sop: &Definition) -> String {
    let here = || this_step(finding, sop);
    match &finding.fact {
        Fact::NotInVersion { step, sop, other_procedures: false } => format!(
            "langkah {step} tidak ada dalam SOP {sop}, versi yang berlaku ketika permohonan ini diterima"
        ),
        Fact::NotInVersion { sop, other_procedures: true, .. } => {
            format!("langkah ini tidak ada dalam SOP {sop}, yang dipakai untuk permohonan ini")
        }
        Fact::ProcedureUnclear { kind, procedures } => format!(
            "tidak disebut menurut SOP mana permohonan {} ini: SOP {} sama-sama untuk permohonan seperti ini",
            kind.name(),
            procedures.join(" dan SOP ")
        ),
        Fact::ProcedureNotForKind { kind, sop } => {
            format!("SOP {sop}, yang disebut pada permohonan ini, bukan untuk {}", kind.name())
        }
        Fact::UnknownRequest { number, .. } | Fact::ListedForUnknown { number } => {
            format!("tidak ada permohonan bernomor {number}")
        }
        Fact::ContradictoryRows { field: RequestField::Sop, first, other } => {
            format!("baris-baris permohonan ini menyebut SOP yang berlainan: {first} dan {other}")
        }
        Fact::ContradictoryRows { field, first, other } => format!(
            "baris-baris permohonan ini berbeda pada kolom {}: \"{first}\" dan \"{other}\"",
            field.key().replace('_', " ")
        ),
        Fact::ContradictoryStaff { name, about } => contradictory_staff(name, about),
        Fact::SameRowTwice { number, used } => {
            format!("baris ini ({number}) sama dengan {used}")
        }
        Fact::SameWorkbookTwice { used, copy, rows } => {
            format!(
                "{copy} memuat {rows} baris yang sama dengan {used}; salah satunya tampaknya salinan"
            )
        }
        Fact::LaterThanAsOf { written, as_of } => format!(
            "waktu ini ({}) lebih kemudian daripada saat pemeriksaan, {}",
            moment(*written),
            date_time(*as_of)
        ),
        Fact::NotInCatalogue { application, role: None, .. } => {
            format!("aplikasi \"{application}\" tidak ada dalam daftar aplikasi kantor")
        }
        Fact::NotInCatalogue { application, role: Some(role), .. } => {
            format!("peran \"{role}\" tidak ada dalam daftar peran aplikasi {application}")
        }
        Fact::OutsideCalendar { day, years } => {
            format!("tanggal {} di luar kalender kerja, yang memuat tahun {years}", date(*day))
        }
        Fact::StepSkipped { later, .. } => {
            format!("{} terlewat, padahal langkah {later} sudah ditandatangani", here())
        }
        Fact::StartedTooEarly { before, shown_by, before_ended } => match shown_by {
            EarlySign::Start(started) => format!(
                "{} dimulai {}, sebelum langkah {before} selesai ({})",
                here(),
                moment(*started),
                moment(*before_ended)
            ),
            EarlySign::End(ended) => format!(
                "{} selesai {}, sebelum langkah {before} selesai ({})",
                here(),
                moment(*ended),
                moment(*before_ended)
            ),
        },
        Fact::DoneTwice { first, again } => match (first, again) {
            (Some(first), Some(again)) => format!(
                "{} tercatat dua kali dalam satu putaran: {} dan {}",
                here(),
                moment(*first),
                moment(*again)
            ),
            _ => format!("{} tercatat dua kali dalam satu putaran", here()),
        },
        Fact::WentOnAfterReturn { decided, refused: true, .. } => format!(
            "{} dikerjakan, padahal permohonan sudah ditolak pada langkah {decided}",
            here()
        ),
        Fact::WentOnAfterReturn { decided, refused: false, .. } => format!(
            "{} dikerjakan sesudah keputusan Tidak pada langkah {decided}, tanpa putaran baru",
            here()
        ),
        Fact::NoDecision => format!("keputusan pada {} tidak tercatat", here()),
        Fact::NoReason { refused: false } => {
            format!("keputusan Tidak pada {} tidak disertai alasan", here())
        }
        Fact::NoReason { refused: true } => {
            format!("penolakan pada {} tidak disertai alasan", here())
        }
        Fact::Late { took, at_most, target } => late(&here(), *took, *at_most, *target),
        Fact::TotalTooLong { took, at_least, target } => format!(
            "seluruh langkah memakan {}{} waktu kerja, target seluruhnya {}",
            if *at_least { "sekurang-kurangnya " } else { "" },
            duration(*took),
            duration(*target)
        ),
        Fact::OutsideHours { ended, by_clock } => format!(
            "{} ditandatangani di luar jam kerja: {}{}",
            here(),
            moment(*ended),
            if *by_clock { "; lamanya dihitung menurut jam dinding" } else { "" }
        ),
        Fact::NoStart { written: false } => format!("waktu mulai {} tidak tercatat", here()),
        Fact::NoStart { written: true } => {
            format!("waktu mulai {} tercatat, tetapi tidak dapat dipakai", here())
        }
        Fact::WaitedTooLong { waited, limit, since } => {
            let since = match since {
                WaitedSince::Step(no) => format!("langkah {no} selesai"),
                WaitedSince::ReceivedByTeam => "surat diterima tim".to_owned(),
            };
            format!(
                "{} baru dimulai {} waktu kerja sesudah {since}; batas tunggu {}",
                here(),
                duration(*waited),
                duration(*limit)
            )
        }
        Fact::WaitsTooLong { waits, limit, target, since, .. } => format!(
            "permohonan ini menunggu {} sejak {}: sudah {} waktu kerja, batasnya {}",
            here(),
            moment(*since),
            duration(*waits),
            duration(limit.saturating_add(*target))
        ),
        Fact::CannotJudge { why, shortest, longest, target } => {
            cannot_judge(&here(), *why, *shortest, *longest, *target)
        }
        Fact::RestsOnEstimate { days, on_time, otherwise } => {
            let days: Vec<String> =
                days.iter().map(|(day, name)| format!("{name} ({})", date(*day))).collect();
            let kept = if *otherwise == Some(*on_time) { "tetap " } else { "" };
            format!(
                "{} dinilai {} dengan hari yang masih perkiraan, yaitu {}; bila ternyata hari kerja biasa: {kept}{}",
                here(),
                verdict(Some(*on_time)),
                days.join(", "),
                verdict(*otherwise)
            )
        }
        Fact::WrongRole { who, on, roles } => wrong_role(&here(), who, *on, roles),
        Fact::ApplicantDidTeamStep { who } => {
            format!("{} dikerjakan oleh pemohon sendiri, {who}", here())
        }
        Fact::NotOnStaffList { who } => {
            format!("{who}, yang menandatangani {}, tidak ada dalam daftar pegawai", here())
        }
        Fact::NotInitialled => format!(
            "{} tercatat selesai, tetapi kolom parafnya kosong atau menyatakan belum",
            here()
        ),
        Fact::SignedInOneGo { who, steps, from, to } => {
            let steps: Vec<String> = steps.iter().map(u32::to_string).collect();
            format!("{who} menandatangani langkah {} {}", steps.join(", "), in_one_go(*from, *to))
        }
        Fact::SignedWhileAway { who, on, kind, from, until } => format!(
            "{who} menandatangani {} pada {}, padahal {} {}",
            here(),
            day_and_date(*on),
            kind.name(),
            span_of_days(*from, *until)
        ),
        Fact::LetterIncomplete { number, date } => {
            format!("{} permohonan tidak tercatat", letter_lacks(*number, *date))
        }
        Fact::MinutesNotAttached { of, .. } if of.is_empty() => {
            "berita acara yang sudah ditandatangani belum ada di bukti-dukung".to_owned()
        }
        Fact::MinutesNotAttached { of, .. } => format!(
            "berita acara yang sudah ditandatangani belum ada di bukti-dukung untuk: {}",
            of.join("; ")
        ),
    }
}

fn verdict(on_time: Option<bool>) -> &'static str {
    match on_time {
        Some(true) => "tepat waktu",
        Some(false) => "terlambat",
        None => "tidak dapat dinilai",
    }
}

fn span_of_days(from: chrono::NaiveDate, until: chrono::NaiveDate) -> String {
    if from == until {
        "pada hari itu".to_owned()
    } else {
        format!("{} s.d. {}", date(from), date(until))
    }
}

/// "dalam satu menit (Senin, 1 Juli 2024 pukul 08.50.10 s.d. 08.50.45)"
fn in_one_go(from: Moment, to: Moment) -> String {
    match (from, to) {
        (Moment::At(first), Moment::At(last)) if first == last => {
            format!("pada saat yang sama ({})", date_time(first))
        }
        (Moment::At(first), Moment::At(last)) if first.date() == last.date() => format!(
            "dalam satu menit ({} pukul {} s.d. {})",
            day_and_date(first.date()),
            first.format("%H.%M.%S"),
            last.format("%H.%M.%S")
        ),
        _ => format!("dalam satu menit ({} s.d. {})", moment(from), moment(to)),
    }
}

fn contradictory_staff(name: &str, about: &StaffContradiction) -> String {
    match about {
        StaffContradiction::Name { other } => {
            format!("NIP {name} sama dengan NIP {other}, padahal namanya berbeda")
        }
        StaffContradiction::Days { role } => format!(
            "peran {role} {name} tercatat dua kali dengan masa berlaku yang bertumpuk dan berbeda"
        ),
        StaffContradiction::Post { first, other } => {
            format!("jabatan {name} berbeda untuk masa yang sama: \"{first}\" dan \"{other}\"")
        }
    }
}

fn late(step: &str, took: i64, at_most: Option<i64>, target: i64) -> String {
    let over = duration(took.saturating_sub(target));
    match at_most {
        None => format!(
            "{step} memakan {}, target {}: terlambat {over}",
            duration(took),
            duration(target)
        ),
        Some(most) => format!(
            "{step} memakan sekurang-kurangnya {} (paling lama {}), target {}: terlambat sekurang-kurangnya {over}",
            duration(took),
            duration(most),
            duration(target)
        ),
    }
}

fn cannot_judge(
    step: &str,
    why: Unjudged,
    shortest: Option<i64>,
    longest: Option<i64>,
    target: i64,
) -> String {
    let reason = match why {
        Unjudged::Unusable => "waktunya tidak dapat dipakai".to_owned(),
        Unjudged::FirstOfRound => {
            "waktu mulainya tidak diketahui dan sebelumnya tidak ada langkah lain dalam putaran ini"
                .to_owned()
        }
        Unjudged::EndBeforeUnknown => {
            "waktu mulainya tidak diketahui dan akhir langkah sebelumnya tidak dapat menjadi batasnya".to_owned()
        }
        Unjudged::NoStart => "waktu mulainya tidak diketahui".to_owned(),
        Unjudged::NoHour => "jamnya tidak tercatat".to_owned(),
        Unjudged::FlexibleHours => {
            "jam kerja lentur, sehingga tidak diketahui berapa lama dikerjakan".to_owned()
        }
    };
    let between = match (shortest, longest) {
        (Some(shortest), Some(longest)) => format!(
            "; lamanya antara {} dan {}, target {}",
            duration(shortest),
            duration(longest),
            duration(target)
        ),
        _ => String::new(),
    };
    format!("ketepatan waktu {step} tidak dapat dinilai: {reason}{between}")
}

fn wrong_role(step: &str, who: &str, on: Option<chrono::NaiveDate>, roles: &[String]) -> String {
    let on = on.map_or_else(String::new, |day| format!(" pada {}", day_and_date(day)));
    if roles.is_empty() {
        format!("{who} mengerjakan {step}, padahal{on} tidak memegang peran apa pun")
    } else {
        format!("{who} mengerjakan {step}, padahal{on} berperan sebagai {}", roles.join(" dan "))
    }
}
