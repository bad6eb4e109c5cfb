//! Everything that can be wrong in a definition, as facts, and its Indonesian words.

use super::slip::Slip;
use super::{PROVING_COLUMNS, PaperKind, REQUEST_KINDS};
use crate::diagnostic::Diagnostic;

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Text,
    Texts,
    Date,
    YesNo,
    StepNumber,
    Section,
    Sections,
    Braces,
    WayBack,
}

/// One thing that is wrong. `section` is named as users write it; empty is the top of
/// the file. `line` is that of the other place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    Syntax(Slip),
    UnknownKey { key: String, section: &'static str, nearest: Option<String>, known: Vec<String> },
    Missing { key: &'static str, section: &'static str },
    Blank { key: &'static str },
    WrongType { key: &'static str, wanted: Wanted },
    NoSteps,
    BadRoleId { id: String },
    RoleTwice { name: String, line: usize },
    TwoApplicants { line: usize },
    UnknownRole { written: String, nearest: Option<String>, known: Vec<String> },
    ItemTwice { key: &'static str, item: String },
    StepTwice { no: u32, line: usize },
    UnreadableTarget { written: String },
    TargetNotPositive { written: String },
    UnknownPaper { written: String, nearest: Option<String> },
    PaperOfTwoSteps { kind: PaperKind, other: u32 },
    ReturnWithoutDecision,
    WayBackForward { to: u32, own: u32 },
    WayBackToItself { own: u32 },
    WayBackToNowhere { to: u32, known: Vec<u32> },
    UnknownColumn { written: String, nearest: Option<String> },
    TwoMarked { key: &'static str, other: u32 },
    NameIsANumber { name: String },
    NameOfAnotherStep { name: String, other: u32 },
    UnknownKind { written: String, nearest: Option<String> },
    UnknownGuess { written: String, nearest: Option<String>, known: Vec<String> },
    NoteOnNoStep { no: u32, known: Vec<u32> },
}

const CONSEQUENCE: &str = "definisi SOP ini belum dapat dipakai, maka permohonan belum diperiksa; \
     tidak ada berkas yang diubah.";

impl Fault {
    pub(super) fn diagnostic(&self) -> Diagnostic {
        Diagnostic::error(self.message()).consequence(CONSEQUENCE).advice(self.advice())
    }

    fn message(&self) -> String {
        match self {
            Fault::Syntax(slip) => slip.message().to_owned(),
            Fault::UnknownKey { key, section: "", .. } => {
                format!("bagian \"{key}\" tidak dikenal")
            }
            Fault::UnknownKey { key, section, .. } => {
                format!("kunci \"{key}\" tidak dikenal dalam {section}")
            }
            Fault::Missing { key: "peran", .. } => {
                "berkas ini belum berisi bagian [[peran]]".to_owned()
            }
            Fault::Missing { key, section: "" } => {
                format!("berkas ini belum berisi bagian [{key}]")
            }
            Fault::Missing { key: "waktu", .. } => {
                "langkah ini belum mempunyai batas waktu (\"waktu\")".to_owned()
            }
            Fault::Missing { key, section } => format!("{section} ini belum berisi \"{key}\""),
            Fault::Blank { key } => format!("\"{key}\" belum diisi"),
            Fault::WrongType { key, wanted } => format!("isi \"{key}\" harus {}", wanted.name()),
            Fault::NoSteps => "SOP ini belum mempunyai langkah".to_owned(),
            Fault::BadRoleId { id } => {
                format!("id peran \"{id}\" memuat tanda yang tidak dapat dipakai")
            }
            Fault::RoleTwice { name, line } => {
                format!("peran \"{name}\" sudah ada di baris {line}")
            }
            Fault::TwoApplicants { line } => {
                format!("peran pemohon sudah ditandai di baris {line}")
            }
            Fault::UnknownRole { written, .. } => {
                format!("peran \"{written}\" tidak ada dalam SOP ini")
            }
            Fault::ItemTwice { key, item } => {
                format!("\"{item}\" tertulis dua kali dalam \"{key}\"")
            }
            Fault::StepTwice { no, line } => {
                format!("langkah nomor {no} sudah ada di baris {line}")
            }
            Fault::UnreadableTarget { written } => {
                format!("batas waktu \"{written}\" tidak dapat dibaca")
            }
            Fault::TargetNotPositive { written } => {
                format!("batas waktu \"{written}\" harus lebih dari nol")
            }
            Fault::UnknownPaper { written, .. } => {
                format!("jenis naskah \"{written}\" tidak dikenal")
            }
            Fault::PaperOfTwoSteps { kind, other } => {
                format!("naskah \"{kind}\" sudah menjadi naskah langkah {other}")
            }
            Fault::ReturnWithoutDecision => {
                "naskah \"pengembalian\" ada pada langkah yang tidak memutuskan".to_owned()
            }
            Fault::WayBackForward { to, own } => {
                format!("bila_tidak pada langkah {own} menuju langkah {to}, yang sesudahnya")
            }
            Fault::WayBackToItself { own } => {
                format!("bila_tidak pada langkah {own} menuju langkah itu sendiri")
            }
            Fault::WayBackToNowhere { to, .. } => {
                format!("bila_tidak menuju langkah {to}, yang tidak ada dalam SOP ini")
            }
            Fault::UnknownColumn { written, .. } => {
                format!("kolom \"{written}\" tidak dapat membuktikan langkah")
            }
            Fault::TwoMarked { key, other } => {
                format!("\"{key}\" sudah ditandai pada langkah {other}")
            }
            Fault::NameIsANumber { name } => {
                format!("sebutan \"{name}\" tidak dapat dibedakan dari nomor langkah")
            }
            Fault::NameOfAnotherStep { name, other } => {
                format!("sebutan \"{name}\" sudah menjadi nama langkah {other}")
            }
            Fault::UnknownKind { written, .. } => {
                format!("jenis permohonan \"{written}\" tidak dikenal")
            }
            Fault::UnknownGuess { written, .. } => {
                format!("\"{written}\" bukan kunci yang dapat ditandai sebagai dugaan")
            }
            Fault::NoteOnNoStep { no, .. } => {
                format!("keraguan ini menyebut langkah {no}, yang tidak ada dalam SOP ini")
            }
        }
    }

    fn advice(&self) -> String {
        match self {
            Fault::Syntax(slip) => slip.advice().to_owned(),
            Fault::UnknownKey { nearest, known, .. } => meant(nearest.as_deref(), known),
            Fault::Missing { key: "peran", .. } => {
                "tulis satu [[peran]] untuk tiap kolom Pelaksana".to_owned()
            }
            Fault::Missing { key, section: "" } => {
                format!("tambahkan [{key}] pada baris sendiri, isinya di baris-baris di bawahnya")
            }
            Fault::Missing { key: "waktu", .. } | Fault::Blank { key: "waktu" } => {
                "tulis seperti dalam SOP, misalnya waktu = \"15 menit\"".to_owned()
            }
            Fault::Missing { key: "no", .. } => {
                "tulis nomor langkahnya, misalnya no = 3".to_owned()
            }
            Fault::Missing { key: "pelaksana", .. } | Fault::Blank { key: "pelaksana" } => {
                "tulis id peran yang mengerjakannya, misalnya pelaksana = [\"ketua_tim\"]"
                    .to_owned()
            }
            Fault::Missing { key: "bila_tidak", .. } => Wanted::WayBack.example("bila_tidak"),
            Fault::Missing { key, .. } | Fault::Blank { key } => {
                format!("tulis {key} = \"…\" seperti tercetak dalam SOP")
            }
            Fault::WrongType { key, wanted } => wanted.example(key),
            Fault::NoSteps => "tulis satu [[langkah]] untuk tiap baris tabel SOP".to_owned(),
            Fault::BadRoleId { .. } => {
                "pakai huruf kecil, angka, dan garis bawah, misalnya ketua_tim".to_owned()
            }
            Fault::RoleTwice { .. } => {
                "hapus salah satu, atau beri nama dan id yang berbeda".to_owned()
            }
            Fault::TwoApplicants { .. } => {
                "tandai satu peran saja dengan pemohon = true".to_owned()
            }
            Fault::UnknownRole { nearest, known, .. }
            | Fault::UnknownGuess { nearest, known, .. } => meant(nearest.as_deref(), known),
            Fault::ItemTwice { .. } => "hapus salah satu".to_owned(),
            Fault::StepTwice { .. } => "periksa nomornya menurut tabel SOP".to_owned(),
            Fault::UnreadableTarget { .. } | Fault::TargetNotPositive { .. } => {
                "tulis angka dan satuannya, misalnya \"15 menit\", \"3 jam\", atau \"1 hari kerja\""
                    .to_owned()
            }
            Fault::UnknownPaper { nearest, .. } => {
                meant(nearest.as_deref(), &PaperKind::ALL.map(|kind| kind.stem().to_owned()))
            }
            Fault::PaperOfTwoSteps { .. } => {
                "satu jenis naskah dibuat pada satu langkah; hapus dari salah satunya".to_owned()
            }
            Fault::ReturnWithoutDecision => {
                "pindahkan ke langkah yang memutuskan, atau tulis keputusan = { bila_tidak = … }"
                    .to_owned()
            }
            Fault::WayBackForward { .. } | Fault::WayBackToItself { .. } => {
                "tulis nomor langkah sebelumnya, atau bila_tidak = \"selesai\"".to_owned()
            }
            Fault::WayBackToNowhere { known, .. } => {
                format!("langkah yang ada: {}; atau bila_tidak = \"selesai\"", numbers(known))
            }
            Fault::UnknownColumn { nearest, .. } => {
                meant(nearest.as_deref(), &PROVING_COLUMNS.map(str::to_owned))
            }
            Fault::TwoMarked { key, .. } => format!("tandai satu langkah saja dengan {key} = true"),
            Fault::NameIsANumber { .. } => {
                "hapus sebutan ini; nomor langkah dikenal tanpa sebutan".to_owned()
            }
            Fault::NameOfAnotherStep { .. } => {
                "hapus dari salah satu langkah, supaya sebutan itu berarti satu langkah".to_owned()
            }
            Fault::UnknownKind { nearest, .. } => {
                meant(nearest.as_deref(), &REQUEST_KINDS.map(str::to_owned))
            }
            Fault::NoteOnNoStep { known, .. } => {
                format!("langkah yang ada: {}; atau hapus baris \"langkah\"", numbers(known))
            }
        }
    }
}

/// "mungkin maksudnya …" where one is near, and what is known.
fn meant(nearest: Option<&str>, known: &[String]) -> String {
    let known = format!("yang dikenal: {}", known.join(", "));
    nearest.map_or(known.clone(), |near| format!("mungkin maksudnya \"{near}\"; {known}"))
}

fn numbers(known: &[u32]) -> String {
    known.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

impl Wanted {
    fn name(self) -> &'static str {
        match self {
            Wanted::Text => "berupa teks",
            Wanted::Texts => "berupa daftar teks",
            Wanted::Date => "berupa tanggal",
            Wanted::YesNo => "true atau false",
            Wanted::StepNumber => "berupa bilangan bulat dari 1 sampai 999",
            Wanted::Section => "berupa satu bagian",
            Wanted::Sections => "berupa bagian berulang",
            Wanted::Braces => "ditulis di antara { dan }",
            Wanted::WayBack => "berupa nomor langkah atau \"selesai\"",
        }
    }

    fn example(self, key: &str) -> String {
        match self {
            Wanted::Text => format!("tulis {key} = \"…\""),
            Wanted::Texts => format!("tulis {key} = [\"…\", \"…\"]"),
            Wanted::Date => format!(
                "tulis {key} = \"3 Juni 2024\" atau {key} = 2024-06-03; bila tidak ada, {key} = \"\""
            ),
            Wanted::YesNo => format!("tulis {key} = true, atau hapus baris ini"),
            Wanted::StepNumber => format!("tulis {key} = 3, tanpa tanda petik"),
            Wanted::Section => {
                format!("tulis [{key}] pada baris sendiri, isinya di baris-baris di bawahnya")
            }
            Wanted::Sections => {
                format!("tulis [[{key}]] dengan dua kurung siku, isinya di baris-baris di bawahnya")
            }
            Wanted::Braces if key == "bagan" => "tulis bagan = { id_peran = \"T\" }".to_owned(),
            Wanted::Braces => "tulis keputusan = { bila_tidak = 1 }".to_owned(),
            Wanted::WayBack => {
                "tulis bila_tidak = 1 (nomor langkah sebelumnya) atau bila_tidak = \"selesai\""
                    .to_owned()
            }
        }
    }
}
