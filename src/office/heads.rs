//! How the office's own sheets call the columns (*peta*): heads that no list of ours
//! knows, said once for good.

use super::located::Located;
use super::table::Table;

/// The choices of `[peta]`. What the names of columns mean is judged where sheets are
/// read; here they are only kept with their places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeadRules {
    /// A head as it is written, and the column that it means (`[peta.kolom]`).
    pub columns: Vec<(Located<String>, Located<String>)>,
    /// Heads of columns that are not to be read, nor told as unknown (*abaikan*).
    pub ignored: Vec<Located<String>>,
    /// The columns whose values together tell one request from another, for sheets
    /// without request numbers (*kunci*).
    pub key: Vec<Located<String>>,
}

impl HeadRules {
    pub(super) fn read(table: Table<'_>) -> HeadRules {
        let columns = table.table("kolom").map(|own| own.pairs()).unwrap_or_default();
        let rules =
            HeadRules { columns, ignored: table.texts("abaikan"), key: table.texts("kunci") };
        table.finish();
        rules
    }
}
