//! What the author of a template most likely meant: the nearest key of the data, the
//! nearest name that some template defines.

use std::collections::BTreeSet;

use serde_json::Value;

/// Nearer than this is worth naming.
const LEAST: f64 = 0.6;
const NO_KEY: &str = "dictionary does not contain key ";
const NO_NAME: &str = "unknown variable: ";

/// A hint on what was meant, for a message in the words of typst.
pub(super) fn hint<'s>(
    message: &str,
    data: &[u8],
    sources: impl Iterator<Item = &'s str>,
) -> Option<String> {
    let named = |before: &str| {
        let rest = message.strip_prefix(before)?;
        rest.trim_start_matches(['"', '`']).split(['"', '`', ' ', '\n']).next()
    };
    let (written, known) = match (named(NO_KEY), named(NO_NAME)) {
        (Some(key), _) => (key, keys_of(data)),
        (_, Some(name)) => (name, defined_in(sources)),
        _ => return None,
    };
    let likeness = |name: &String| strsim::normalized_damerau_levenshtein(written, name);
    let best = known
        .iter()
        .filter(|name| *name != written)
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) >= LEAST).then(|| format!("mungkin maksudnya \"{best}\""))
}

fn keys_of(data: &[u8]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut open: Vec<Value> = serde_json::from_slice(data).into_iter().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    keys.insert(key);
                    open.push(value);
                }
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    keys
}

/// Every name after a `let`.
fn defined_in<'s>(sources: impl Iterator<Item = &'s str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for source in sources {
        for (_, rest) in source
            .match_indices("let ")
            .map(|(at, word)| (at, source.get(at + word.len()..).unwrap_or_default()))
        {
            let name = rest.trim_start().chars();
            let name: String =
                name.take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
            if !name.is_empty() {
                names.insert(name);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[test]
    fn the_nearest_key_of_the_data_or_name_of_a_template_is_named() {
        let data = br#"{"catatan":{"isi":{"pemohon":{"nama":"Sekar"}}}}"#;
        let sources = ["#let judul-naskah(data) = data", "#let kop = none"];
        let hint = |message: &str| hint(message, data, sources.into_iter());
        assert_eq!(
            hint("dictionary does not contain key \"pemohn\"").unwrap(),
            "mungkin maksudnya \"pemohon\""
        );
        assert_eq!(
            hint("unknown variable: judul-naska").unwrap(),
            "mungkin maksudnya \"judul-naskah\""
        );
        assert_eq!(hint("dictionary does not contain key \"zzz\""), None);
        assert_eq!(hint("expected comma"), None);
    }
}
