//! `hitung --format json`.

use std::io::{self, Write};

use serde::Serialize;

use super::{Told, print};
use crate::desk::{Answer, Calculation, Sources};

#[derive(Serialize)]
#[serde(untagged)]
enum CalculationJson {
    Certain { detik_kerja: i64 },
    Between { detik_kerja: Option<i64>, detik_paling_singkat: i64, detik_paling_lama: i64 },
    After { selesai: String },
}

pub fn calculation(told: &Calculation, out: &mut dyn Write) -> io::Result<()> {
    let json = match &told.answer {
        Answer::Between { shortest, longest } if shortest.seconds == longest.seconds => {
            CalculationJson::Certain { detik_kerja: shortest.seconds }
        }
        Answer::Between { shortest, longest } => CalculationJson::Between {
            detik_kerja: None,
            detik_paling_singkat: shortest.seconds,
            detik_paling_lama: longest.seconds,
        },
        Answer::After { ends, .. } => {
            let by = Told { sources: &Sources::default(), zone: told.zone };
            CalculationJson::After { selesai: by.at(*ends) }
        }
    };
    print(&json, out)
}
