//! Who carried out a step, as the report names them (*pelaksana*).
//!
//! Initials, unless the office chose names: a report to the head of the centre needs
//! no more of a person. Two people with the same initials get a number, in the order
//! of their names over all that the office ever recorded, so that it stays.

use std::collections::BTreeMap;

use crate::check::{Entry, Judged};
use crate::office::nip::Nip;
use crate::office::person::comparable_name;
use crate::office::{ExecutorNaming, Office};

/// What the report calls those who signed, by name as it is compared.
#[derive(Debug, Clone, Default)]
pub struct Executors {
    shown: BTreeMap<String, String>,
    /// The name under which a NIP was first met; later spellings of it are the same.
    by_nip: BTreeMap<Nip, String>,
}

impl Executors {
    pub fn of(cases: &[Judged], office: &Office) -> Executors {
        let mut executors = Executors::default();
        for member in &office.staff {
            executors.meet(&member.name, member.nip.clone());
        }
        for judged in cases {
            for entry in &judged.history.entries {
                if let Some(name) = entry.actor(&judged.case) {
                    executors.meet(name, nip_of(judged, entry));
                }
            }
        }
        if office.executors == ExecutorNaming::Initials {
            executors.shorten();
        }
        executors
    }

    fn meet(&mut self, name: &str, nip: Option<Nip>) {
        let key = comparable_name(name);
        let key = match nip {
            Some(nip) => self.by_nip.entry(nip).or_insert(key).clone(),
            None => key,
        };
        self.shown.entry(key).or_insert_with(|| name.trim().to_owned());
    }

    fn shorten(&mut self) {
        let mut same: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for key in self.shown.keys() {
            same.entry(initials(key)).or_default().push(key.clone());
        }
        for (initials, keys) in same {
            let alone = keys.len() == 1;
            for (number, key) in (1..).zip(keys) {
                let shown = if alone { initials.clone() } else { format!("{initials} ({number})") };
                self.shown.insert(key, shown);
            }
        }
    }

    /// What the report calls the one who signed an entry; `None` where nobody is named.
    pub fn shown(&self, judged: &Judged, entry: &Entry) -> Option<&str> {
        let name = entry.actor(&judged.case)?;
        let known = nip_of(judged, entry).and_then(|nip| self.by_nip.get(&nip)).cloned();
        let key = known.unwrap_or_else(|| comparable_name(name));
        self.shown.get(&key).map(String::as_str).filter(|shown| !shown.is_empty())
    }
}

/// The NIP beside the name that an entry goes by.
fn nip_of(judged: &Judged, entry: &Entry) -> Option<Nip> {
    let row = judged.case.sign_offs.get(entry.signer())?;
    Nip::parse(row.actor_nip.value()?)
}

/// "ratna kusumastuti" → "R.K."
fn initials(comparable: &str) -> String {
    let letters = comparable.split_whitespace().filter_map(|word| word.chars().next());
    letters.flat_map(char::to_uppercase).fold(String::new(), |mut initials, letter| {
        initials.push(letter);
        initials.push('.');
        initials
    })
}

#[cfg(test)]
mod tests {
    use super::initials;
    use crate::office::person::comparable_name;

    #[test]
    fn initials_leave_out_titles_and_degrees() {
        let of = |name: &str| initials(&comparable_name(name));
        assert_eq!(of("Dr. Hj. Ratna Kusumastuti, S.Kom., M.T."), "R.K.");
        assert_eq!(of("Jusmin"), "J.");
        assert_eq!(of(""), "");
    }
}
