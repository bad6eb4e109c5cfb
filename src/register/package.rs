//! The index of the archive: which package holds which request, and which one it
//! replaces. A package that is entered stays; a later one names it.

use chrono::{DateTime, FixedOffset};

use super::Register;
use super::line::Line;
use super::paper::compared;
use super::problem::RegisterProblem;

/// A package of the archive (*paket arsip*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The number of the request as shown.
    pub request: String,
    /// Relative to `arsip/`, with `/`.
    pub path: String,
    /// The digest of its content, as the archive reckons it.
    pub digest: String,
    /// The path of the package that it replaces.
    pub replaces: Option<String>,
    /// When it was packed.
    pub packed: DateTime<FixedOffset>,
}

const PACKAGE: &str = "SELECT package.id, package.request, package.path, package.digest, \
                       earlier.path, package.packed FROM package \
                       LEFT JOIN package AS earlier ON earlier.id = package.replaces";

impl Register {
    /// Enters a package. The same again (path, digest, what it replaces) is no mistake.
    ///
    /// # Errors
    ///
    /// Its path is that of another package, or it does not replace the present package of
    /// the request, the only one that it may and must replace.
    pub fn add_package(&mut self, package: &Package) -> Result<(), RegisterProblem> {
        let path = package.path.clone();
        if let Some((_, known)) = self.package_where("package.path = ?", &package.path)? {
            let same = compared(&known.request) == compared(&package.request)
                && known.digest == package.digest
                && known.replaces == package.replaces;
            return if same { Ok(()) } else { Err(RegisterProblem::PackageTaken { path }) };
        }
        let present = self.present_package(&package.request)?;
        let (key, present) = present.map(|(key, package)| (key, package.path)).unzip();
        if present != package.replaces {
            let request = package.request.clone();
            return Err(RegisterProblem::NotReplacing { path, request, present });
        }
        let values = [
            package.request.trim().into(),
            compared(&package.request).as_str().into(),
            package.path.as_str().into(),
            package.digest.as_str().into(),
            key.into(),
            package.packed.to_rfc3339().as_str().into(),
        ];
        let sql = "INSERT INTO package (request, request_key, path, digest, replaces, packed) \
                   VALUES (?, ?, ?, ?, ?, ?)";
        self.together(|register| register.ledger.change(sql, &values))
    }

    /// The present package of a request, that no other replaces.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn package_of(&self, request: &str) -> Result<Option<Package>, RegisterProblem> {
        Ok(self.present_package(request)?.map(|(_, package)| package))
    }

    /// All packages, also the replaced ones, in the order of entry.
    ///
    /// # Errors
    ///
    /// The register cannot be read.
    pub fn packages(&self) -> Result<Vec<Package>, RegisterProblem> {
        let lines = self.ledger.ask(&format!("{PACKAGE} ORDER BY package.id"), &[])?;
        lines.iter().map(|line| Ok(read(line)?.1)).collect()
    }

    fn present_package(&self, request: &str) -> Result<Option<(i64, Package)>, RegisterProblem> {
        let condition = "package.request_key = ? ORDER BY package.id DESC";
        self.package_where(condition, &compared(request))
    }

    fn package_where(
        &self,
        condition: &str,
        value: &str,
    ) -> Result<Option<(i64, Package)>, RegisterProblem> {
        let sql = format!("{PACKAGE} WHERE {condition} LIMIT 1");
        self.ledger.ask(&sql, &[value.into()])?.first().map(read).transpose()
    }
}

fn read(line: &Line) -> Result<(i64, Package), RegisterProblem> {
    let packed = line.text(5)?;
    let package = Package {
        request: line.text(1)?.to_owned(),
        path: line.text(2)?.to_owned(),
        digest: line.text(3)?.to_owned(),
        replaces: line.text_if_any(4)?.map(str::to_owned),
        packed: DateTime::parse_from_rfc3339(packed).map_err(|_| RegisterProblem::Damaged {
            reason: format!("waktu pengarsipan \"{packed}\" tidak dapat dibaca"),
        })?,
    };
    Ok((line.int(0)?, package))
}
