//! The setting process: the same program, started to set pages by the templates of an
//! office and nothing else. Whatever a template does to it, the program goes on.

use std::borrow::Cow;
use std::io::{self, BufReader, BufWriter, Read, Write};

use chrono::DateTime;

use super::Head;
use super::wire::{receive, send};
use crate::press::manuscript::{Files, Manuscript};
use crate::press::{Pages, Press, PressProblem, Templates, workers};

/// Sets what is asked for until no one asks any more.
///
/// # Errors
/// The program that asks has gone.
pub fn serve_setting(from: impl Read + Send, to: impl Write + Send) -> io::Result<()> {
    workers::alone(|| serve(BufReader::new(from), BufWriter::new(to)))
}

fn serve(mut from: impl Read, mut to: impl Write) -> io::Result<()> {
    let Some((names, contents)) = receive::<Vec<String>>(&mut from)? else { return Ok(()) };
    let templates = Templates { files: names.into_iter().zip(contents).collect() };
    let press = Press::new(&templates);
    while let Some((head, parts)) = receive::<Head<'_>>(&mut from)? {
        let made = match head.product {
            None => rendered(&templates, &head, &parts),
            Some(product) => match (&press, manuscript(head, parts)) {
                (Ok(press), Some(manuscript)) => press.set(manuscript, product),
                (Err(problems), _) => Err(problems.clone()),
                (Ok(_), None) => return Err(io::ErrorKind::InvalidData.into()),
            },
        };
        match made {
            Ok(made) => {
                let parts: Vec<&[u8]> = made.iter().map(Vec::as_slice).collect();
                send(&mut to, &Ok::<(), Vec<PressProblem>>(()), &parts)?;
            }
            Err(problems) => send(&mut to, &Err::<(), _>(problems), &[])?,
        }
    }
    Ok(())
}

fn rendered(
    templates: &Templates,
    head: &Head<'_>,
    parts: &[Vec<u8>],
) -> Result<Files, Vec<PressProblem>> {
    let data = parts.first().map_or(&[][..], Vec::as_slice);
    let unreadable = |error: serde_json::Error| {
        let template = head.template.clone().into_owned();
        vec![PressProblem::Data { template, reason: error.to_string() }]
    };
    let data: serde_json::Value = serde_json::from_slice(data).map_err(unreadable)?;
    let page = Pages::new(templates)?.render(&head.template, &data)?;
    Ok(vec![page.into_bytes()])
}

/// The parts as [`super::parts`] sends them.
fn manuscript(head: Head<'_>, parts: Vec<Vec<u8>>) -> Option<Manuscript> {
    let mut parts = parts.into_iter();
    let (data, front) = (parts.next()?, parts.next()?);
    let attachment = if head.is_attached { Some(parts.next()?) } else { None };
    Some(Manuscript {
        template: head.template.into_owned(),
        data,
        front,
        attachment,
        pictures: head.pictures.into_iter().map(Cow::into_owned).zip(parts).collect(),
        date: DateTime::parse_from_rfc3339(&head.date).ok()?,
        title: head.title.into_owned(),
        ident: head.ident.into_owned(),
    })
}
