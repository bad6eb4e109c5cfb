//! The Indonesian words for every [`Fact`]: what is wrong in the office's terms, what
//! is and is not affected, and what to do next. No date and no NIP is ever proposed:
//! an official attests them, the program does not invent them.

use super::file_wording::{
    CALCULATE, broken, file, heads_downward, rows_hidden, rows_uncalculated, sheet_hidden,
    sheet_uncalculated, unknown_sheet,
};
use super::heading::{Field, Kind};
use super::names::{head as head_of, is_key, label, quoted, sheet_name};
use super::problem::{About, Fact, Problem};
use crate::calendar::wording;
use crate::diagnostic::Diagnostic;
use crate::records::{ItemField as I, Moment, RequestField as P, SignOffField as K};
use crate::sop::Definition;

/// How every advice on a workbook ends.
pub(super) const AGAIN: &str = "simpan, lalu jalankan lagi: tertib periksa";
pub(super) const OTHER_ROWS: &str = "baris lain tetap diperiksa.";

/// Message, consequence and advice.
pub(super) type Words = (String, String, String);

impl Problem {
    /// What is shown of it. Request, round and step are filled in by who knows them.
    pub fn diagnostic(&self, sop: &Definition) -> Diagnostic {
        let cell = self.cells().first().map_or_else(String::new, |cell| cell.address());
        let told = Told { about: &self.about, sop, cell };
        let (message, consequence, advice) = told.words(&self.fact);
        let mut diagnostic =
            Diagnostic::finding(self.code(), message).consequence(consequence).advice(advice);
        diagnostic.places = self.places();
        diagnostic
    }
}

pub(super) struct Told<'a> {
    about: &'a About,
    sop: &'a Definition,
    /// The address of the first cell.
    pub cell: String,
}

impl Told<'_> {
    fn words(&self, fact: &Fact) -> Words {
        match fact {
            Fact::File(fault) => file(*fault),
            Fact::SheetBroken { last_row, fault } => broken(*last_row, *fault),
            Fact::SheetHidden => sheet_hidden(),
            Fact::RowsHidden { rows } => rows_hidden(rows),
            Fact::RowsUncalculated { rows } => rows_uncalculated(rows),
            Fact::SheetUncalculated { formulas } => sheet_uncalculated(*formulas),
            Fact::ColumnMissing { field } => self.column_missing(*field),
            Fact::Empty { field } => self.empty(*field),
            Fact::Moment { field, text, fault } => self.moment(*field, text, *fault),
            Fact::NipAsNumber { field } => self.nip_as_number(*field),
            Fact::NipMalformed { field, fault, .. } => (
                match fault {
                    Some(fault) => format!("{} ini tidak wajar: {fault}", label(*field)),
                    None => format!("{} ini tidak wajar: bukan 18 angka", label(*field)),
                },
                "NIP dipakai seperti tertulis; orangnya mungkin tidak dikenali.".to_owned(),
                format!("cocokkan sel {} dengan data kepegawaian; bila keliru, perbaiki, {AGAIN}", self.cell),
            ),
            Fact::NoSuchStep { text, nearest } => self.no_such_step(text, nearest),
            Fact::NoSuchProcedure { text, nearest } => self.no_such_procedure(text, nearest),
            Fact::ColumnsDisagree { field, first, second } => (
                format!("dua kolom {} pada baris ini berbeda isi: \"{first}\" dan \"{second}\"", label(*field)),
                format!("dipakai isi kolom pertama, \"{first}\"; {} belum dapat dinyatakan sesuai SOP.", self.subject()),
                format!("samakan kedua sel, atau kosongkan yang tidak berlaku, {AGAIN}"),
            ),
            Fact::HourDiffers { date, hour, first, second } => (
                format!("{} dan {} pada baris ini berbeda: \"{first}\" dan \"{second}\"", label(*date), label(*hour)),
                format!("dipakai \"{first}\"; {} belum dapat dinyatakan sesuai SOP.", self.subject()),
                format!("samakan kedua sel, atau tulis jamnya di satu sel saja, {AGAIN}"),
            ),
            Fact::EndBeforeStart { started, ended } => (
                format!("waktu selesai mendahului waktu mulai: mulai {}, selesai {}", told_moment(*started), told_moment(*ended)),
                format!("{} belum dapat dinilai ketepatan waktunya; {OTHER_ROWS}", self.subject()),
                format!("periksa waktu mulai dan selesai menurut lembar kendali, perbaiki yang keliru, {AGAIN}"),
            ),
            Fact::FormulaError { head, error } => (
                format!("sel ini berisi kesalahan rumus {error}"),
                format!("isi kolom \"{head}\" pada baris ini tidak dapat dipakai; {OTHER_ROWS}"),
                format!("perbaiki rumus di sel {}, atau tulis nilainya langsung, {AGAIN}", self.cell),
            ),
            Fact::Uncalculated { head, .. } => (
                "sel ini berisi rumus yang belum dihitung: nilainya tidak tersimpan di berkas".to_owned(),
                format!("isi kolom \"{head}\" pada baris ini tidak diketahui; {OTHER_ROWS}"),
                format!("{CALCULATE} (atau tulis nilainya langsung di sel {}), lalu jalankan lagi: tertib periksa", self.cell),
            ),
            Fact::UnknownSheet { nearest, tie } => unknown_sheet(nearest.as_ref(), *tie),
            Fact::HeadsDownward { kind } => heads_downward(*kind),
            Fact::UnknownColumn { head, kind, nearest } => self.unknown_column(head, *kind, *nearest),
            Fact::HeadlessColumn { kind } => (
                format!("kolom ini berisi data, tetapi tidak berkepala, di lembar {}", sheet_name(*kind)),
                "isi kolom ini tidak dibaca; kolom lain tetap diperiksa.".to_owned(),
                format!("bila isinya diperlukan, beri kolom ini kepala yang dikenal, {AGAIN}"),
            ),
            Fact::ColumnOfNoStep { head } => (
                format!("kolom \"{head}\" tidak menyebut langkahnya"),
                "isi kolom ini tidak dibaca; kelompok langkah tetap diperiksa.".to_owned(),
                format!("tulis langkahnya di kepala kolom, misalnya \"Langkah 3 {head}\", {AGAIN}"),
            ),
            Fact::NumberByContent { head } => (
                format!("kolom \"{head}\" dibaca sebagai nomor permohonan: isinya bukan nomor urut"),
                "baris-barisnya dikenali dengan nomor itu.".to_owned(),
                format!("ganti kepalanya menjadi \"Nomor permohonan\"; bila maksudnya lain, beri nomor permohonan kolom sendiri, {AGAIN}"),
            ),
            Fact::HourBySeat { head, field, date } => (
                format!("kolom \"{head}\" dibaca sebagai {}: isinya jam dan kolom di kirinya \"{date}\"", label(*field)),
                "tanggal dan jam kedua kolom itu dibaca sebagai satu waktu.".to_owned(),
                format!("ganti kepalanya menjadi \"{}\"; bila maksudnya lain, beri kepala yang mengatakannya, {AGAIN}", head_of(*field)),
            ),
            Fact::HourOfNoDate { head, date } => (
                format!("kolom \"{head}\" berisi jam, tetapi kolom {} tidak ada di lembar ini", label(*date)),
                "isi kolom ini tidak dibaca; kolom lain tetap diperiksa.".to_owned(),
                format!("beri kolom tanggalnya kepala \"{}\", {AGAIN}", head_of(*date)),
            ),
            Fact::ColumnsOfRequests { heads } => {
                let heads: Vec<String> = heads.iter().map(ToString::to_string).collect();
                (
                    format!("kolom {} milik lembar permohonan, bukan lembar kendali", quoted(&heads, "dan")),
                    "isi kolom itu dibaca dari lembar permohonan saja; lembar ini tetap diperiksa.".to_owned(),
                    format!("bila lembar permohonannya belum ada, buat di buku kerja yang sama atau lain, {AGAIN}"),
                )
            }
            Fact::RowBelowTable { kind } => (
                format!("baris ini berada di bawah tabel {} dan isinya terlalu sedikit untuk sebuah catatan", sheet_name(*kind)),
                "baris ini tidak dibaca; baris lain tetap diperiksa.".to_owned(),
                format!("bila baris ini catatan, lengkapi dan pindahkan tepat di bawah baris terakhir tabel, {AGAIN}"),
            ),
            Fact::SecondColumn { head, field, first } => (
                format!("kolom \"{head}\" berarti sama dengan kolom \"{first}\", yaitu {}", label(*field)),
                format!("dipakai isi kolom \"{first}\"; kolom ini dipakai bila sel di sana kosong."),
                format!("bila maksudnya lain, ganti kepala kolom di sel {}, {AGAIN}", self.cell),
            ),
            Fact::NotUnderstood { field, text, known } => self.not_understood(*field, text, known),
            Fact::TwoReadings { read, exchanged, text } => (
                format!("tanggal \"{text}\" dapat dibaca dengan dua cara: {} atau {}", wording::date(*read), wording::date(*exchanged)),
                format!("dibaca {}: tanggal ditulis sebelum bulan.", wording::date(*read)),
                format!("bila bukan itu maksudnya, tulis nama bulannya dengan huruf di sel {}, {AGAIN}", self.cell),
            ),
            Fact::WeekdayDiffers { date, written } => (
                format!("hari dan tanggal tidak cocok: {}, bukan {}", wording::day_and_date(*date), wording::weekday(*written)),
                format!("dibaca menurut tanggalnya, {}.", wording::date(*date)),
                format!("pastikan mana yang benar menurut lembar kendali, perbaiki sel {}, {AGAIN}", self.cell),
            ),
            Fact::ClockAsNumber { read, text } => (
                format!("jam tersimpan sebagai angka {}, dibaca pukul {}", text.replace('.', ","), wording::time(*read)),
                "Excel mengubah ketikan seperti 9.10 menjadi angka; jamnya dibaca seperti tertulis di atas.".to_owned(),
                format!("bila bukan itu maksudnya, tulis jam di sel {} dengan titik dua (jam:menit), {AGAIN}", self.cell),
            ),
            Fact::SecretColumn { head } => (
                format!("kolom \"{head}\" tampak berisi kata sandi atau OTP"),
                "kolom ini tidak dibaca dan isinya tidak disalin ke mana pun.".to_owned(),
                format!("hapus kolom itu, sebab kata sandi tidak boleh dicatat di buku kerja, {AGAIN}"),
            ),
        }
    }

    /// "langkah 3 (Melakukan verifikasi permohonan) pada P-2024-017"
    pub(super) fn subject(&self) -> String {
        let number = self.about.number.as_deref();
        match (self.about.kind, number, self.about.step) {
            (Some(Kind::Staff), Some(name), _) => format!("pegawai {name}"),
            (_, Some(number), Some(no)) => {
                let name = self.sop.step(no).map(|step| format!(" ({})", step.activity));
                format!("langkah {no}{} pada {number}", name.unwrap_or_default())
            }
            (_, Some(number), None) => format!("permohonan {number}"),
            (_, None, _) => "baris ini".to_owned(),
        }
    }

    /// Where the true value is attested.
    pub(super) fn evidence(&self) -> &'static str {
        match self.about.kind {
            Some(Kind::Requests) => "surat permohonan",
            Some(Kind::Staff) => "data kepegawaian",
            Some(Kind::Attendees) => "daftar hadir",
            Some(Kind::Items) => "catatan verifikasi",
            Some(Kind::SignOffs) | None => "lembar kendali",
        }
    }

    fn column_missing(&self, field: Field) -> Words {
        let kind = self.about.kind.unwrap_or(Kind::Requests);
        let is_key = is_key(field);
        let what = label(field);
        let consequence = if is_key {
            "tanpa kolom itu baris-baris lembar ini tidak dapat dibaca; lembar lain tetap diperiksa.".to_owned()
        } else {
            format!(
                "baris-baris lembar ini dibaca tanpa {what} dan belum dapat dinyatakan sesuai SOP."
            )
        };
        let advice = format!(
            "beri kolom yang memuatnya kepala \"{}\"; bila belum ada, tambahkan kolom itu dan isilah",
            head_of(field)
        );
        let advice = if is_key && kind != Kind::Staff {
            format!(
                "{advice}, simpan, lalu jalankan lagi: tertib periksa; bila kantor tidak memakai \
                 nomor permohonan, sebutkan kolom penggantinya di tertib.toml: [peta] kunci = \
                 [\"nomor_surat\", \"nip_pemohon\"]"
            )
        } else {
            format!("{advice}, {AGAIN}")
        };
        (
            format!("lembar {} ini tidak memiliki kolom wajib: {what}", sheet_name(kind)),
            consequence,
            advice,
        )
    }

    fn empty(&self, field: Field) -> Words {
        let what = label(field);
        let consequence = match field {
            field if is_key(field) => {
                format!(
                    "baris ini tidak dapat dihubungkan dengan {} mana pun; {OTHER_ROWS}",
                    if self.about.kind == Some(Kind::Staff) { "pegawai" } else { "permohonan" }
                )
            }
            Field::SignOff(K::Selesai) => {
                format!(
                    "{} dihitung sudah ditandatangani, tetapi waktunya belum dapat dinilai; {OTHER_ROWS}",
                    self.subject()
                )
            }
            Field::SignOff(K::Langkah) => {
                format!(
                    "baris ini pada {} tidak dihitung untuk langkah mana pun; {OTHER_ROWS}",
                    self.subject()
                )
            }
            Field::Staff(_) => {
                format!("{} belum dapat dipakai sebagai pelaksana; {OTHER_ROWS}", self.subject())
            }
            Field::Attendee(_) | Field::Item(_) => {
                format!("baris ini tidak tercetak pada naskah; {OTHER_ROWS}")
            }
            Field::Request(_) | Field::SignOff(_) => {
                format!("{} belum dapat dinyatakan sesuai SOP; {OTHER_ROWS}", self.subject())
            }
        };
        let advice = match field {
            Field::SignOff(K::Selesai) => format!(
                "tulis di sel {} waktu selesai menurut lembar kendali; bila langkah belum selesai, cukup isi waktu mulai; {AGAIN}",
                self.cell
            ),
            _ => format!("tulis {what} di sel {} menurut {}, {AGAIN}", self.cell, self.evidence()),
        };
        (format!("{what} kosong, padahal wajib diisi"), consequence, advice)
    }

    fn nip_as_number(&self, field: Field) -> Words {
        (
            format!("{} tersimpan sebagai angka: tiga angka terakhirnya hilang", label(field)),
            format!(
                "Excel hanya menyimpan 15 angka, sedangkan NIP 18 angka; NIP ini tidak dipakai untuk {}.",
                self.subject()
            ),
            format!(
                "ubah format sel {} menjadi Teks, ketik ulang NIP menurut data kepegawaian, {AGAIN}",
                self.cell
            ),
        )
    }

    fn no_such_step(&self, text: &str, nearest: &[String]) -> Words {
        let hint = match nearest {
            [] => String::new(),
            names => format!(" (yang mirip: {})", quoted(names, "atau")),
        };
        (
            format!("langkah \"{text}\" tidak ada dalam SOP"),
            format!(
                "baris ini pada {} tidak dihitung untuk langkah mana pun; {OTHER_ROWS}",
                self.subject()
            ),
            format!(
                "tulis di sel {} nomor atau nama langkah menurut SOP{hint} (daftarnya: tertib sop), {AGAIN}",
                self.cell
            ),
        )
    }

    fn no_such_procedure(&self, text: &str, nearest: &[String]) -> Words {
        let hint = match nearest {
            [] => String::new(),
            names => format!(" (yang mirip: {})", quoted(names, "atau")),
        };
        (
            format!("SOP \"{text}\" bukan SOP kantor ini"),
            format!(
                "{} belum dinilai menurut SOP mana pun dan dihitung di luar SOP; {OTHER_ROWS}",
                self.subject()
            ),
            format!(
                "tulis di sel {} nomor atau nama SOP seperti ditunjukkan tertib sop{hint}, atau tambahkan SOP itu di folder sop, {AGAIN}",
                self.cell
            ),
        )
    }

    fn unknown_column(&self, name: &str, kind: Kind, nearest: Option<Field>) -> Words {
        let hint = nearest.map(|field| format!("; mungkin maksudnya \"{}\"", head_of(field)));
        let advice = match nearest {
            Some(field) => format!(
                "bila benar, ganti kepala kolom di sel {} menjadi \"{}\", {AGAIN}",
                self.cell,
                head_of(field)
            ),
            None => "tidak perlu diubah bila kolom ini hanya untuk keperluan kantor".to_owned(),
        };
        (
            format!(
                "kolom \"{name}\" tidak dikenal di lembar {}{}",
                sheet_name(kind),
                hint.unwrap_or_default()
            ),
            "isi kolom ini tidak dibaca; kolom lain tetap diperiksa.".to_owned(),
            advice,
        )
    }

    fn not_understood(&self, field: Field, text: &str, known: &[String]) -> Words {
        let consequence = match field {
            Field::Request(P::Jenis) => {
                format!("{} diperiksa sebagai permohonan baru.", self.subject())
            }
            Field::Request(P::Putaran) => format!("{} dibaca sebagai putaran 1.", self.subject()),
            Field::Staff(_) => {
                format!("{} tidak dihitung berperan apa pun dari baris ini.", self.subject())
            }
            Field::Item(I::Putaran) => "baris ini dibaca sebagai putaran 1.".to_owned(),
            Field::Request(_) | Field::SignOff(_) | Field::Attendee(_) | Field::Item(_) => {
                "isi sel ini tidak dipakai.".to_owned()
            }
        };
        (
            format!("{} \"{text}\" tidak dikenal", label(field)),
            consequence,
            format!(
                "tulis di sel {} salah satu dari: {}, {AGAIN}",
                self.cell,
                quoted(known, "atau")
            ),
        )
    }
}

fn told_moment(moment: Moment) -> String {
    match moment {
        Moment::At(at) => wording::date_time(at),
        Moment::Day(day) => wording::day_and_date(day),
    }
}
