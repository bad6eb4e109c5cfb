//! Which procedure a text names: a cell, the title above a table, the name of a sheet.
//!
//! A procedure is known by its number and its name, of whichever version. A cell means
//! one by the whole or by its first words, where no other begins so. In a title the whole
//! has to stand; the name of a sheet, which has room for little, may hold the first words
//! alone. What fits two procedures fits none.

use super::recognise::fold;
use super::{ProcedureId, Versions};

/// Words that may stand before a number or a name and say nothing themselves.
const LEADING: [&str; 6] = ["sop", "prosedur", "nomor", "no", "nama", "ap"];

/// What every sheet is called: such a word alone names no procedure.
const OF_SHEETS: [&str; 14] = [
    "permohonan",
    "kendali",
    "lembar",
    "pegawai",
    "register",
    "daftar",
    "data",
    "buku",
    "sop",
    "prosedur",
    "permintaan",
    "pengendalian",
    "rekap",
    "tahun",
];

/// A name must be this near to be suggested.
const NEAR_ENOUGH: f64 = 0.5;
/// In bytes; what is longer was not meant as a name.
const LONGEST_NAME: usize = 300;

impl Versions {
    /// The procedure that a cell means; `None` where it is none, or not clear which.
    pub fn recognise_procedure(&self, text: &str) -> Option<ProcedureId> {
        let written = without_leading(&fold(text)).to_owned();
        if written.is_empty() {
            return None;
        }
        let names = self.procedure_names();
        let one = |fits: &dyn Fn(&str) -> bool| {
            only(names.iter().filter(|(_, name)| fits(name)).map(|(id, _)| *id))
        };
        one(&|name| name == written).or_else(|| {
            let letters = written.chars().filter(|sign| sign.is_alphabetic()).count();
            let telling = letters > 3 || written.chars().any(char::is_numeric);
            let beginning = format!("{written} ");
            telling.then(|| one(&|name| name.starts_with(&beginning))).flatten()
        })
    }

    /// The procedure whose number or name stands in a title.
    pub fn procedure_in_title(&self, text: &str) -> Option<ProcedureId> {
        if !self.are_several_procedures() || text.len() > LONGEST_NAME {
            return None;
        }
        let title = format!(" {} ", fold(text));
        self.longest_in(&title, self.procedure_names())
    }

    /// The procedure that the name of a sheet says: its number or name, or the first
    /// words of it that no other begins with.
    pub fn procedure_of_sheet(&self, name: &str) -> Option<ProcedureId> {
        if !self.are_several_procedures() || name.len() > LONGEST_NAME {
            return None;
        }
        let names = self.procedure_names();
        let beginnings = names.iter().filter_map(|(id, name)| {
            let others = || names.iter().filter(|(other, _)| other != id).map(|(_, name)| name);
            let ends = name.match_indices(' ').map(|(at, _)| at).chain([name.len()]);
            let mut beginnings = ends.filter_map(|end| name.get(..end));
            let is_own = |beginning: &&str| {
                let says = beginning.split(' ').any(|word| {
                    word.chars().all(char::is_alphabetic) && !OF_SHEETS.contains(&word)
                });
                let goes_on = format!("{beginning} ");
                says && beginning.len() > 3
                    && others().all(|other| other != beginning && !other.starts_with(&goes_on))
            };
            Some((*id, beginnings.find(is_own)?.to_owned()))
        });
        let all = beginnings.chain(names.iter().cloned()).collect();
        self.longest_in(&format!(" {} ", fold(name)), all)
    }

    /// The one whose name is the longest in the text, where all others that stand there
    /// too are parts of it.
    fn longest_in(&self, text: &str, names: Vec<(ProcedureId, String)>) -> Option<ProcedureId> {
        let mut there: Vec<(ProcedureId, String)> =
            names.into_iter().filter(|(_, name)| text.contains(&format!(" {name} "))).collect();
        there.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
        let (first, longest) = there.first()?;
        let is_part = |(id, name): &(ProcedureId, String)| id == first || longest.contains(name);
        let is_other_whole = |(id, name): &(ProcedureId, String)| id != first && name == longest;
        (there.iter().all(is_part) && !there.iter().any(is_other_whole)).then_some(*first)
    }

    /// How the procedures may be written, the nearest to a text first: number and name.
    pub fn nearest_procedures(&self, text: &str) -> Vec<String> {
        let written = fold(&text.chars().take(LONGEST_NAME).collect::<String>());
        let mut near: Vec<(i64, String)> = Vec::new();
        for version in self.procedures().into_iter().map(|id| self.newest_of(id)) {
            for name in [&version.number, &version.name] {
                let likeness = strsim::jaro_winkler(&written, &fold(name));
                if likeness >= NEAR_ENOUGH {
                    near.push(((-likeness * 1e6) as i64, name.clone()));
                }
            }
        }
        near.sort();
        near.truncate(2);
        near.into_iter().map(|(_, name)| name).collect()
    }

    /// Numbers, names and titles of all versions, as they are compared.
    fn procedure_names(&self) -> Vec<(ProcedureId, String)> {
        let all = self.all();
        let mut names: Vec<(ProcedureId, String)> = all
            .iter()
            .flat_map(|version| {
                let sop = version.definition;
                [&sop.number, &sop.name].map(|name| (version.procedure, fold(name)))
            })
            .map(|(id, name)| (id, without_leading(&name).to_owned()))
            .filter(|(_, name)| !name.is_empty())
            .collect();
        names.sort();
        names.dedup();
        names
    }
}

fn without_leading(folded: &str) -> &str {
    let mut rest = folded;
    while let Some((word, behind)) = rest.split_once(' ')
        && LEADING.contains(&word)
    {
        rest = behind;
    }
    rest
}

/// The procedure of all of them, where they are of one.
fn only(mut of: impl Iterator<Item = ProcedureId>) -> Option<ProcedureId> {
    let first = of.next()?;
    of.all(|other| other == first).then_some(first)
}
