//! What is told of many files in the same words is told once: a folder that cannot be
//! written costs every paper in it for one reason. JSON tells each.

use std::collections::BTreeMap;

use super::diagnostic;
use super::paint::Paint;
use crate::desk::{Diagnostic, Level, Place, Sources};

/// So many are told in full; from the next on they are told by the first of them.
const IN_FULL: usize = 3;

/// What two diagnostics share that differ in their file alone.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'a> {
    level: Level,
    shape: String,
    consequence: &'a str,
    advice: &'a str,
}

/// The diagnostics in their order, a blank line between two.
pub(super) fn text(told: &[Diagnostic], sources: &Sources, paint: Paint) -> String {
    let mut counts: BTreeMap<Likeness<'_>, usize> = BTreeMap::new();
    for likeness in told.iter().filter_map(likeness) {
        *counts.entry(likeness).or_default() += 1;
    }
    let mut texts = Vec::new();
    for one in told {
        let count = likeness(one).and_then(|likeness| counts.get_mut(&likeness));
        let others = match count {
            // The first of them spoke for this one.
            Some(0) => continue,
            Some(count) if *count > IN_FULL => {
                let others = std::mem::take(count) - 1;
                Some(format!("dan {others} berkas lain, dengan akibat dan saran yang sama"))
            }
            _ => None,
        };
        texts.push(diagnostic::with_others(one, others, sources, paint));
    }
    texts.join("\n")
}

/// None for what has a code or speaks of places within files.
fn likeness(told: &Diagnostic) -> Option<Likeness<'_>> {
    let shape = match told.places.as_slice() {
        _ if told.code.is_some() => return None,
        [] => told.message.clone(),
        [Place::File(file)] => match told.message.strip_prefix(&**file) {
            Some(rest) => format!("…{rest}"),
            None => told.message.clone(),
        },
        _ => return None,
    };
    let Diagnostic { level, consequence, advice, .. } = told;
    Some(Likeness { level: *level, shape, consequence, advice })
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::cli::paint::Paint;
    use crate::desk::{Diagnostic, Place, Sources};

    fn unwritten(file: &str, why: &str) -> Diagnostic {
        Diagnostic::error(format!("{file} tidak dapat ditulis: {why}")).at(Place::File(file.into()))
    }

    #[test]
    fn four_files_with_the_same_fault_are_told_by_the_first_and_three_each() {
        let all: Vec<_> = ["a", "b", "c", "d"].map(|file| unwritten(file, "penuh")).into();
        let three = text(all.get(..3).unwrap(), &Sources::default(), Paint::new(false));
        assert_eq!(three.matches("kesalahan:").count(), 3);
        let mut four = all.clone();
        four.insert(2, unwritten("x", "tidak ada izin"));
        let told = text(&four, &Sources::default(), Paint::new(false));
        assert_eq!(told.matches("kesalahan:").count(), 2);
        assert!(told.contains("──▶ a\n  dan 3 berkas lain, dengan akibat dan saran yang sama\n"));
    }
}
