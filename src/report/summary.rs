//! What the head of the centre reads first, and what is proposed at the end.

use super::balance::Balance;
use super::month::MonthReport;
use super::performance::Overall;
use super::recommendation::{self, Recommendation};
use super::section::Section;
use super::table::{Cell, Holds, Table, number, share_in_words};
use crate::calendar::wording;
use crate::diagnostic::Code;

/// The summary (*ringkasan*).
pub fn section(report: &MonthReport) -> Section {
    let mut section = Section::new("Ringkasan").paragraph(flow(report)).paragraph(quality(report));
    section = section.table(key_figures(report));
    let Balance { opening, received, again, finished, returned, refused, cancelled, closing } =
        report.balance;
    section.note(format!(
        "Neraca: sisa awal {} + masuk {} + masuk kembali {} = selesai {} + dikembalikan {} + ditolak {} + dibatalkan {} + sisa akhir {}.",
        number(opening),
        number(received),
        number(again),
        number(finished),
        number(returned),
        number(refused),
        number(cancelled),
        number(closing)
    ))
    .note("Tepat waktu dan sesuai SOP dihitung dari yang dapat dinilai.")
}

fn flow(report: &MonthReport) -> String {
    let balance = report.balance;
    if balance.handled() == 0 {
        return format!(
            "Pada {} tidak ada permohonan yang masuk, dan tidak ada sisa dari bulan sebelumnya.",
            report.month.name()
        );
    }
    format!(
        "Pada {} masuk {} permohonan baru dan {} permohonan masuk kembali; sisa dari bulan sebelumnya {}. Dari semuanya, {} selesai, \
         {} dikembalikan kepada pemohon, {} ditolak, dan {} dibatalkan; {} masih berjalan.",
        report.month.name(),
        number(balance.received),
        number(balance.again),
        number(balance.opening),
        number(balance.finished),
        number(balance.returned),
        number(balance.refused),
        number(balance.cancelled),
        number(balance.closing)
    )
}

fn quality(report: &MonthReport) -> String {
    let Overall { finished, judged, .. } = report.overall;
    if finished == 0 {
        return "Tidak ada permohonan yang selesai pada bulan ini, sehingga tidak ada data ketepatan waktu."
            .to_owned();
    }
    let kept = judged.kept();
    let mut text = if kept.of == 0 {
        "Ketepatan waktu permohonan yang selesai tidak dapat dinilai.".to_owned()
    } else {
        // No sentence begins with a figure (EYD V).
        let unjudged = match judged.unjudged {
            0 => String::new(),
            unjudged => format!("; {} tidak dapat dinilai", number(unjudged)),
        };
        format!("Permohonan yang selesai tepat waktu: {}{unjudged}.", share_in_words(kept))
    };
    let worst = report.steps.iter().filter(|step| step.judged.late > 0);
    // Of equals the first of the SOP.
    if let Some(step) = worst.rev().max_by_key(|step| step.judged.late) {
        text.push_str(&format!(
            " Langkah yang paling sering terlambat: langkah {} ({}), {} kali.",
            step.no,
            step.name,
            number(step.judged.late)
        ));
    }
    text
}

/// This month beside the one before it.
fn key_figures(report: &MonthReport) -> Table {
    let before = report.before.last();
    let this = (&report.balance, &report.overall);
    let columns = [
        ("Uraian".to_owned(), Holds::Text, 34),
        ("Target".to_owned(), Holds::Various, 16),
        (report.month.name(), Holds::Various, 22),
        (report.month.before().name(), Holds::Various, 22),
    ];
    let columns: Vec<_> = columns.iter().map(|(h, holds, w)| (h.as_str(), *holds, *w)).collect();
    let mut table = Table::new("Ringkasan", "Tidak ada data.", &columns);
    let mut line = |label: &str, target: Cell, of: &dyn Fn((&Balance, &Overall)) -> Cell| {
        let earlier = before.map_or(Cell::NoData, |month| of((&month.balance, &month.overall)));
        let cells = vec![Cell::text(label), target, of(this), earlier];
        if label == "Sisa akhir" { table.push_strong(cells) } else { table.push(cells) }
    };
    line("Sisa awal", Cell::None, &|(balance, _)| Cell::Count(balance.opening));
    line("Masuk", Cell::None, &|(balance, _)| Cell::Count(balance.received));
    line("Masuk kembali", Cell::None, &|(balance, _)| Cell::Count(balance.again));
    line("Selesai", Cell::None, &|(balance, _)| Cell::Count(balance.finished));
    line("Dikembalikan", Cell::None, &|(balance, _)| Cell::Count(balance.returned));
    line("Ditolak", Cell::None, &|(balance, _)| Cell::Count(balance.refused));
    line("Dibatalkan", Cell::None, &|(balance, _)| Cell::Count(balance.cancelled));
    line("Sisa akhir", Cell::None, &|(balance, _)| Cell::Count(balance.closing));
    let target = report.target.map_or(Cell::None, Cell::Duration);
    line("Selesai tepat waktu", Cell::None, &|(_, overall)| Cell::Share(overall.judged.kept()));
    line("Selesai sesuai SOP", Cell::None, &|(_, overall)| Cell::Share(overall.kept.kept()));
    line("Waktu kerja per permohonan, median", target.clone(), &|(_, overall)| {
        Cell::measured(overall.durations.map(|all| all.median))
    });
    line("Waktu kerja per permohonan, terlama", target, &|(_, overall)| {
        Cell::measured(overall.durations.map(|all| all.longest))
    });
    table
}

/// What follows from the figures (*rekomendasi*).
pub fn recommendations(report: &MonthReport) -> Section {
    let mut section = Section::new("Rekomendasi");
    section.points = report.recommendations.iter().map(in_words).collect();
    if section.points.is_empty() {
        let none =
            "Tidak ada rekomendasi: angka bulan ini tidak memenuhi satu pun aturan di bawah ini.";
        section = section.paragraph(none);
    }
    section.note(recommendation::rules_in_words())
}

fn in_words(recommendation: &Recommendation) -> String {
    match recommendation {
        Recommendation::StepOftenLate { step, name, late } => format!(
            "Meninjau pelaksanaan langkah {step} ({name}): terlambat {}.",
            share_in_words(*late)
        ),
        Recommendation::RestGrew { opening, closing } => format!(
            "Menambah penyelesaian agar sisa tidak menumpuk: sisa akhir {}, sisa awal {}.",
            number(*closing),
            number(*opening)
        ),
        Recommendation::Overdue { overdue, numbers } => format!(
            "Menindaklanjuti permohonan berjalan yang melewati batas tunggu, {}: {}.",
            share_in_words(*overdue),
            first_of(numbers)
        ),
        Recommendation::OftenReturned { returned } => format!(
            "Menjelaskan lagi kelengkapan surat permohonan kepada unit pemohon: dikembalikan {} permohonan yang ditangani.",
            share_in_words(*returned)
        ),
        Recommendation::OftenUnjudged { unjudged } => format!(
            "Mencatat jam mulai dan jam selesai pada lembar kendali: {} langkah tidak dapat dinilai.",
            share_in_words(*unjudged)
        ),
        Recommendation::Found { code, count } => {
            format!("{}: {} temuan {code}.", remedy(*code), number(*count))
        }
        Recommendation::DataToMend { count } => format!(
            "Memperbaiki data permohonan yang tidak dapat dipakai: {} permohonan.",
            number(*count)
        ),
    }
}

/// Up to five of the numbers, and how many more there are.
fn first_of(numbers: &[String]) -> String {
    let shown: Vec<&str> = numbers.iter().take(5).map(String::as_str).collect();
    let more = numbers.len() - shown.len();
    let list = shown.join(", ");
    if more == 0 { list } else { format!("{list}, dan {} lainnya", number(more)) }
}

fn remedy(code: Code) -> &'static str {
    match code {
        Code::L01 => "Melaksanakan langkah menurut urutan tanpa ada yang terlewat",
        Code::L04 => "Membuka pengajuan baru sebelum meneruskan permohonan yang dikembalikan",
        Code::L05 => "Mencatat keputusan Ya atau Tidak pada langkah yang memutuskan",
        Code::P01 => {
            "Menugaskan langkah kepada pelaksana yang berperan untuknya, atau memutakhirkan daftar pegawai"
        }
        Code::P02 => "Memisahkan pemohon dari pelaksana langkah tim",
        Code::P04 => "Melengkapi paraf pada lembar kendali",
        Code::K01 => "Melengkapi nomor dan tanggal surat permohonan",
        Code::K02 => "Menyimpan pindaian berita acara yang sudah ditandatangani",
        other => other.about(),
    }
}

/// "30 Juni 2024 pukul 23.59 WIB": the moment of which the report speaks.
pub fn position(report: &MonthReport) -> String {
    let day = wording::date(report.as_of.date());
    let time = report.as_of.format("%H.%M");
    format!("{day} pukul {time} {}", report.zone)
}
