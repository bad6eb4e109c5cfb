//! Which of the files in `sop/` are versions of one procedure, which procedures they
//! make, and which of these is the main one.

use super::recognise::fold;
use super::versions_wording as words;
use super::{Definition, ProcedureId, Versions};
use crate::diagnostic::{Diagnostic, Place};

/// A definition with the name of its file.
type Named = (String, Definition);

/// The kind of request that the main procedure is for.
const MAIN_KIND: &str = "baru";

impl Versions {
    /// Puts definitions in order, each with the name of its file: versions of one
    /// procedure together, the main one first. Without a file it is the built-in one;
    /// that stays beside files that are all of other procedures for other requests.
    /// `main` is what the office calls the main one, with its place.
    ///
    /// # Errors
    /// It cannot be told which version is in force when, or which procedure is the main
    /// one.
    pub fn in_order(all: Vec<Named>, main: Option<(&str, Place)>) -> Result<Self, Vec<Diagnostic>> {
        let builtin = Definition::builtin()?;
        let stays = all.iter().all(|(_, one)| !is_kin(one, &builtin) && is_apart(one, &builtin));
        let mut families = families(all);
        if stays {
            families.insert(0, vec![(words::BUILTIN.to_owned(), builtin)]);
        }
        let mut told: Vec<Diagnostic> = Vec::new();
        for family in &mut families {
            family.sort_by_key(|(_, definition)| definition.effective);
            told.extend(family.windows(2).filter_map(|pair| match pair {
                [(one, first), (other, second)] if first.effective == second.effective => {
                    Some(words::same_day(one, other, first.effective))
                }
                _ => None,
            }));
        }
        told.extend(roles_called_alike(&families));
        let at = match main_of(&families, main) {
            Ok(at) => at,
            Err(wrong) => {
                told.push(*wrong);
                return Err(told);
            }
        };
        if at < families.len() {
            let main = families.remove(at);
            families.insert(0, main);
        }
        let definitions = families
            .into_iter()
            .map(|family| family.into_iter().map(|(_, definition)| definition).collect());
        match Self::of(definitions.collect()) {
            Some(versions) if told.is_empty() => Ok(versions),
            _ => Err(told),
        }
    }

    /// The procedure that a definition from elsewhere is a version of: by number, name or
    /// what it replaces; else the only one for the same kinds of request; else the main
    /// one.
    pub fn procedure_like(&self, other: &Definition) -> ProcedureId {
        let all = self.all();
        if let Some(kin) = all.iter().find(|version| is_kin(version.definition, other)) {
            return kin.procedure;
        }
        let mut same: Vec<ProcedureId> = all
            .iter()
            .filter(|version| !is_apart(version.definition, other))
            .map(|version| version.procedure)
            .collect();
        same.dedup();
        match same.as_slice() {
            [only] => *only,
            _ => ProcedureId::default(),
        }
    }
}

/// What belongs together has the same number or the same name, or says whose place it
/// takes (*menggantikan*). In the order of the files.
fn families(all: Vec<Named>) -> Vec<Vec<Named>> {
    let mut rest = all;
    let mut families = Vec::new();
    while !rest.is_empty() {
        let mut family = vec![rest.remove(0)];
        while let Some(at) =
            rest.iter().position(|(_, one)| family.iter().any(|(_, known)| is_kin(one, known)))
        {
            family.push(rest.remove(at));
        }
        families.push(family);
    }
    families
}

fn is_kin(one: &Definition, other: &Definition) -> bool {
    let same = |a: &str, b: &str| fold(a) == fold(b);
    let replaces = |new: &Definition, old: &Definition| {
        !new.replaces.is_empty() && same(&new.replaces, &old.number)
    };
    same(&one.number, &other.number)
        || same(&one.name, &other.name)
        || replaces(one, other)
        || replaces(other, one)
}

/// No kind of request is one for both.
fn is_apart(one: &Definition, other: &Definition) -> bool {
    !one.covers.iter().any(|kind| other.applies_to(kind))
}

/// The place of the main procedure: the one that the office names, else the only one,
/// else the only one for new requests.
fn main_of(
    families: &[Vec<Named>],
    named: Option<(&str, Place)>,
) -> Result<usize, Box<Diagnostic>> {
    if let Some((text, place)) = named {
        let wanted = fold(text);
        let is_meant = |(_, one): &Named| fold(&one.number) == wanted || fold(&one.name) == wanted;
        let at = families.iter().position(|family| family.iter().any(is_meant));
        let known = || families.iter().filter_map(|family| family.last()).map(|(_, one)| one);
        return at.ok_or_else(|| Box::new(words::no_such_main(text, known()).at(place)));
    }
    let is_main = |family: &Vec<Named>| family.iter().any(|(_, one)| one.applies_to(MAIN_KIND));
    let mut mains = families.iter().enumerate().filter(|(_, family)| is_main(family));
    match (families, mains.next(), mains.next()) {
        ([] | [_], ..) => Ok(0),
        (_, Some((at, _)), None) => Ok(at),
        (_, first, _) => {
            let all = families.iter().filter(|family| first.is_none() || is_main(family));
            let files = all.filter_map(|family| family.last());
            Err(Box::new(words::no_main(&files.collect::<Vec<_>>(), first.is_some())))
        }
    }
}

/// Roles of the same name must have the same id in all procedures: the staff list names
/// a role once for all of them.
fn roles_called_alike(families: &[Vec<Named>]) -> Vec<Diagnostic> {
    let mut known: Vec<(&str, &str, &str)> = Vec::new();
    let mut told = Vec::new();
    for family in families {
        let before = known.len();
        for (file, definition) in family {
            for role in &definition.roles {
                let other = known.iter().take(before);
                let mut other = other.filter(|(_, id, name)| {
                    fold(name) == fold(&role.name) && *id != role.id.as_str()
                });
                if let Some((first, id, _)) = other.next() {
                    told.push(words::role_called_alike(file, &role.id, first, id, &role.name));
                }
                known.push((file, &role.id, &role.name));
            }
        }
    }
    told
}
