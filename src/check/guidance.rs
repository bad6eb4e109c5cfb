//! What follows from a finding (*akibat*) and what to do next (*saran*). The program
//! never proposes a date, a name or a decision: an official attests them.

use super::finding::{Fact, Finding};
use super::history::Unjudged;
use super::wording::this_step;
use crate::office::person::comparable_name;
use crate::records::RequestField;
use crate::sop::Definition;

pub(super) fn consequence(finding: &Finding, sop: &Definition) -> String {
    format!("{}.", what_follows(finding, sop))
}

fn what_follows(finding: &Finding, sop: &Definition) -> String {
    let here = || this_step(finding, sop);
    match &finding.fact {
        Fact::NotInVersion { .. } => {
            "baris ini tidak dihitung untuk langkah mana pun; baris lain tetap diperiksa".to_owned()
        }
        Fact::ProcedureUnclear { .. } | Fact::ProcedureNotForKind { .. } => {
            "permohonan ini belum dinilai menurut SOP mana pun dan dihitung di luar SOP".to_owned()
        }
        Fact::ContradictoryRows { field: RequestField::Sop, first, .. } => {
            format!("diperiksa menurut SOP {first}; kesesuaiannya belum dapat dipastikan")
        }
        Fact::ListedForUnknown { .. } => {
            "baris ini tidak tercetak pada naskah mana pun; baris lain tetap dibaca".to_owned()
        }
        Fact::UnknownRequest { .. } => {
            "catatan langkah pada baris ini tidak dipakai; baris lain tetap diperiksa".to_owned()
        }
        Fact::ContradictoryRows { .. } => {
            "nilai yang pertama dipakai; kesesuaian permohonan ini dengan SOP belum dapat dipastikan"
                .to_owned()
        }
        Fact::ContradictoryStaff { .. } => {
            "kedua catatan tetap dipakai untuk memeriksa pelaksana, sehingga hasilnya dapat keliru"
                .to_owned()
        }
        Fact::SameRowTwice { .. } => "baris ini dipakai satu kali saja".to_owned(),
        Fact::SameWorkbookTwice { .. } => "baris yang sama dipakai satu kali saja".to_owned(),
        Fact::LaterThanAsOf { .. } => {
            "waktu ini tidak dipakai: pada saat pemeriksaan langkahnya belum selesai".to_owned()
        }
        Fact::NotInCatalogue { .. } => {
            "permohonan tetap diperiksa; nama ini akan tercetak seperti tertulis".to_owned()
        }
        Fact::OutsideCalendar { .. } => {
            "waktu ini tidak dapat dihitung; langkahnya tetap dianggap sudah ditandatangani".to_owned()
        }
        Fact::StepSkipped { unreadable_rows: false, .. } => {
            "permohonan ini tidak sesuai SOP".to_owned()
        }
        Fact::StepSkipped { unreadable_rows: true, .. } => {
            "permohonan ini tidak sesuai SOP, kecuali baris yang langkahnya tidak terbaca ternyata langkah ini"
                .to_owned()
        }
        Fact::StartedTooEarly { .. }
        | Fact::WentOnAfterReturn { .. }
        | Fact::ApplicantDidTeamStep { .. }
        | Fact::WrongRole { .. }
        | Fact::NotInitialled
        | Fact::LetterIncomplete { .. } => "permohonan ini tidak sesuai SOP".to_owned(),
        Fact::DoneTwice { .. } => {
            "permohonan ini tidak sesuai SOP; kedua catatan ikut dijumlahkan".to_owned()
        }
        Fact::NoDecision => {
            "permohonan dianggap diteruskan (Ya); kesesuaiannya dengan SOP belum dapat dipastikan"
                .to_owned()
        }
        Fact::NoReason { .. } => {
            "pemohon tidak dapat mengetahui apa yang harus diperbaiki".to_owned()
        }
        Fact::Late { .. } => {
            "permohonan ini tidak sesuai SOP dan tidak tepat waktu".to_owned()
        }
        Fact::TotalTooLong { .. } => {
            "pelayanan permohonan ini lebih lama daripada yang dijanjikan SOP".to_owned()
        }
        Fact::OutsideHours { .. } => "tidak mengubah penilaian".to_owned(),
        Fact::NoStart { .. } => {
            "lamanya hanya diketahui paling lama sejak langkah sebelumnya selesai".to_owned()
        }
        Fact::WaitedTooLong { .. } => {
            "waktu tunggu tidak dihitung sebagai keterlambatan langkah".to_owned()
        }
        Fact::WaitsTooLong { .. } => "pemohon masih menunggu".to_owned(),
        Fact::CannotJudge { .. } => {
            format!("{} tidak dinyatakan tepat waktu dan tidak pula terlambat", here())
        }
        Fact::NotOnStaffList { .. } => {
            "tidak dapat dipastikan bahwa langkah ini dikerjakan orang yang berwenang".to_owned()
        }
        Fact::SignedInOneGo { .. } => {
            "waktu yang tercatat mungkin bukan waktu pelaksanaan yang sebenarnya".to_owned()
        }
        Fact::RestsOnEstimate { on_time, otherwise, .. } if *otherwise == Some(*on_time) => {
            "hanya lamanya yang dapat berubah bila hari itu ditetapkan lain".to_owned()
        }
        Fact::RestsOnEstimate { .. } => {
            "putusan ini dapat berubah bila hari itu ditetapkan lain".to_owned()
        }
        Fact::SignedWhileAway { .. } => {
            "tidak dapat dipastikan bahwa langkah ini dikerjakan orang itu pada hari itu; waktu kerjanya tetap dihitung"
                .to_owned()
        }
        Fact::MinutesNotAttached { .. } => {
            "berkas permohonan ini belum lengkap untuk diarsipkan".to_owned()
        }
    }
}

const AGAIN: &str = "simpan, lalu jalankan lagi: tertib periksa";

pub(super) fn advice(finding: &Finding) -> String {
    match &finding.fact {
        Fact::NotInVersion { other_procedures: true, .. } => format!(
            "cocokkan langkahnya, SOP dan jenis permohonan ini, serta tanggal diterimanya, dengan SOP yang dipakai (tertib sop), {AGAIN}"
        ),
        Fact::ProcedureUnclear { .. } => format!(
            "isi kolom sop pada baris permohonan ini dengan nomor atau nama SOP-nya, {AGAIN}"
        ),
        Fact::ProcedureNotForKind { .. } => {
            format!("cocokkan kolom sop dan kolom jenis permohonan ini dengan suratnya, {AGAIN}")
        }
        Fact::ContradictoryRows { field: RequestField::Sop, .. } => format!(
            "samakan kolom sop, atau judul atau nama lembarnya; bila dua permohonan, beri nomor yang berlainan, {AGAIN}"
        ),
        Fact::NotInVersion { .. } => format!(
            "cocokkan langkahnya, dan tanggal diterima permohonan ini, dengan SOP yang berlaku saat itu, {AGAIN}"
        ),
        Fact::UnknownRequest { nearest: Some(nearest), .. } => format!(
            "periksa nomornya (mungkin maksudnya {nearest}) atau tambahkan permohonannya, {AGAIN}"
        ),
        Fact::ListedForUnknown { .. } | Fact::UnknownRequest { nearest: None, .. } => {
            format!("periksa nomornya atau tambahkan permohonannya ke lembar permohonan, {AGAIN}")
        }
        Fact::ContradictoryRows { .. } => format!(
            "samakan nilainya menurut surat permohonan, atau beri nomor lain bila ini permohonan lain, {AGAIN}"
        ),
        Fact::ContradictoryStaff { .. } => {
            format!("betulkan salah satunya menurut surat keputusan atau surat perintah, {AGAIN}")
        }
        Fact::SameRowTwice { .. } => {
            format!("hapus salah satu baris bila memang satu kejadian, {AGAIN}")
        }
        Fact::SameWorkbookTwice { .. } => {
            "pindahkan salinannya ke luar folder data, lalu jalankan lagi: tertib periksa"
                .to_owned()
        }
        Fact::LaterThanAsOf { .. } => format!(
            "bila tanggalnya keliru, betulkan, {AGAIN}; bila benar, periksa untuk hari itu: tertib periksa --per TTTT-BB-HH"
        ),
        Fact::NotInCatalogue { nearest: Some(nearest), .. } => format!(
            "pakai nama dalam daftar (mungkin maksudnya \"{nearest}\") atau tambahkan nama ini pada [[aplikasi]] di tertib.toml, {AGAIN}"
        ),
        Fact::NotInCatalogue { nearest: None, .. } => {
            format!("betulkan namanya atau tambahkan pada [[aplikasi]] di tertib.toml, {AGAIN}")
        }
        Fact::OutsideCalendar { .. } => {
            format!("betulkan tanggalnya, atau tambahkan tahun itu di kalender.toml, {AGAIN}")
        }
        Fact::StepSkipped { unreadable_rows: false, .. } => format!(
            "bila langkah ini belum dikerjakan, laporkan kepada atasan; bila sudah, catat menurut lembar kendali, {AGAIN}"
        ),
        Fact::StepSkipped { unreadable_rows: true, .. } => {
            format!("betulkan dahulu baris yang langkahnya tidak terbaca, {AGAIN}")
        }
        Fact::StartedTooEarly { .. } => {
            format!(
                "cocokkan kedua waktu dengan lembar kendali; bila salah ketik, betulkan, {AGAIN}"
            )
        }
        Fact::DoneTwice { .. } => format!(
            "bila salah satunya keliru, hapus; bila bagian lain, isi kolom aplikasi atau penerima; {AGAIN}"
        ),
        Fact::WentOnAfterReturn { back_to: Some(step), .. } => format!(
            "bila permohonan sudah diperbaiki, catat putaran barunya mulai langkah {step}, {AGAIN}"
        ),
        Fact::WentOnAfterReturn { .. } => {
            format!(
                "cocokkan keputusan dengan lembar verifikasi; bila salah ketik, betulkan, {AGAIN}"
            )
        }
        Fact::NoDecision => {
            format!("isi kolom hasil dengan Y atau T menurut lembar verifikasi, {AGAIN}")
        }
        Fact::NoReason { .. } => {
            format!("isi kolom alasan menurut lembar verifikasi, {AGAIN}")
        }
        Fact::Late { .. } | Fact::TotalTooLong { .. } => {
            let shown = finding.case.as_deref().unwrap_or_default();
            let step = finding.step.map_or_else(String::new, |no| format!(" --langkah {no}"));
            format!("lihat hitungannya: tertib jelaskan {}{step}", quoted(shown))
        }
        Fact::OutsideHours { .. } => {
            format!("biarkan bila memang lembur; bila salah ketik, betulkan, {AGAIN}")
        }
        Fact::NoStart { written: false } => {
            format!("isi waktu mulai bila tercatat pada lembar kendali, {AGAIN}")
        }
        Fact::NoStart { written: true } => format!(
            "betulkan waktu mulai menurut lembar kendali (sebabnya: temuan lain pada sel ini), {AGAIN}"
        ),
        Fact::WaitedTooLong { .. } => format!(
            "cari sebab permohonan tertahan di antara kedua langkah ini; hitungannya: tertib jelaskan {}",
            quoted(finding.case.as_deref().unwrap_or_default())
        ),
        Fact::WaitsTooLong { .. } => {
            "kerjakan langkah ini, atau catat bila sudah; lihat urutannya: tertib status".to_owned()
        }
        Fact::CannotJudge { why: Unjudged::NoHour, .. } => {
            format!("tambahkan jam menurut lembar kendali, {AGAIN}")
        }
        Fact::CannotJudge { why: Unjudged::FlexibleHours, .. } => {
            "cocokkan dengan jam datang dan pulang pelaksana pada hari-hari itu; tertib tidak menebaknya"
                .to_owned()
        }
        Fact::CannotJudge { .. } => {
            format!("isi waktu mulai menurut lembar kendali, {AGAIN}")
        }
        Fact::WrongRole { .. } => format!(
            "bila orang ini memang ditunjuk pada hari itu, catat perannya di daftar pegawai dengan masa berlakunya, {AGAIN}"
        ),
        Fact::ApplicantDidTeamStep { .. } => {
            format!(
                "cocokkan pelaksananya dengan lembar kendali; bila salah ketik, betulkan, {AGAIN}"
            )
        }
        Fact::NotOnStaffList { .. } => {
            format!(
                "betulkan ejaan nama atau NIP, atau tambahkan orang ini ke daftar pegawai, {AGAIN}"
            )
        }
        Fact::NotInitialled => {
            format!("mintakan paraf pada lembar kendali dan catat, {AGAIN}")
        }
        Fact::SignedInOneGo { .. } => {
            format!("cocokkan waktunya dengan lembar kendali; bila keliru, betulkan, {AGAIN}")
        }
        Fact::RestsOnEstimate { .. } => format!(
            "sesudah ada penetapan, tulis hari itu di kalender.toml sebagai [[libur]] atau [[ramadan]] yang pasti, {AGAIN}"
        ),
        Fact::SignedWhileAway { .. } => format!(
            "cocokkan dengan lembar kendali dan surat cuti atau surat tugasnya; betulkan yang keliru, {AGAIN}"
        ),
        Fact::LetterIncomplete { number, date } => {
            format!("isi {} menurut surat permohonan, {AGAIN}", letter_lacks(*number, *date))
        }
        Fact::MinutesNotAttached { folder, of } if !of.is_empty() => format!(
            "simpan hasil pindainya dengan nama yang memuat nama penerimanya, misalnya \"{folder} berita acara {}.pdf\", di folder bukti-dukung, lalu jalankan lagi: tertib periksa",
            of.first().map(|name| comparable_name(name)).unwrap_or_default()
        ),
        Fact::MinutesNotAttached { folder, .. } => format!(
            "simpan hasil pindainya dengan nama \"{folder} berita acara.pdf\" di folder bukti-dukung, lalu jalankan lagi: tertib periksa"
        ),
    }
}

/// What the record of the letter lacks.
pub(super) fn letter_lacks(number: bool, date: bool) -> &'static str {
    match (number, date) {
        (true, true) => "nomor dan tanggal surat",
        (true, false) => "nomor surat",
        (false, _) => "tanggal surat",
    }
}

/// A number as it is typed on a command line.
fn quoted(number: &str) -> String {
    if number.contains(char::is_whitespace) { format!("\"{number}\"") } else { number.to_owned() }
}
