//! The boxes in which notes are shown. Excel keeps them as drawings in VML, which need
//! not be well-formed XML where it wrote them; so they are looked through as text.

use super::layout::Layout;
use super::tags::cell_text;

const HEAD: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">";
const KIND: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
/// Shapes are numbered by blocks of so many; a drawing names the blocks that it uses.
const BLOCK: u32 = 1024;
const WIDTH: u32 = 340;
const LINE: u32 = 16;
const LETTERS_A_LINE: usize = 52;
const ROW: u32 = 20;

/// A note that has no box yet.
pub(super) struct NewBox {
    pub row: u32,
    pub column: u16,
    /// The text that it is to hold.
    pub text: String,
}

/// The first block of shapes that no drawing of the workbook uses.
pub(super) fn free_block(drawings: &[String]) -> u32 {
    let blocks = drawings.iter().flat_map(|text| blocks(text)).chain(
        drawings
            .iter()
            .flat_map(|text| numbers_behind(text, "_x0000_s").map(|shape| shape / BLOCK)),
    );
    blocks.max().map_or(1, |block| block.saturating_add(1))
}

/// The drawing with boxes for these notes, and how many blocks of shapes they took.
pub(super) fn drawing(
    existing: Option<&str>,
    boxes: &[NewBox],
    layout: &Layout,
    first_block: u32,
) -> (String, u32) {
    // The first number of a block is left, as Excel leaves it.
    let a_block = BLOCK as usize - 1;
    let taken = u32::try_from(boxes.len().div_ceil(a_block)).unwrap_or(u32::MAX).max(1);
    let shapes: String = boxes
        .iter()
        .enumerate()
        .map(|(at, new)| {
            let block = first_block + u32::try_from(at / a_block).unwrap_or(0);
            let number = block * BLOCK + 1 + u32::try_from(at % a_block).unwrap_or(0);
            shape(number, new, layout)
        })
        .collect();
    let ours: Vec<String> = (first_block..first_block + taken).map(|no| no.to_string()).collect();
    let ours = ours.join(",");
    let written = match existing {
        Some(text) => {
            let kind = if text.contains("_x0000_t202") { "" } else { KIND };
            let (text, named) = with_blocks(text, &ours);
            let layout = if named { String::new() } else { shape_layout(&ours) };
            match text.rfind("</xml>") {
                Some(end) => {
                    let (before, after) = (text.get(..end), text.get(end..));
                    let (before, after) = (before.unwrap_or(""), after.unwrap_or(""));
                    format!("{before}{layout}{kind}{shapes}{after}")
                }
                None => format!("{HEAD}{}{KIND}{shapes}</xml>", shape_layout(&ours)),
            }
        }
        None => format!("{HEAD}{}{KIND}{shapes}</xml>", shape_layout(&ours)),
    };
    (written, taken)
}

/// The drawing without the boxes of notes on these cells.
pub(super) fn without(text: &str, cells: &[(u32, u16)]) -> String {
    let (mut written, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(start) = rest.find("<v:shape ") {
        let end = rest.get(start..).and_then(|shape| shape.find("</v:shape>"));
        let Some(end) = end.map(|end| start + end + "</v:shape>".len()) else { break };
        let shape = rest.get(start..end).unwrap_or("");
        let is_on = |(row, column): &(u32, u16)| {
            shape.contains(&format!("<x:Row>{row}</x:Row>"))
                && shape.contains(&format!("<x:Column>{column}</x:Column>"))
        };
        let kept = if cells.iter().any(is_on) { start } else { end };
        written.push_str(rest.get(..kept).unwrap_or(""));
        rest = rest.get(end..).unwrap_or("");
    }
    written.push_str(rest);
    written
}

fn shape_layout(blocks: &str) -> String {
    format!(
        "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{blocks}\"/></o:shapelayout>"
    )
}

fn shape(number: u32, new: &NewBox, layout: &Layout) -> String {
    let lines: usize = new.text.lines().map(|line| line.chars().count() / LETTERS_A_LINE + 1).sum();
    let height = u32::try_from(lines).unwrap_or(40).clamp(4, 40) * LINE + 12;
    let rows = height / ROW;
    let column = u32::from(new.column);
    let top = new.row.saturating_sub(1).min(1_048_575_u32.saturating_sub(rows + 1));
    let (mut left, mut right, mut rest) = (column + 1, column + 1, WIDTH);
    while layout.pixels(right) <= rest && right < 16_383 && right - left < 60 {
        rest -= layout.pixels(right);
        right += 1;
    }
    if left > 16_383 {
        (left, right) = (16_380, 16_383);
    }
    let anchor = format!("{left}, 15, {top}, 4, {right}, {rest}, {}, {}", top + rows, height % ROW);
    format!(
        "<v:shape id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:80pt;margin-top:5pt;width:{}pt;height:{}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{}</x:Row><x:Column>{}</x:Column></x:ClientData></v:shape>",
        WIDTH * 3 / 4,
        height * 3 / 4,
        cell_text(&anchor),
        new.row,
        new.column
    )
}

/// The drawing with blocks added to those that it names, and whether it names any.
fn with_blocks(text: &str, ours: &str) -> (String, bool) {
    let Some((start, end)) = block_list(text) else { return (text.to_owned(), false) };
    let (before, list, after) = (text.get(..start), text.get(start..end), text.get(end..));
    let (before, list, after) = (before.unwrap_or(""), list.unwrap_or(""), after.unwrap_or(""));
    let gap = if list.trim().is_empty() { "" } else { "," };
    (format!("{before}{list}{gap}{ours}{after}"), true)
}

fn blocks(text: &str) -> Vec<u32> {
    let list = block_list(text).and_then(|(start, end)| text.get(start..end)).unwrap_or("");
    list.split(',').filter_map(|block| block.trim().parse().ok()).collect()
}

/// Where the list of blocks stands, between its quotes.
fn block_list(text: &str) -> Option<(usize, usize)> {
    let tag = text.find("idmap")?;
    let rest = text.get(tag..)?;
    let rest = rest.get(..rest.find('>')?)?;
    let data = rest.find("data=")? + "data=".len();
    let quote = rest.get(data..)?.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let start = data + 1;
    let end = start + rest.get(start..)?.find(quote)?;
    Some((tag + start, tag + end))
}

fn numbers_behind<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = u32> + 'a {
    text.match_indices(mark).filter_map(move |(at, _)| {
        let rest = text.get(at + mark.len()..)?;
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        rest.get(..end)?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(row: u32, column: u16) -> NewBox {
        NewBox { row, column, text: "a\nb".to_owned() }
    }

    #[test]
    fn boxes_join_a_drawing_that_is_there_under_numbers_of_their_own() {
        let old = "<xml><o:shapelayout><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><br><v:shape id=\"_x0000_s1025\"></v:shape></xml>";
        let block = free_block(&[old.to_owned()]);
        assert_eq!(block, 2);
        let (text, taken) = drawing(Some(old), &[new(4, 2)], &Layout::default(), block);
        assert_eq!(taken, 1);
        assert!(text.contains("data=\"1,2\"") && text.contains("<br>"));
        assert!(
            text.contains("_x0000_s2049")
                && text.contains("<x:Row>4</x:Row><x:Column>2</x:Column>")
        );
    }

    #[test]
    fn many_boxes_take_several_blocks() {
        let boxes: Vec<NewBox> = (0..1100).map(|row| new(row, 0)).collect();
        let (text, taken) = drawing(None, &boxes, &Layout::default(), 3);
        assert_eq!(taken, 2);
        assert!(text.contains("data=\"3,4\"") && text.contains("_x0000_s4097"));
        assert!(!text.contains("_x0000_s4096\""));
    }
}
