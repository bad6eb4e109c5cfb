//! The blank entry workbook: the sheets *permohonan*, *kendali* and *pegawai*, and the two
//! that an office may keep beside them, with the columns that the program knows.
//!
//! A date with its hours stands in one column (*tanggal_diterima*, *mulai*, *selesai*); the
//! columns that part them (*jam_diterima*, *tanggal*, *jam_mulai*, *jam_selesai* and the
//! like) are read but not offered, for two ways to write one moment are two ways to
//! contradict oneself.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::calendar::wording::with_capital;
use crate::desk::Refusal;
use crate::office::Zone;
use crate::press::{Entry, EntryColumn, EntrySheet, write_entry_workbook};
use crate::records::{
    AttendeeField as A, ItemField as I, RequestField as P, RequestKind, SignOffField as K,
    StaffField as S,
};
use crate::sop::{Definition, REQUEST_KINDS, Versions};

/// Where it stands in a new office.
pub(super) const NAME: &str = "data/Lembar Kerja.xlsx";

/// The workbook for the procedures of an office on a day, the same bytes on each run.
pub(super) fn bytes(versions: &Versions, day: NaiveDate) -> Result<Vec<u8>, Refusal> {
    let told = |problem: crate::press::PressProblem| vec![problem.diagnostic("templat")];
    let procedures = versions.procedures().into_iter();
    let sops: Vec<&Definition> =
        procedures.map(|one| versions.get(versions.in_force_of(one, day))).collect();
    write_entry_workbook(&sheets(&sops), made()).map_err(told)
}

/// A fixed moment: a blank form has no date of its own.
fn made() -> DateTime<FixedOffset> {
    let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    day.and_time(chrono::NaiveTime::MIN).and_utc().with_timezone(&Zone::default().offset())
}

/// Which procedure it is, is asked only where there are several.
fn sheets(sop: &[&Definition]) -> [EntrySheet; 5] {
    let several = sop.len() > 1;
    let asked = |field: &&P| match field {
        P::JamDiterima | P::JamDiterimaTim | P::JamBatal => false,
        P::Sop => several,
        _ => true,
    };
    let requests = P::ALL.iter().filter(asked).map(|field| {
        let (entry, about) = (request_entry(*field, sop), about_request(*field, sop));
        column(field.key(), field.required(), entry, about)
    });
    let offered = |field: &&K| match field {
        K::Tanggal | K::JamMulai | K::JamSelesai => false,
        K::Sop => several,
        _ => true,
    };
    let sign_offs = K::ALL.iter().filter(offered).map(|field| {
        column(
            field.key(),
            field.required(),
            sign_off_entry(*field, sop),
            about_sign_off(*field, sop),
        )
    });
    let staff = S::ALL.iter().map(|field| {
        column(field.key(), field.required(), staff_entry(*field, sop), about_staff(*field, sop))
    });
    let attendees = A::ALL.iter().map(|field| {
        column(field.key(), field.required(), attendee_entry(*field), about_attendee(*field))
    });
    let items = I::ALL.iter().map(|field| {
        column(item_head(*field), field.required(), item_entry(*field), about_item(*field))
    });
    let sheet =
        |title: &str, columns: Vec<EntryColumn>| EntrySheet { title: title.to_owned(), columns };
    [
        sheet("permohonan", requests.collect()),
        sheet("kendali", sign_offs.collect()),
        sheet("pegawai", staff.collect()),
        sheet("peserta", attendees.collect()),
        sheet("butir verifikasi", items.collect()),
    ]
}

fn column(key: &str, required: bool, entry: Entry, about: String) -> EntryColumn {
    let wanted = if required { "Wajib diisi. " } else { "" };
    EntryColumn { head: head(key), note: format!("{wanted}{about}"), required, entry }
}

/// A column's name as people write it: `nip_pemohon` is "NIP pemohon".
fn head(key: &str) -> String {
    let words = key.split('_').enumerate().map(|(at, word)| match (word, at) {
        ("nip" | "id" | "sop", _) => word.to_uppercase(),
        (_, 0) => {
            let mut letters = word.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            first + letters.as_str()
        }
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn choice(items: impl Iterator<Item = impl ToString>) -> Entry {
    Entry::Choice(items.map(|item| item.to_string()).collect())
}

fn request_entry(field: P, sop: &[&Definition]) -> Entry {
    match field {
        P::Sop => choice(sop.iter().map(|sop| &sop.number)),
        P::TanggalSurat | P::BerlakuSampai => Entry::Date,
        P::TanggalDiterima | P::DiterimaTim | P::TanggalBatal => Entry::DateTime,
        P::Jenis => choice(RequestKind::ALL.iter().map(|kind| kind.name())),
        _ => Entry::Text,
    }
}

fn sign_off_entry(field: K, sop: &[&Definition]) -> Entry {
    match field {
        K::Sop => choice(sop.iter().map(|sop| &sop.number)),
        K::Mulai | K::Selesai | K::Dijadwalkan => Entry::DateTime,
        K::Langkah => {
            let numbers = sop.iter().flat_map(|sop| &sop.steps).map(|step| step.no);
            choice(numbers.collect::<BTreeSet<u32>>().into_iter())
        }
        K::Hasil => choice(["Y", "T"].iter()),
        _ => Entry::Text,
    }
}

fn staff_entry(field: S, sop: &[&Definition]) -> Entry {
    match field {
        S::BerlakuDari | S::BerlakuSampai => Entry::Date,
        S::Peran => choice(team_roles(sop).into_iter().map(|(id, _)| id)),
        S::Nama | S::Nip | S::Jabatan => Entry::Text,
    }
}

fn team_roles<'a>(sop: &[&'a Definition]) -> Vec<(&'a str, &'a str)> {
    let mut roles: Vec<(&str, &str)> = Vec::new();
    for role in sop.iter().flat_map(|sop| &sop.roles).filter(|role| !role.applicant) {
        if !roles.iter().any(|(id, _)| *id == role.id) {
            roles.push((&role.id, &role.name));
        }
    }
    roles
}

/// Which kinds of request the office's procedures leave out.
fn left_out(sop: &[&Definition]) -> String {
    let outside =
        REQUEST_KINDS.into_iter().filter(|kind| !sop.iter().any(|sop| sop.applies_to(kind)));
    let outside = outside.collect::<Vec<_>>().join(" dan ");
    if outside.is_empty() {
        return String::new();
    }
    let which = if sop.len() > 1 { "SOP kantor ini" } else { "SOP ini" };
    format!(" {} dihitung di luar {which}.", with_capital(&outside))
}

const NIP: &str = "18 angka. Kolom ini berformat teks: jangan diubah menjadi angka, sebab Excel menghilangkan angka terakhirnya.";
const MOMENT: &str = "Tanggal dan jam, misalnya 24/06/2024 09.15. Tanggal saja juga boleh.";

fn about_request(field: P, sop: &[&Definition]) -> String {
    let text = match field {
        P::NomorPermohonan => {
            "Nomor yang sama pada beberapa baris adalah satu permohonan; satu baris untuk setiap akses yang diminta."
        }
        P::Putaran => "Kosong berarti 1. Isi 2 bila permohonan yang dikembalikan diajukan lagi.",
        P::Sop => "Nomor atau nama SOP yang dipakai. Kosong berarti menurut jenisnya.",
        P::NomorAgenda => "Nomor agenda surat masuk.",
        P::NomorSurat => "Nomor surat permohonan.",
        P::TanggalSurat => "Tanggal surat permohonan, misalnya 24/06/2024.",
        P::TanggalDiterima => "Kapan surat diterima kantor. Tanggal dan jam, atau tanggal saja.",
        P::DiterimaTim => "Kapan permohonan sampai di tim. Tanggal dan jam, atau tanggal saja.",
        P::Saluran => "Lewat apa permohonan masuk, misalnya SRIKANDI atau surel.",
        P::Hal => "Hal surat.",
        P::Sifat => "Sifat surat, misalnya Biasa.",
        P::Derajat => "Derajat kecepatan, misalnya Segera.",
        P::NamaPemohon => "Nama lengkap pemohon.",
        P::NipPemohon | P::NipPenerima => NIP,
        P::Jabatan => "Jabatan pemohon.",
        P::UnitKerja => "Unit kerja pemohon.",
        P::Email => "Alamat surel pemohon.",
        P::Telepon => "Nomor telepon pemohon.",
        P::Aplikasi => "Aplikasi yang diminta aksesnya.",
        P::Peran => "Hak akses (peran) yang diminta di aplikasi itu.",
        P::Jenis => return format!("Kosong berarti baru.{}", left_out(sop)),
        P::Keperluan => "Untuk apa akses itu diperlukan.",
        P::BerlakuSampai => "Sampai kapan akses berlaku, bila dibatasi.",
        P::IdAkun => {
            "Nama akun yang dibuat. Jangan menulis kata sandi di mana pun dalam buku kerja ini."
        }
        P::NamaPenerima => "Siapa yang mendapat akses, bila bukan pemohon sendiri.",
        P::JabatanPenerima => "Jabatan penerima akses.",
        P::UnitPenerima => "Unit kerja penerima akses.",
        P::HasilVerifikasi => "Apa yang diberikan untuk akses pada baris ini.",
        P::Alasan => "Alasan untuk akses pada baris ini.",
        P::TanggalBatal => "Kapan permohonan dibatalkan. Tanggal dan jam, atau tanggal saja.",
        P::AlasanBatal => "Mengapa permohonan dibatalkan.",
        P::Keterangan => "Catatan lain.",
        P::JamDiterima => "Jam surat diterima kantor.",
        P::JamDiterimaTim => "Jam permohonan sampai di tim.",
        P::JamBatal => "Jam permohonan dibatalkan.",
    };
    text.to_owned()
}

fn about_sign_off(field: K, sop: &[&Definition]) -> String {
    let text = match field {
        K::NomorPermohonan => {
            "Nomor seperti di lembar permohonan; satu baris untuk setiap langkah yang dikerjakan."
        }
        K::Langkah => {
            let steps = |sop: &&Definition| {
                let each =
                    sop.steps.iter().map(|step| format!("{} {}", step.no, step.short_name()));
                each.collect::<Vec<_>>().join("; ")
            };
            if let [only] = sop {
                return format!("Nomor langkah SOP: {}.", steps(only));
            }
            let each = sop.iter().map(|sop| format!("{}: {}.", sop.number, steps(sop)));
            return format!("Nomor langkah SOP. {}", each.collect::<Vec<_>>().join(" "));
        }
        K::Sop => "Nomor atau nama SOP, bila lembar permohonan tidak menyebutnya.",
        K::Pelaksana => "Nama yang mengerjakan langkah ini.",
        K::NipPelaksana => NIP,
        K::Mulai => return format!("Kapan langkah mulai dikerjakan. {MOMENT}"),
        K::Selesai => {
            return format!("Kapan langkah selesai. {MOMENT} Kosong bila masih dikerjakan.");
        }
        K::Hasil => "Untuk langkah yang memutuskan: Y (ya) atau T (tidak).",
        K::Alasan => "Alasan bila hasilnya T.",
        K::Paraf => "Centang, inisial, TTE, atau SRIKANDI. Kosong berarti belum diparaf.",
        K::Bukti => "Nama berkas bukti, bila ada.",
        K::Aplikasi => "Aplikasi, bila langkah ini dikerjakan terpisah untuk setiap aplikasi.",
        K::Penerima => "Penerima akses, bila langkah ini dikerjakan terpisah untuk setiap orang.",
        K::DitugaskanKepada => "Siapa yang ditugaskan (lembar disposisi).",
        K::Instruksi => "Isi disposisi.",
        K::Tempat => "Tempat atau media kegiatan.",
        K::Kendala => "Kendala yang ditemui.",
        K::TindakLanjut => "Tindak lanjut atas kendala.",
        K::Dijadwalkan => return format!("Kapan langkah ini direncanakan. {MOMENT}"),
        K::NomorNaskah => {
            "Nomor naskah langkah ini, bila diberikan di tempat lain (agenda, SRIKANDI)."
        }
        K::Keterangan => "Catatan lain.",
        K::Tanggal => "Tanggal langkah dikerjakan.",
        K::JamMulai => "Jam mulai.",
        K::JamSelesai => "Jam selesai.",
    };
    text.to_owned()
}

fn about_staff(field: S, sop: &[&Definition]) -> String {
    let text = match field {
        S::Nama => "Nama lengkap dan gelar. Menambah daftar pegawai di tertib.toml.",
        S::Nip => NIP,
        S::Jabatan => "Nama jabatan.",
        S::Peran => {
            let roles = team_roles(sop).into_iter().map(|(id, name)| format!("{id} = {name}"));
            return format!("Peran dalam SOP: {}.", roles.collect::<Vec<_>>().join("; "));
        }
        S::BerlakuDari => "Mulai kapan peran itu dipegang; kosong berarti sejak semula.",
        S::BerlakuSampai => "Sampai kapan peran itu dipegang; kosong berarti sampai sekarang.",
    };
    text.to_owned()
}

fn attendee_entry(field: A) -> Entry {
    match field {
        A::Tanggal => Entry::Date,
        A::Hadir => choice(["Hadir", "Tidak hadir"].iter()),
        A::NomorPermohonan | A::Nama | A::Nip | A::Unit => Entry::Text,
    }
}

fn about_attendee(field: A) -> String {
    let text = match field {
        A::NomorPermohonan => {
            "Nomor seperti di lembar permohonan; satu baris untuk setiap peserta tutorial. Lembar ini boleh dikosongkan."
        }
        A::Nama => "Nama lengkap peserta.",
        A::Nip => NIP,
        A::Unit => "Unit kerja peserta.",
        A::Tanggal => "Tanggal kegiatan yang diikuti, misalnya 24/06/2024.",
        A::Hadir => "Hadir atau tidak. Kosong berarti belum diketahui.",
    };
    text.to_owned()
}

/// "Ada/tidak" says better than "Ada" what is to be written below it.
fn item_head(field: I) -> &'static str {
    match field {
        I::Ada => "ada/tidak",
        other => other.key(),
    }
}

fn item_entry(field: I) -> Entry {
    match field {
        I::Ada => choice(["Ada", "Tidak"].iter()),
        I::NomorPermohonan | I::Putaran | I::Butir | I::Keterangan => Entry::Text,
    }
}

fn about_item(field: I) -> String {
    let text = match field {
        I::NomorPermohonan => {
            "Nomor seperti di lembar permohonan; satu baris untuk setiap butir yang diperiksa. Lembar ini boleh dikosongkan; tanpa isinya lembar verifikasi memuat butir bawaan."
        }
        I::Putaran => "Kosong berarti 1.",
        I::Butir => "Apa yang diperiksa, misalnya surat tugas.",
        I::Ada => "Ada atau tidak.",
        I::Keterangan => "Catatan tentang butir ini.",
    };
    text.to_owned()
}
