//! What changed between two records of one paper: blanks that were filled, and facts
//! that had been printed and are now others.
//!
//! A blank is null, an empty text, a list or object of nothing but blanks, or a key that
//! is not there. A list that grows or shrinks is a change to the list, unless its rows
//! were lines to fill by hand: one row more says that the printed list was not the whole.

use serde_json::Value;

/// Where two records differ, by the way to the value: `pemohon.nama`, `hadir[2].nip`
/// (rows count from 1). In the order of the old record, then of the new one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Difference {
    pub(super) filled: Vec<String>,
    pub(super) changed: Vec<String>,
}

impl Difference {
    pub(super) fn between(old: &Value, new: &Value) -> Difference {
        let mut difference = Difference::default();
        difference.compare("", old, new);
        difference
    }

    fn compare(&mut self, path: &str, old: &Value, new: &Value) {
        match (old, new) {
            (old, new) if old == new => {}
            (old, new) if is_blank(old) && is_blank(new) => {}
            (Value::Object(old), Value::Object(new)) => {
                let inner = |key: &str| match path {
                    "" => key.to_owned(),
                    path => format!("{path}.{key}"),
                };
                for (key, value) in old {
                    self.compare(&inner(key), value, new.get(key).unwrap_or(&Value::Null));
                }
                for (key, value) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
                    self.compare(&inner(key), &Value::Null, value);
                }
            }
            (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
                for (row, (old, new)) in old.iter().zip(new).enumerate() {
                    self.compare(&format!("{path}[{}]", row + 1), old, new);
                }
            }
            (old, _) if is_blank(old) => self.filled.push(path.to_owned()),
            _ => self.changed.push(path.to_owned()),
        }
    }
}

/// Whether nothing of it is printed but space to fill.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(rows) => rows.iter().all(is_blank),
        Value::Object(keys) => keys.values().all(is_blank),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Difference;

    fn between(old: serde_json::Value, new: serde_json::Value) -> (Vec<String>, Vec<String>) {
        let Difference { filled, changed } = Difference::between(&old, &new);
        (filled, changed)
    }

    fn paths(paths: &[&str]) -> Vec<String> {
        paths.iter().map(|path| (*path).to_owned()).collect()
    }

    #[test]
    fn a_blank_is_null_or_empty_or_not_there() {
        let old = json!({"a": null, "b": "", "c": [], "d": {"e": null}, "same": 1});
        let new = json!({"a": 1, "b": "x", "c": [1], "d": {"e": "y"}, "f": true, "same": 1});
        assert_eq!(between(old.clone(), new), (paths(&["a", "b", "c", "d.e", "f"]), vec![]));
        let other_blanks = json!({"b": null, "d": null, "same": 1, "g": {}});
        assert_eq!(between(old, other_blanks), (vec![], vec![]));
    }

    #[test]
    fn a_printed_fact_that_differs_or_is_gone_is_a_change() {
        let old = json!({"a": 1, "b": "x", "c": {"d": "y", "e": false}, "f": "z"});
        let new = json!({"a": 2, "b": null, "c": {"d": "", "e": true}});
        assert_eq!(between(old, new), (vec![], paths(&["a", "b", "c.d", "c.e", "f"])));
    }

    #[test]
    fn a_list_is_compared_row_by_row_only_where_it_is_as_long() {
        let old = json!({"hadir": [{"nama": "A", "nip": null}, {"nama": "B"}]});
        let same = json!({"hadir": [{"nama": "A", "nip": "1"}, {"nama": "C"}]});
        assert_eq!(
            between(old.clone(), same),
            (paths(&["hadir[1].nip"]), paths(&["hadir[2].nama"]))
        );
        let longer = json!({"hadir": [{"nama": "A"}, {"nama": "B"}, {"nama": "C"}]});
        assert_eq!(between(old, longer.clone()), (vec![], paths(&["hadir"])));
        let lines = json!({"hadir": [{"nama": null}, {"nama": ""}]});
        assert_eq!(between(lines, longer), (paths(&["hadir"]), vec![]));
    }

    #[test]
    fn a_value_that_became_an_object_is_a_change() {
        assert_eq!(between(json!({"a": "x"}), json!({"a": {"b": 1}})), (vec![], paths(&["a"])));
        assert_eq!(between(json!({"a": {"b": 1}}), json!({"a": "x"})), (vec![], paths(&["a"])));
        assert_eq!(between(json!({"a": {"b": 1}}), json!({"a": null})), (vec![], paths(&["a"])));
    }
}
