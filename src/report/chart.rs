//! A drawing of figures that a table of the report holds as well (*grafik*).
//!
//! The scale is chosen here, once, so that page and browser draw alike; a workbook
//! draws its own from the cells of the table.

/// A chart (*grafik*).
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub title: String,
    /// All that it shows, in words, for whoever cannot see it.
    pub alt: String,
    pub shape: Shape,
    /// What the figures are counted in.
    pub unit: &'static str,
    pub categories: Vec<String>,
    pub series: Vec<Series>,
    /// The sheet whose table it draws, and the column of its categories.
    pub sheet: &'static str,
    pub category_column: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A bar for each category in the first series; the second is its target.
    BarsAgainstTarget,
    /// A line for each series over the categories.
    Lines,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: &'static str,
    /// `None`: no data; nothing is drawn.
    pub values: Vec<Option<f64>>,
    /// The column of the table that it draws.
    pub column: usize,
}

impl Chart {
    /// Whether there is anything to draw: targets alone are nothing.
    pub fn has_data(&self) -> bool {
        let drawn = match self.shape {
            Shape::BarsAgainstTarget => 1,
            Shape::Lines => self.series.len(),
        };
        self.series.iter().take(drawn).any(|series| series.values.iter().any(Option::is_some))
    }

    /// The marks of the scale, from 0 up to at least the largest figure.
    pub fn ticks(&self) -> Vec<f64> {
        let values = self.series.iter().flat_map(|series| series.values.iter().flatten());
        let largest = values.copied().fold(0.0, f64::max);
        let step = STEPS.into_iter().find(|step| step * MOST_MARKS >= largest);
        // Beyond the steps known, one mark at the end will do.
        let step = step.unwrap_or(largest);
        let mut marks = vec![0.0];
        let mut mark = 0.0;
        while mark < largest {
            mark += step;
            marks.push(mark);
        }
        if marks.len() == 1 {
            marks.push(step);
        }
        marks
    }
}

const MOST_MARKS: f64 = 6.0;
/// Distances between marks that read well, for counts and for minutes alike.
const STEPS: [f64; 18] = [
    1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 100.0, 120.0, 200.0, 300.0, 600.0, 1_000.0,
    2_000.0, 5_000.0, 10_000.0, 50_000.0,
];

#[cfg(test)]
mod tests {
    use super::{Chart, Series, Shape};

    fn chart(values: &[Option<f64>]) -> Chart {
        Chart {
            title: String::new(),
            alt: String::new(),
            shape: Shape::Lines,
            unit: "menit",
            categories: Vec::new(),
            series: vec![Series { name: "Median", values: values.to_vec(), column: 1 }],
            sheet: "",
            category_column: 0,
        }
    }

    #[test]
    fn the_scale_begins_at_nothing_and_reaches_the_largest_figure() {
        assert_eq!(
            chart(&[Some(180.0), None, Some(12.5)]).ticks(),
            [0.0, 30.0, 60.0, 90.0, 120.0, 150.0, 180.0]
        );
        assert_eq!(chart(&[Some(0.0)]).ticks(), [0.0, 1.0]);
        assert_eq!(chart(&[Some(7.0)]).ticks(), [0.0, 2.0, 4.0, 6.0, 8.0]);
        let beyond = chart(&[Some(1e9)]).ticks();
        assert_eq!(beyond, [0.0, 1e9]);
    }
}
