//! Pages by the templates of an office, set by processes of their own with a bound on
//! memory and time: a template that goes round for ever, or asks for all memory there is,
//! costs its own papers and nothing else. What the program brings along is set in the
//! program itself.

mod serve;
mod wire;
mod worker;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Templates;
use super::manuscript::{Files, Manuscript, Product};
use super::problem::{PressProblem, RanAway};
use worker::{Answer, Loss, Worker};

pub use serve::serve_setting;

/// The argument that makes the program set pages and nothing else.
pub const SETTING: &str = "susun-halaman";
/// How long one paper may take; most take some hundredths of a second.
const PATIENCE: Duration = Duration::from_secs(20);
/// A long report has more data and may take longer: a second for so many bytes.
const BYTES_A_SECOND: usize = 16 << 10;

/// The processes that set pages by the office's own templates.
pub struct Apart {
    program: PathBuf,
    templates: Templates,
    /// The pages that are set apart, each with the files of the office that it reaches.
    own: BTreeMap<String, Vec<String>>,
    idle: Mutex<Vec<Worker>>,
    /// Templates that ran away once are not tried again.
    ran_away: Mutex<BTreeMap<String, PressProblem>>,
}

/// What is asked of a process, beside the parts.
#[derive(Debug, Serialize, Deserialize)]
struct Head<'a> {
    template: Cow<'a, str>,
    /// Of the pages; none for a page that a browser shows.
    product: Option<Product>,
    date: Cow<'a, str>,
    title: Cow<'a, str>,
    ident: Cow<'a, str>,
    is_attached: bool,
    pictures: Vec<Cow<'a, str>>,
}

/// What came of it.
pub(super) type Made = Result<Files, Vec<PressProblem>>;

impl Apart {
    /// `own` names the pages that are to be set apart, each with the files of the office
    /// that it reaches.
    pub fn new(
        program: PathBuf,
        templates: &Templates,
        own: BTreeMap<String, Vec<String>>,
    ) -> Self {
        let templates = templates.clone();
        let (idle, ran_away) = (Mutex::default(), Mutex::default());
        Self { program, templates, own, idle, ran_away }
    }

    /// Sets a manuscript; `None` where it may be set in the program itself.
    pub(super) fn set(&self, manuscript: &Manuscript, product: Product) -> Option<Made> {
        let date = manuscript.date.to_rfc3339();
        let head = Head {
            template: manuscript.template.as_str().into(),
            product: Some(product),
            date: date.into(),
            title: manuscript.title.as_str().into(),
            ident: manuscript.ident.as_str().into(),
            is_attached: manuscript.attachment.is_some(),
            pictures: manuscript.pictures.keys().map(|name| name.as_str().into()).collect(),
        };
        self.made(&head, &parts(manuscript))
    }

    /// Renders a page for a browser; `None` where that may be done in the program itself.
    pub(super) fn render(&self, template: &str, data: &[u8]) -> Option<Made> {
        let head = Head {
            template: template.into(),
            product: None,
            date: "".into(),
            title: "".into(),
            ident: "".into(),
            is_attached: false,
            pictures: Vec::new(),
        };
        self.made(&head, &[data])
    }

    pub(super) fn serves(&self, template: &str) -> bool {
        self.own.contains_key(template)
    }

    fn made(&self, head: &Head<'_>, parts: &[&[u8]]) -> Option<Made> {
        let own = self.own.get(&*head.template)?;
        if let Some(problem) = held(&self.ran_away).get(&*head.template) {
            return Some(Err(vec![problem.clone()]));
        }
        let size: usize = parts.first().map_or(0, |data| data.len());
        let patience = PATIENCE + Duration::from_secs((size / BYTES_A_SECOND) as u64);
        Some(match self.asked(head, parts, patience)? {
            Ok((made, parts)) => made.map(|()| parts),
            Err(loss) => {
                let how = match loss {
                    Loss::Slow => RanAway::Slow { seconds: patience.as_secs() },
                    Loss::Gone => RanAway::Gone,
                };
                let template = head.template.clone().into_owned();
                let problem =
                    PressProblem::RanAway { template: template.clone(), own: own.clone(), how };
                held(&self.ran_away).insert(template, problem.clone());
                Err(vec![problem])
            }
        })
    }

    /// Asks an idle process, else a new one; `None` where none can be started.
    fn asked(
        &self,
        head: &Head<'_>,
        parts: &[&[u8]],
        patience: Duration,
    ) -> Option<Result<Answer, Loss>> {
        let idle = held(&self.idle).pop();
        let start = || Worker::start(&self.program, &self.templates).ok();
        let mut worker = match idle {
            Some(worker) => worker,
            None => start()?,
        };
        let had_served = worker.has_served;
        let mut answer = worker.ask(head, parts, patience);
        if answer.as_ref().err() == Some(&Loss::Gone) && had_served {
            // What papers before it left behind is not to be laid to its charge.
            worker = start()?;
            answer = worker.ask(head, parts, patience);
        }
        if answer.is_ok() {
            held(&self.idle).push(worker);
        }
        Some(answer)
    }
}

/// The bytes of a manuscript in the order in which they are sent.
fn parts(manuscript: &Manuscript) -> Vec<&[u8]> {
    let Manuscript { data, front, attachment, pictures, .. } = manuscript;
    let mut parts: Vec<&[u8]> = vec![data, front];
    parts.extend(attachment.as_deref());
    parts.extend(pictures.values().map(Vec::as_slice));
    parts
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
