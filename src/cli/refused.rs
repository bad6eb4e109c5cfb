//! What was typed wrong, in Indonesian: clap knows what, here are the words.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// `hitung` is the only command with two values that belong together.
const TWO_MOMENTS: &str = "waktu mulai dan waktu selesai (atau +lama) harus ditulis keduanya";

/// What to tell of a command line that could not be read.
pub(super) fn message(error: &Error) -> String {
    let said = |kind| context(error, kind);
    let typed = said(ContextKind::InvalidArg);
    let named = names(&typed);
    let value = said(ContextKind::InvalidValue);
    let mut text = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("perintah \"{}\" tidak dikenal", said(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument if typed.starts_with('-') => {
            format!("pilihan \"{typed}\" tidak dikenal")
        }
        ErrorKind::UnknownArgument => format!("\"{typed}\" tidak diharapkan di sini"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "perintahnya belum ditulis".to_owned()
        }
        ErrorKind::MissingRequiredArgument if named == "WAKTU" => TWO_MOMENTS.to_owned(),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => TWO_MOMENTS.to_owned(),
        ErrorKind::MissingRequiredArgument => format!("{named} belum ditulis"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{named} belum diberi nilai"),
        ErrorKind::InvalidValue => format!("nilai \"{value}\" untuk {named} tidak dikenal"),
        ErrorKind::ValueValidation => format!("nilai \"{value}\" untuk {named} tidak dapat dibaca"),
        ErrorKind::ArgumentConflict => match names(&said(ContextKind::PriorArg)) {
            other if other.is_empty() || other == named => {
                format!("{named} ditulis lebih dari satu kali")
            }
            other => format!("{named} tidak dapat dipakai bersama {other}"),
        },
        ErrorKind::InvalidUtf8 => "baris perintah memuat huruf yang tidak dapat dibaca".to_owned(),
        _ => "baris perintah tidak dapat dibaca".to_owned(),
    };
    if let Some(source) = std::error::Error::source(error) {
        let reason = source.to_string();
        // A number parser of the standard library speaks English.
        let own = reason.starts_with("tulis");
        text.push_str(": ");
        text.push_str(if own { &reason } else { "tulis dengan angka" });
    }
    let valid = said(ContextKind::ValidValue);
    if !valid.is_empty() {
        text.push_str(&format!("; yang dikenal: {valid}"));
    }
    let near =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = near.map(said).into_iter().find(|text| !text.is_empty());
    match near {
        Some(near) => format!("{text}; mungkin maksudnya {near}"),
        None => text,
    }
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}

/// Arguments as they are typed: "--format <BENTUK>" is --format, "[JENIS]..." is JENIS.
fn names(arguments: &str) -> String {
    let names = arguments.split(", ").filter_map(|one| one.split_whitespace().next());
    let names = names.map(|name| name.trim_matches(['<', '>', '[', ']', '.']));
    names.collect::<Vec<_>>().join(" dan ")
}
