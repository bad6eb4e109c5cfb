//! Native charts below the tables that they draw.

use rust_xlsxwriter::{
    Chart as Drawing, ChartAxisLabelPosition, ChartFormat, ChartLegendPosition, ChartLine,
    ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Color, Worksheet,
};

use super::{Table, unexpected};
use crate::press::problem::PressProblem;
use crate::press::spreadsheet_chart::{Chart, ChartShape};

/// The series of a chart, in their order; told apart in print without colour as well.
const COLOURS: [Color; 3] =
    [Color::RGB(0x1F_4E_79), Color::RGB(0xC5_5A_11), Color::RGB(0x7F_7F_7F)];
const MARKERS: [ChartMarkerType; 3] =
    [ChartMarkerType::Circle, ChartMarkerType::Square, ChartMarkerType::Diamond];
const CHART_WIDTH: u32 = 820;
const CHART_HEIGHT: u32 = 380;
/// Rows of the usual height that a chart covers, with some air.
const CHART_ROWS: usize = 22;

pub(super) fn insert_chart(
    sheet: &mut Worksheet,
    table: &Table,
    chart: &Chart,
    at: usize,
) -> Result<(), PressProblem> {
    let full = || PressProblem::SheetFull { sheet: table.title.clone() };
    let column = |index: usize| u16::try_from(index).map_err(|_| full());
    let last = u32::try_from(chart.rows.min(table.rows.len())).map_err(|_| full())?;
    let mut drawing = match chart.shape {
        ChartShape::Bars => Drawing::new(ChartType::Bar),
        ChartShape::Lines => Drawing::new(ChartType::Line),
    };
    let categories = column(chart.categories)?;
    for (index, series) in chart.series.iter().enumerate() {
        let values = column(series.column)?;
        let colour = COLOURS.into_iter().cycle().nth(index).unwrap_or(Color::Black);
        let marker = MARKERS.into_iter().cycle().nth(index).unwrap_or(ChartMarkerType::Circle);
        let fill = ChartSolidFill::new().set_color(colour).clone();
        let line = ChartLine::new().set_color(colour).set_width(2.0).clone();
        let drawn = drawing
            .add_series()
            .set_name(&series.name)
            .set_categories((&*table.title, 1, categories, last, categories))
            .set_values((&*table.title, 1, values, last, values));
        match chart.shape {
            ChartShape::Bars => {
                drawn.set_gap(60).set_format(ChartFormat::new().set_solid_fill(&fill));
            }
            ChartShape::Lines => {
                let mut mark = ChartMarker::new();
                mark.set_type(marker).set_size(7);
                mark.set_format(ChartFormat::new().set_solid_fill(&fill));
                drawn.set_format(ChartFormat::new().set_line(&line)).set_marker(&mark);
            }
        }
    }
    drawing.title().set_name(&chart.title);
    drawing.legend().set_position(ChartLegendPosition::Bottom);
    if chart.shape == ChartShape::Bars {
        // Bars are drawn from below; the first row of the table is to stand on top, and
        // the scale, which turns with it, below.
        drawing.y_axis().set_reverse();
        drawing.x_axis().set_label_position(ChartAxisLabelPosition::High);
    }
    let scale = match chart.shape {
        ChartShape::Bars => drawing.x_axis(),
        ChartShape::Lines => drawing.y_axis(),
    };
    scale.set_name(&chart.axis).set_min(0).set_num_format("#,##0");
    drawing.set_alt_text(alt_text(&chart.alt)).set_width(CHART_WIDTH).set_height(CHART_HEIGHT);
    let row = u32::try_from(table.rows.len() + 2 + at * CHART_ROWS).map_err(|_| full())?;
    sheet.insert_chart(row, 0, &drawing).map_err(unexpected)?;
    Ok(())
}

/// Excel takes 255 letters at most and nothing of what is longer: it ends at a blank,
/// and says that it does. All that it tells stands in the cells above as well.
fn alt_text(told: &str) -> String {
    if told.encode_utf16().count() <= LONGEST_ALT {
        return told.to_owned();
    }
    let mut room = LONGEST_ALT - 2;
    let fits = |letter: &char| {
        let left = room.checked_sub(letter.len_utf16());
        room = left.unwrap_or_default();
        left.is_some()
    };
    let mut kept: String = told.chars().take_while(fits).collect();
    if let Some((whole_words, _)) = kept.rsplit_once(' ') {
        kept = whole_words.to_owned();
    }
    kept + " …"
}

const LONGEST_ALT: usize = 255;

#[cfg(test)]
mod tests {
    use super::alt_text;

    #[test]
    fn what_a_chart_shows_is_cut_between_words_where_excel_would_drop_all_of_it() {
        assert_eq!(alt_text("Grafik"), "Grafik");
        let long = alt_text(&"langkah ".repeat(40));
        assert!(long.ends_with("langkah …") && long.chars().count() <= 255, "{long}");
    }
}
