//! How closed requests are filed (*arsip*).

use super::located::Located;
use super::paper::{PerKind, each_kind};
use super::problem::Expected;
use super::table::Table;
use super::value::Value;

/// What becomes of a record in the end (*nasib_akhir*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinalFate {
    Musnah,
    Permanen,
    DinilaiKembali,
}

impl FinalFate {
    /// As lists of records write it.
    pub fn name(self) -> &'static str {
        match self {
            FinalFate::Musnah => "Musnah",
            FinalFate::Permanen => "Permanen",
            FinalFate::DinilaiKembali => "Dinilai kembali",
        }
    }
}

/// The retention schedule; nothing of it has a default, for it is law, not taste.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Retention {
    pub active_years: Option<u32>,
    pub inactive_years: Option<u32>,
    pub final_fate: Option<FinalFate>,
}

/// The choices of `[arsip]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArchiveRules {
    /// The code of the classification (*klasifikasi*).
    pub classification: PerKind<Located<String>>,
    /// Who may see it (*keamanan*), as the office calls it.
    pub security: PerKind<Located<String>>,
    /// Whether the workbook itself goes into the package, with everyone else's data.
    pub with_workbook: bool,
    pub retention: Option<Retention>,
}

impl ArchiveRules {
    pub(super) fn read(table: Table<'_>) -> ArchiveRules {
        let text = |value: &Value<'_>| value.text(Expected::TextOrPerKind);
        let mut classification = PerKind::read(&table, "klasifikasi", text);
        let mut security = PerKind::read(&table, "keamanan", text);
        each_kind(&table, |kind, own| {
            classification.add(kind, own.text("klasifikasi"));
            security.add(kind, own.text("keamanan"));
        });
        let rules = ArchiveRules {
            classification,
            security,
            with_workbook: table.flag("sertakan_buku").unwrap_or(false),
            retention: table.table("retensi").map(Retention::read),
        };
        table.finish();
        rules
    }
}

impl Retention {
    fn read(table: Table<'_>) -> Retention {
        let fates = [
            ("musnah", FinalFate::Musnah),
            ("permanen", FinalFate::Permanen),
            ("dinilai_kembali", FinalFate::DinilaiKembali),
        ];
        let retention = Retention {
            active_years: table.years("aktif_tahun"),
            inactive_years: table.years("inaktif_tahun"),
            final_fate: table.choice("nasib_akhir", &fates),
        };
        table.finish();
        retention
    }
}
