//! What is doubtful in a definition itself (*yang perlu diperhatikan*).
//!
//! A doubt is no error: the SOP can be used as it is. Nothing is repaired, since only
//! the office that issued the SOP may change it. Each rule looks at the data alone; what
//! no rule can see, the definition says itself (*keraguan*). The words stand in
//! `doubt_wording.rs`.

use chrono::{Datelike, NaiveDate};

use super::recognise::fold;
use super::{Definition, PaperKind};

/// The lists of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    LegalBases,
    Qualifications,
    Related,
    Equipment,
}

/// Something doubtful, as facts; its words are those of `Display`. Positions in a list
/// count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    NoEffectiveDate,
    TitleAndNameDiffer {
        title: String,
        name: String,
    },
    NumberOfAnotherYear {
        year: i32,
        made: NaiveDate,
        is_year_of_revision: bool,
    },
    RevisedBeforeMade {
        made: NaiveDate,
        revised: NaiveDate,
    },
    EffectiveBeforeMade {
        made: NaiveDate,
        effective: NaiveDate,
    },
    /// From a later year than the making.
    LegalBasisYounger {
        position: usize,
        year: i32,
        made: NaiveDate,
        revised: Option<NaiveDate>,
    },
    /// From the very year of the making; the day is not in the text.
    LegalBasisOfSameYear {
        positions: Vec<usize>,
        made: NaiveDate,
        revised: Option<NaiveDate>,
    },
    EmptyItem {
        list: List,
        position: usize,
    },
    NoSemicolon {
        list: List,
        position: usize,
    },
    NoApplicant,
    RoleWithoutStep {
        name: String,
    },
    NumbersMissing {
        numbers: Vec<u32>,
    },
    Inferred {
        key: &'static str,
        steps: Vec<u32>,
    },
    /// A letter of the flowchart in the column of a role.
    FlowMark {
        step: u32,
        text: String,
        role: String,
        is_actor: bool,
    },
    /// An output that only the team can make, of a step that is the applicant's alone.
    ApplicantYieldsPaper {
        step: u32,
        output: String,
        kind: PaperKind,
        yielded_by: u32,
    },
    InputIsOutput {
        steps: Vec<u32>,
        text: String,
    },
    SameOutput {
        steps: Vec<u32>,
        text: String,
    },
    UnitsSpeltUnlike {
        spellings: Vec<(String, Vec<u32>)>,
    },
    Noted {
        step: Option<u32>,
        text: String,
    },
}

pub(super) fn find(sop: &Definition) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    header(sop, &mut doubts);
    legal_bases(sop, &mut doubts);
    let lists = [
        (List::LegalBases, &sop.legal_bases),
        (List::Qualifications, &sop.qualifications),
        (List::Related, &sop.related),
        (List::Equipment, &sop.equipment),
    ];
    for (list, items) in lists {
        punctuation(list, items, &mut doubts);
    }
    roles(sop, &mut doubts);
    flow(sop, &mut doubts);
    outputs(sop, &mut doubts);
    units(sop, &mut doubts);
    for note in &sop.notes {
        doubts.push(Doubt::Noted { step: note.step, text: note.text.clone() });
    }
    doubts
}

fn header(sop: &Definition, doubts: &mut Vec<Doubt>) {
    if sop.effective.is_none() {
        doubts.push(Doubt::NoEffectiveDate);
    }
    if !sop.title.is_empty() && !fold(&sop.title).contains(&fold(&sop.name)) {
        let (title, name) = (sop.title.clone(), sop.name.clone());
        doubts.push(Doubt::TitleAndNameDiffer { title, name });
    }
    let Some(made) = sop.made else { return };
    if let Some(year) = year_after_tahun(&sop.number)
        && year != made.year()
    {
        let is_year_of_revision = sop.revised.is_some_and(|revised| revised.year() == year);
        doubts.push(Doubt::NumberOfAnotherYear { year, made, is_year_of_revision });
    }
    if let Some(revised) = sop.revised.filter(|revised| *revised < made) {
        doubts.push(Doubt::RevisedBeforeMade { made, revised });
    }
    if let Some(effective) = sop.effective.filter(|effective| *effective < made) {
        doubts.push(Doubt::EffectiveBeforeMade { made, effective });
    }
}

fn legal_bases(sop: &Definition, doubts: &mut Vec<Doubt>) {
    let Some(made) = sop.made else { return };
    let revised = sop.revised;
    let mut same_year = Vec::new();
    for (position, basis) in (1..).zip(&sop.legal_bases) {
        match year_after_tahun(basis) {
            Some(year) if year > made.year() => {
                doubts.push(Doubt::LegalBasisYounger { position, year, made, revised });
            }
            Some(year) if year == made.year() => same_year.push(position),
            _ => {}
        }
    }
    if !same_year.is_empty() {
        doubts.push(Doubt::LegalBasisOfSameYear { positions: same_year, made, revised });
    }
}

fn punctuation(list: List, items: &[String], doubts: &mut Vec<Doubt>) {
    for (position, item) in (1..).zip(items) {
        if item.is_empty() {
            doubts.push(Doubt::EmptyItem { list, position });
        }
    }
    // The last item needs none; one without is odd only where the others have one.
    let filled: Vec<(usize, &String)> =
        (1..).zip(items).filter(|(_, item)| !item.is_empty()).collect();
    let Some((_, before_last)) = filled.split_last() else { return };
    let without: Vec<usize> =
        before_last.iter().filter(|(_, item)| !item.ends_with(';')).map(|(at, _)| *at).collect();
    if without.len() * 2 < before_last.len() {
        for position in without {
            doubts.push(Doubt::NoSemicolon { list, position });
        }
    }
}

fn roles(sop: &Definition, doubts: &mut Vec<Doubt>) {
    if sop.applicant_role().is_none() {
        doubts.push(Doubt::NoApplicant);
    }
    for role in &sop.roles {
        if !sop.steps.iter().any(|step| step.actors.contains(&role.id)) {
            doubts.push(Doubt::RoleWithoutStep { name: role.name.clone() });
        }
    }
    if let Some(last) = sop.last_step() {
        let numbers: Vec<u32> = (1..last.no).filter(|no| sop.step(*no).is_none()).collect();
        if !numbers.is_empty() {
            doubts.push(Doubt::NumbersMissing { numbers });
        }
    }
}

fn flow(sop: &Definition, doubts: &mut Vec<Doubt>) {
    let mut inferred: Vec<(&'static str, Vec<u32>)> = Vec::new();
    for step in &sop.steps {
        for key in &step.inferred {
            gather(&mut inferred, key, step.no);
        }
    }
    doubts.extend(inferred.into_iter().map(|(key, steps)| Doubt::Inferred { key, steps }));
    for step in &sop.steps {
        for mark in &step.flow_marks {
            doubts.push(Doubt::FlowMark {
                step: step.no,
                text: mark.text.clone(),
                role: sop.role_name(&mark.role).to_owned(),
                is_actor: step.actors.contains(&mark.role),
            });
        }
    }
}

fn outputs(sop: &Definition, doubts: &mut Vec<Doubt>) {
    for step in sop.steps.iter().filter(|step| step.for_applicant_only(sop)) {
        let output = fold(&step.output);
        let names = |kind: &PaperKind| [kind.stem(), kind.title()].map(fold);
        let other = sop.steps.iter().filter(|other| other.of_team(sop)).find_map(|other| {
            let kind = other.papers.iter().find(|kind| names(kind).contains(&output))?;
            Some((*kind, other.no))
        });
        if let Some((kind, yielded_by)) = other {
            let output = step.output.clone();
            doubts.push(Doubt::ApplicantYieldsPaper { step: step.no, output, kind, yielded_by });
        }
    }
    let (mut inputs, mut same) = (Vec::new(), Vec::new());
    for step in sop.steps.iter().filter(|step| !step.output.is_empty()) {
        let output = fold(&step.output);
        if fold(&step.inputs) == output {
            gather(&mut inputs, &output, step.no);
        }
        gather(&mut same, &output, step.no);
    }
    let printed = |steps: &[u32]| {
        let first = steps.first().and_then(|no| sop.step(*no));
        first.map_or_else(String::new, |step| step.output.clone())
    };
    for (_, steps) in inputs {
        doubts.push(Doubt::InputIsOutput { text: printed(&steps), steps });
    }
    for (_, steps) in same.into_iter().filter(|(_, steps)| steps.len() > 1) {
        doubts.push(Doubt::SameOutput { text: printed(&steps), steps });
    }
}

/// The spellings of the units of time, where one unit is written in two ways.
fn units(sop: &Definition, doubts: &mut Vec<Doubt>) {
    let mut spellings: Vec<(String, Vec<u32>)> = Vec::new();
    for step in &sop.steps {
        for word in step.target_text.split(|sign: char| !sign.is_alphabetic()) {
            if !word.is_empty() {
                gather(&mut spellings, &word.to_owned(), step.no);
            }
        }
    }
    let is_unlike = spellings.iter().enumerate().any(|(at, (word, _))| {
        spellings.iter().skip(at + 1).any(|(other, _)| other.to_lowercase() == word.to_lowercase())
    });
    if is_unlike {
        doubts.push(Doubt::UnitsSpeltUnlike { spellings });
    }
}

fn gather<K: PartialEq + Clone>(groups: &mut Vec<(K, Vec<u32>)>, key: &K, no: u32) {
    match groups.iter_mut().find(|(known, _)| known == key) {
        Some((_, steps)) => {
            if !steps.contains(&no) {
                steps.push(no);
            }
        }
        None => groups.push((key.clone(), vec![no])),
    }
}

/// The year behind the first "tahun": "Nomor 20 tahun 2023 tentang …".
fn year_after_tahun(text: &str) -> Option<i32> {
    let folded = fold(text);
    let mut words = folded.split(' ');
    words.find(|word| *word == "tahun")?;
    let year = words.next()?;
    (year.len() == 4).then(|| year.parse().ok()).flatten()
}
