//! The marked pieces of a page: the text that each tag of a PDF points to. A door to lopdf.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document, Encoding, Object, ObjectId};

/// What stands in a marked piece of a page, and on which lines.
#[derive(Debug, Default)]
pub(super) struct Piece {
    pub text: String,
    first: Option<f32>,
    last: Option<f32>,
}

pub(super) type Pieces = BTreeMap<(ObjectId, i64), Piece>;

impl Piece {
    /// Another piece follows it in reading order.
    pub(super) fn go_on(&mut self, next: &Piece) {
        if differ(self.last, next.first) {
            end_line(&mut self.text);
        }
        self.text.push_str(&next.text);
        self.last = next.last;
    }
}

/// A line of dots to be filled by hand is no text of the page; it follows a blank.
pub(super) const TO_FILL: &str = "………… ";

pub(super) fn marked_text(document: &Document, page: ObjectId) -> Pieces {
    let mut found = Pieces::new();
    let fonts = document.get_page_fonts(page).unwrap_or_default();
    let encodings: BTreeMap<Vec<u8>, Encoding<'_>> = fonts
        .into_iter()
        .filter_map(|(name, font)| Some((name, font.get_font_encoding(document).ok()?)))
        .collect();
    let Ok(content) = Content::decode(&document.get_page_content(page)) else { return found };
    let (mut open, mut font, mut height, mut before) = (Vec::new(), None, None, None);
    let (mut shift, mut saved) = (Shift { scale: 1.0, by: 0.0 }, Vec::new());
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let mark = operands.get(1).and_then(|mark| mark.as_dict().ok());
                let id = mark.and_then(|mark| mark.get(b"MCID").ok()?.as_i64().ok());
                open.push(id);
            }
            "EMC" => drop(open.pop()),
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok());
                font = name.and_then(|name| encodings.get(name));
            }
            "q" => saved.push(shift),
            "Q" => shift = saved.pop().unwrap_or(shift),
            "cm" => shift = shift.of(number(operands, 3), number(operands, 5)),
            "Tm" => height = Some(shift.apply(number(operands, 5))),
            "Tj" | "TJ" => {
                let Some(encoding) = font else { continue };
                let mut text = String::new();
                operands.iter().for_each(|operand| decode(operand, encoding, &mut text));
                let Some(id) = innermost(&open) else {
                    let piece = before.and_then(|key| found.get_mut(&key));
                    if let Some(piece) = piece.filter(|piece| piece.text.ends_with(' '))
                        && text.chars().all(|letter| letter == '.')
                        && !piece.text.ends_with(TO_FILL)
                    {
                        piece.text.push_str(TO_FILL);
                    }
                    continue;
                };
                before = Some((page, id));
                let piece = found.entry((page, id)).or_default();
                if differ(piece.last, height) {
                    end_line(&mut piece.text);
                }
                piece.first = piece.first.or(height);
                piece.last = height;
                piece.text.push_str(&text);
            }
            _ => {}
        }
    }
    found
}

/// Where on the page the coordinates of a group lie, up and down.
#[derive(Debug, Clone, Copy)]
struct Shift {
    scale: f32,
    by: f32,
}

impl Shift {
    fn of(self, scale: f32, by: f32) -> Shift {
        Shift { scale: self.scale * scale, by: self.apply(by) }
    }

    fn apply(self, height: f32) -> f32 {
        self.scale.mul_add(height, self.by)
    }
}

fn number(operands: &[Object], at: usize) -> f32 {
    operands.get(at).and_then(|number| number.as_float().ok()).unwrap_or(0.0)
}

/// Whether two heights are those of different lines.
fn differ(one: Option<f32>, other: Option<f32>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() > 4.0,
        _ => false,
    }
}

fn innermost(open: &[Option<i64>]) -> Option<i64> {
    open.iter().rev().find_map(|mark| *mark)
}

fn decode(operand: &Object, encoding: &Encoding<'_>, text: &mut String) {
    match operand {
        Object::String(bytes, _) => {
            let read = Document::decode_text(encoding, bytes).unwrap_or_default();
            // Where a long word may be broken is of no use outside the page.
            text.extend(read.chars().filter(|letter| !matches!(letter, '\u{200b}' | '\u{feff}')));
        }
        Object::Array(items) => items.iter().for_each(|item| decode(item, encoding, text)),
        _ => {}
    }
}

/// A line of the page ends: between two words there is a blank already, and a hyphen
/// joins what it parted.
fn end_line(text: &mut String) {
    match text.chars().last() {
        Some('\u{ad}' | '\u{2010}') => drop(text.pop()),
        None | Some(' ' | '-' | '\n') => {}
        Some(_) => text.push('\n'),
    }
}
