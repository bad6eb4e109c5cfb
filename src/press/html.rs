//! HTML pages, rendered by tera. The only door to it.
//!
//! Values are escaped in every `.html` template, so a name with `<` shows as it was
//! written. A value that the data does not have is an error, never an empty place.

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::problem::{PressProblem, TemplateFault, TemplatePlace};
use super::{Apart, Templates, template_text};

/// The templates that end in `.html`, ready to render.
pub struct Pages {
    tera: Tera,
    /// Who renders pages by the templates of an office.
    apart: Option<Arc<Apart>>,
}

impl Pages {
    /// Reads the templates that end in `.html`.
    ///
    /// # Errors
    /// The first syntax mistake; without any, all unknown names of all templates.
    pub fn new(templates: &Templates) -> Result<Self, Vec<PressProblem>> {
        let mut texts = Vec::new();
        let mut faults = Vec::new();
        for (name, content) in templates.iter().filter(|(name, _)| name.ends_with(".html")) {
            match template_text(name, content) {
                Ok(text) => texts.push((name, text)),
                Err(problem) => faults.push(problem),
            }
        }
        let mut tera = Tera::new();
        let first = texts.first().map_or("", |(name, _)| *name);
        if let Err(error) = tera.add_raw_templates(texts.iter().copied()) {
            faults.extend(problems(first, &error));
        }
        if faults.is_empty() { Ok(Self { tera, apart: None }) } else { Err(faults) }
    }

    /// Lets pages by the templates of an office be rendered by other processes.
    #[must_use]
    pub fn with_apart(mut self, apart: Option<Arc<Apart>>) -> Self {
        self.apart = apart;
        self
    }

    /// Renders `data` (a struct or a map) by the template of that name.
    ///
    /// # Errors
    /// What tera has against the template or the data, with the place in the template.
    pub fn render<D: Serialize + ?Sized>(
        &self,
        template: &str,
        data: &D,
    ) -> Result<String, Vec<PressProblem>> {
        if !self.tera.contains_template(template) {
            return Err(vec![PressProblem::NoTemplate { name: template.to_owned() }]);
        }
        let unwritable =
            |reason: String| vec![PressProblem::Data { template: template.to_owned(), reason }];
        if let Some(apart) = self.apart.as_ref().filter(|apart| apart.serves(template)) {
            let data = serde_json::to_vec(data).map_err(|error| unwritable(error.to_string()))?;
            if let Some(made) = apart.render(template, &data) {
                let page = made?.into_iter().next().unwrap_or_default();
                return String::from_utf8(page).map_err(|error| unwritable(error.to_string()));
            }
        }
        let context =
            Context::from_serialize(data).map_err(|error| unwritable(error.to_string()))?;
        self.tera.render(template, &context).map_err(|error| problems(template, &error))
    }
}

fn problems(template: &str, error: &tera::Error) -> Vec<PressProblem> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = TemplatePlace {
                template: report.filename().to_owned(),
                line: report.span().start_line,
                column: report.span().start_col + 1,
            };
            vec![placed(place, report.message())]
        }
        other => {
            let text = other.to_string();
            let reports = reports(&text);
            if reports.is_empty() { vec![fault(template.to_owned(), None, &text)] } else { reports }
        }
    }
}

/// Unknown filters, functions and included templates come together in one text, each
/// as `error: <message>` and ` --> <template>:<line>:<column>` over its excerpt.
fn reports(text: &str) -> Vec<PressProblem> {
    let mut reports = Vec::new();
    let mut message = "";
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("error: ") {
            message = said;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ").and_then(parse_place) {
            reports.push(placed(place, message));
        }
    }
    reports
}

fn parse_place(text: &str) -> Option<TemplatePlace> {
    let mut parts = text.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some(TemplatePlace { template: parts.next()?.to_owned(), line, column })
}

fn placed(place: TemplatePlace, message: &str) -> PressProblem {
    fault(place.template.clone(), Some(place), message)
}

fn fault(template: String, place: Option<TemplatePlace>, message: &str) -> PressProblem {
    PressProblem::Template(Box::new(TemplateFault {
        template,
        place,
        message: message.to_owned(),
        hints: Vec::new(),
        called_from: Vec::new(),
    }))
}
