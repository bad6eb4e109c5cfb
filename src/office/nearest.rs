//! The name that a person most likely meant.

/// The known name nearest to what was written; `None` where none is near enough to
/// be worth naming.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in known {
        let likeness = strsim::normalized_damerau_levenshtein(&written, &name.to_lowercase());
        let likeness = likeness.max(if starts_alike(&written, name) { 0.7 } else { 0.0 });
        if likeness >= 0.55 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Distance alone misses "berita" for "berita-acara".
fn starts_alike(written: &str, name: &str) -> bool {
    let same = written.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
    same >= 3 && (same == written.chars().count() || same == name.chars().count())
}
