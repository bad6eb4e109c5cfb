//! The name of an SOP inside a sentence.
//!
//! A cover prints the name in capitals; a sentence does not (EYD V). A name that is
//! written in small letters somewhere is taken as it is. Which words of one in capitals
//! are abbreviations nobody can tell from it alone: those that the SOP writes in capitals
//! in its other texts too are left so.

use super::Definition;

/// Words that begin with a small letter inside a title (EYD V).
const SMALL: [&str; 20] = [
    "dan", "atau", "serta", "yang", "di", "ke", "dari", "pada", "dalam", "untuk", "oleh", "bagi",
    "dengan", "tentang", "sebagai", "kepada", "antara", "terhadap", "melalui", "atas",
];

impl Definition {
    /// *Nama SOP* as it stands inside a sentence.
    #[must_use]
    pub fn name_in_sentence(&self) -> String {
        if self.name.chars().any(char::is_lowercase) {
            return self.name.clone();
        }
        let words = self.name.split(' ').enumerate();
        let words = words.map(|(at, word)| {
            let small = word.to_lowercase();
            if self.abbreviates(word) {
                word.to_owned()
            } else if at > 0 && SMALL.contains(&small.as_str()) {
                small
            } else {
                with_capital(&small)
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// Whether a word stands in capitals in a text that is not written in capitals.
    fn abbreviates(&self, word: &str) -> bool {
        let roles = self.roles.iter().map(|role| role.name.as_str());
        let steps = self.steps.iter().flat_map(|step| {
            [&step.activity, &step.inputs, &step.output, &step.note].map(String::as_str)
        });
        let listed = [&self.legal_bases, &self.qualifications, &self.related, &self.equipment];
        let listed = listed.into_iter().flatten().map(String::as_str);
        let said = [self.warning.as_str(), self.record_keeping.as_str()];
        let mut texts = roles.chain(steps).chain(listed).chain(said);
        texts.any(|text| {
            let mut words = text.split(|sign: char| !sign.is_alphanumeric());
            text.chars().any(char::is_lowercase) && words.any(|one| one == word)
        })
    }
}

/// Each part of a word that a hyphen or a slash divides begins with a capital.
fn with_capital(small: &str) -> String {
    let mut begins = true;
    let mut found = String::with_capacity(small.len());
    for sign in small.chars() {
        if begins {
            found.extend(sign.to_uppercase());
        } else {
            found.push(sign);
        }
        begins = !sign.is_alphanumeric();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Definition;
    use crate::sop::BUILTIN_TEXT;

    fn in_sentence(name: &str) -> String {
        let text = BUILTIN_TEXT.replace(
            "nama = \"PEMBERIAN HAK AKSES SISTEM APLIKASI\"",
            &format!("nama = \"{name}\""),
        );
        Definition::parse("sop.toml", &text).expect("an SOP").name_in_sentence()
    }

    #[test]
    fn a_name_in_capitals_stands_in_a_sentence_as_a_title_does() {
        assert_eq!(
            in_sentence("PEMBERIAN HAK AKSES SISTEM APLIKASI"),
            "Pemberian Hak Akses Sistem Aplikasi"
        );
        assert_eq!(
            in_sentence("DARI PENERIMAAN DAN PENYERAHAN-KEMBALI (BARANG)"),
            "Dari Penerimaan dan Penyerahan-Kembali (Barang)"
        );
    }

    #[test]
    fn an_abbreviation_that_the_sop_uses_itself_stays_in_capitals() {
        assert_eq!(in_sentence("PENYUSUNAN SOP DI KANTOR"), "Penyusunan SOP di Kantor");
    }

    #[test]
    fn a_name_that_is_not_all_in_capitals_is_taken_as_it_is_written() {
        assert_eq!(
            in_sentence("Pemberian Akses SIMPEG Di Kantor"),
            "Pemberian Akses SIMPEG Di Kantor"
        );
    }
}
