//! A workbook of this program with a title, and whether anybody saved it since.

use super::package::Package;
use crate::press::workbook::OWN_AUTHOR;

const PROPERTIES: &str = "docProps/core.xml";

/// Whether these are the bytes of a workbook that this program wrote under that title and
/// that no other program has saved since: whoever saves one enters when, or who.
pub fn is_own_workbook(book: &[u8], title: &str) -> bool {
    let Ok(mut package) = Package::open(book) else { return false };
    let Ok(Some(properties)) = package.text(PROPERTIES) else { return false };
    let entered = |name: &str| {
        let (_, rest) = properties.split_once(&format!("<{name}"))?;
        let (_, rest) = rest.split_once('>')?;
        rest.split_once("</").map(|(text, _)| text)
    };
    let escaped = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    entered("dc:title") == Some(escaped.as_str())
        && entered("dc:creator") == Some(OWN_AUTHOR)
        && entered("cp:lastModifiedBy") == Some(OWN_AUTHOR)
        && entered("dcterms:created").is_some()
        && entered("dcterms:created") == entered("dcterms:modified")
}
