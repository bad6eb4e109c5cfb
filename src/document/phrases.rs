//! The wording of a paper, filled with what is known of its request.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::facts::Facts;
use crate::office::{Phrase, Placeholder, Sentence};
use crate::records::RequestKind;

/// The items of the check-list, which are part of what the sheet states; the last of
/// them depends on what is asked for: an access that is there cannot be given, and one
/// that is not there cannot be taken.
const ITEMS: &str = "butir";
const ITEM_OF_NEW: &str = "butir_baru";
const ITEM_OF_OTHERS: &str = "butir_lain";
/// Said of a request that may come again, and so not where it was refused for good.
const AGAIN: &str = "diajukan_kembali";

/// The sentences of a kind by their keys: texts and lists of texts.
pub(super) fn phrases(facts: &Facts<'_>) -> Map<String, Value> {
    let value = |phrase: &Phrase| match phrase {
        Phrase::Text(sentence) => Value::String(filled(facts, sentence)),
        Phrase::List(list) => list.iter().map(|sentence| filled(facts, sentence)).collect(),
    };
    let refused = facts.is_refused_for_good();
    let is_item = |key: &str| [ITEMS, ITEM_OF_NEW, ITEM_OF_OTHERS].contains(&key);
    let is_used = |key: &str| !(is_item(key) || refused && key == AGAIN);
    let own = own(facts).into_iter().filter(|(key, _)| is_used(key));
    own.map(|(key, phrase)| (key.to_owned(), value(phrase))).collect()
}

/// The items of the check-list of a verification.
pub(super) fn items(facts: &Facts<'_>) -> Vec<String> {
    let mut own = own(facts);
    let last = match facts.history().kind {
        RequestKind::Baru => ITEM_OF_NEW,
        RequestKind::Perubahan | RequestKind::Pencabutan => ITEM_OF_OTHERS,
    };
    let sentences = [ITEMS, last].into_iter().flat_map(|key| match own.remove(key) {
        Some(Phrase::List(list)) => list.as_slice(),
        Some(Phrase::Text(last)) => std::slice::from_ref(last),
        None => &[],
    });
    sentences.map(|item| filled(facts, item)).filter(|item| !item.is_empty()).collect()
}

fn own<'a>(facts: &Facts<'a>) -> BTreeMap<&'static str, &'a Phrase> {
    let office = facts.source.rules.office;
    office.phrases.of(facts.due.kind.stem(), facts.reference_date())
}

fn filled(facts: &Facts<'_>, sentence: &Sentence) -> String {
    sentence.fill(|place| known(facts, place))
}

fn known(facts: &Facts<'_>, place: Placeholder) -> Option<String> {
    match place {
        Placeholder::Applicant => facts.applicant().nama,
        Placeholder::Unit => facts.applicant().unit,
        Placeholder::Request => Some(facts.judged().case.number.to_string()),
        Placeholder::LetterNumber => facts.letter().nomor,
        Placeholder::LetterDate => facts.letter().tanggal,
        Placeholder::Institution => {
            let office = facts.source.rules.office;
            Some(office.institution_on(facts.reference_date()).name.clone())
        }
        Placeholder::Town => facts.town(),
    }
}
