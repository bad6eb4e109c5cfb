//! Where the copies go: below the folder that was named, by the paths that the workbooks
//! have below `data`, and never among what tertib reads itself.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{real, shown_path};
use crate::desk::{Choices, Refusal};
use crate::diagnostic::Diagnostic;
use crate::intake::InputFile;

/// Folders of the office into which no copy may be put, and what would come of it.
const RESERVED: [(&str, &str); 3] = [
    ("data", "salinan di sana akan dibaca sebagai buku kerja pada pemeriksaan berikutnya."),
    ("bukti-dukung", "salinan di sana akan dianggap bukti dukung."),
    ("arsip", "folder arsip hanya memuat paket arsip."),
];

pub(super) struct Targets {
    folder: PathBuf,
    /// As it was named.
    shown: String,
    /// Names that were given, in small letters: not every system tells letters' case.
    given: BTreeSet<String>,
    /// Where the inputs themselves lie.
    inputs: BTreeSet<PathBuf>,
}

pub(super) struct Target {
    pub path: PathBuf,
    pub shown: String,
}

impl Targets {
    pub fn below(
        named: &Path,
        choices: &Choices,
        office: &Path,
        inputs: &[InputFile],
    ) -> Result<Self, Refusal> {
        let folder = real(&choices.here.join(named));
        let shown = shown_path(named);
        if folder.exists() && !folder.is_dir() {
            return Err(vec![
                Diagnostic::error(format!("\"{shown}\" bukan folder"))
                    .advice("sebutkan sesudah --anotasi nama folder untuk salinan buku kerja"),
            ]);
        }
        for (reserved, consequence) in RESERVED {
            if folder.starts_with(real(&office.join(reserved))) {
                return Err(vec![
                    Diagnostic::error(format!(
                        "salinan beranotasi tidak boleh ditulis di folder {reserved}: \"{shown}\""
                    ))
                    .consequence(consequence)
                    .advice(
                        "sebutkan folder lain, misalnya: tertib periksa --anotasi hasil-periksa",
                    ),
                ]);
            }
        }
        let inputs = inputs.iter().map(|input| real(&input.path)).collect();
        Ok(Self { folder, shown, given: BTreeSet::new(), inputs })
    }

    /// Where the copy of a workbook goes. One that had to be written anew is an .xlsx,
    /// whatever it was; two that would have one name are told apart by a number.
    pub fn of(&mut self, input: &InputFile, rewritten: bool) -> Target {
        let relative = relative(&input.name);
        let (stem, ending) = match relative.rsplit_once('.') {
            _ if rewritten => (relative.as_str(), "xlsx"),
            Some((stem, ending)) if !ending.contains('/') => (stem, ending),
            _ => (relative.as_str(), "xlsx"),
        };
        let names = (1..).map(|no| match no {
            1 => format!("{stem}.{ending}"),
            no => format!("{stem} ({no}).{ending}"),
        });
        let free = |name: &String| {
            let path = real(&self.path(name));
            !self.given.contains(&name.to_lowercase()) && !self.inputs.contains(&path)
        };
        let name = names.into_iter().find(free).unwrap_or_default();
        self.given.insert(name.to_lowercase());
        let shown = format!("{}/{name}", self.shown.trim_end_matches('/'));
        Target { path: self.path(&name), shown }
    }

    fn path(&self, name: &str) -> PathBuf {
        let mut path = self.folder.clone();
        path.extend(name.split('/'));
        path
    }
}

/// The path below `data`, or below the office; of a workbook that lies elsewhere only
/// the name.
fn relative(name: &str) -> String {
    let below = name.strip_prefix("data/").unwrap_or(name);
    let parts: Vec<&str> = below.split('/').collect();
    let leads_out = |part: &&str| part.is_empty() || *part == ".." || part.contains(':');
    match parts.iter().any(leads_out) {
        true => parts.last().map_or_else(String::new, |last| last.replace(':', "-")),
        false => parts.into_iter().filter(|part| *part != ".").collect::<Vec<_>>().join("/"),
    }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn a_copy_keeps_the_path_below_data_and_never_leads_out_of_the_folder() {
        let names =
            ["data/2024/Kendali.xlsx", "lain/x.xlsx", "../x.xlsx", "/tmp/x.xlsx", "C:/x.xls"];
        let kept = names.map(relative);
        assert_eq!(kept, ["2024/Kendali.xlsx", "lain/x.xlsx", "x.xlsx", "x.xlsx", "x.xls"]);
    }
}
