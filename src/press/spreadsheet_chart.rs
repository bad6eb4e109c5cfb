//! A chart that a spreadsheet draws itself from the cells of one of its sheets.

/// A chart below the rows of a sheet; it follows the cells when someone edits them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The title of the table that it draws and stands under.
    pub sheet: String,
    pub shape: ChartShape,
    pub title: String,
    /// What it shows, in words, for whoever cannot see it.
    pub alt: String,
    /// What the values are counted in.
    pub axis: String,
    /// The column of the categories, from zero.
    pub categories: usize,
    pub series: Vec<ChartSeries>,
    /// How many of the sheet's rows it draws, from the first one below the head.
    pub rows: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartShape {
    /// Bars that lie beside each other, the first category at the top.
    Bars,
    Lines,
}

/// The values of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartSeries {
    pub name: String,
    /// From zero.
    pub column: usize,
}
