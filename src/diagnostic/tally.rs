//! Of what is found a million times over, the first are told one by one, and one more
//! stands for all the rest: a list that no one can read is of no more use than a count,
//! and would need the memory of a machine.

use std::collections::BTreeMap;

/// So many of a kind are told one by one.
pub const ONE_BY_ONE: u32 = 1_000;

/// What becomes of one more of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is told by itself.
    Own,
    /// It is told, and stands for all that come after it.
    ForTheRest,
    /// That one, by its place in the list, stands for it too.
    In(usize),
}

/// How many of each kind there have been.
#[derive(Debug)]
pub struct Tally<K>(BTreeMap<K, (u32, usize)>);

impl<K> Default for Tally<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord> Tally<K> {
    /// Counts one more of a kind; `at` is where it would stand in the list.
    pub fn count(&mut self, kind: K, at: usize) -> Kept {
        let (count, first) = self.0.entry(kind).or_insert((0, at));
        *count = count.saturating_add(1);
        if *count <= ONE_BY_ONE {
            return Kept::Own;
        }
        if *count == ONE_BY_ONE + 1 {
            *first = at;
            return Kept::ForTheRest;
        }
        Kept::In(*first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_first_thousand_one_stands_for_all_the_rest_of_its_kind() {
        let mut tally = Tally::default();
        let mut list: Vec<(char, u32)> = Vec::new();
        for kind in ['a', 'b'].repeat(1_500).into_iter().chain(['b']) {
            match tally.count(kind, list.len()) {
                Kept::Own | Kept::ForTheRest => list.push((kind, 1)),
                Kept::In(at) => list[at].1 += 1,
            }
        }
        assert_eq!(list.len(), 2_002);
        assert_eq!(list[2_000..], [('a', 500), ('b', 501)]);
    }
}
