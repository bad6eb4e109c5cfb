//! Whoever packs: one request after the other, with the register in hand.
//!
//! A run may be killed between a package and its entry in the register. The next run
//! finds the package in its place, sees that it is whole and of that request, and
//! enters it; anything else that stands there is left alone and told.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{ARCHIVE, Done, Packed, REGISTER, element, in_zone, shown};
use crate::archive::{
    BagProblem, Depth, Dossier, Filing, LEFT_OUT, MARK, NUMBER, REPLACES, Shelves, inspect, write,
};
use crate::check::Judged;
use crate::desk::{Examination, OfficeFolder, held_back};
use crate::diagnostic::{Diagnostic, Place};
use crate::records::comparable_number;
use crate::register::{Package, Register, RegisterProblem};

/// Whoever packs, with the register in hand.
pub(super) struct Clerk<'a> {
    filing: Filing<'a>,
    folder: &'a OfficeFolder,
    archive: PathBuf,
    register: Register,
    /// Every package that the register knows, and those that this run adds or would add.
    known: Vec<Package>,
    simulate: bool,
    /// A file cannot be read: no package is replaced.
    unread: bool,
}

impl<'a> Clerk<'a> {
    pub fn begin(
        examination: &'a Examination,
        register: Register,
        simulate: bool,
    ) -> Result<Self, RegisterProblem> {
        let folder = &examination.folder;
        let rules = (&folder.office, &folder.versions, folder.as_of);
        let told = (&examination.sources, examination.findings.as_slice());
        let filing = Filing::new(&folder.path, rules, told, &register)?;
        let archive = folder.path.join(ARCHIVE);
        let known = register.packages()?;
        if !simulate {
            let paths: BTreeSet<&str> = known.iter().map(|package| &*package.path).collect();
            Shelves::of(&archive, &paths).clear_drafts(&archive);
        }
        let unread = !held_back::unread(&examination.findings).is_empty();
        Ok(Self { filing, folder, archive, register, known, simulate, unread })
    }

    /// Packs one request, if no package holds it as it is now.
    pub fn file(&mut self, judged: &Judged, done: &mut Done) -> Result<(), Box<Diagnostic>> {
        let number = &judged.case.number;
        let dossier =
            Dossier::gather(judged, &self.filing).map_err(|problem| self.told(problem))?;
        let mut found = false;
        let path = loop {
            if let Some(present) = self.present(number)
                && self.holds(present, &dossier)?
            {
                if found {
                    done.packed.push(self.packed(judged, present, true, &dossier));
                } else {
                    done.unchanged.push(number.clone());
                }
                return Ok(());
            }
            let path = self.free_path(number, &dossier);
            if !self.archive.join(&path).exists() {
                break path;
            }
            self.adopt(number, path)?;
            found = true;
        };
        let replaces = self.present(number).map(|present| present.path.clone());
        if self.unread && replaces.is_some() {
            done.held.push(number.clone());
            return Ok(());
        }
        let mut package = Package {
            request: number.to_string(),
            path,
            digest: String::new(),
            replaces,
            packed: self.moment(),
        };
        if !self.simulate {
            let bag = dossier.bag(&self.filing, &package.path, package.replaces.as_deref());
            let written = bag.and_then(|bag| write(&self.place(&package), &bag));
            package.digest = written.map_err(|problem| self.told(problem))?.digest;
            self.register.add_package(&package).map_err(|p| Box::new(p.diagnostic(REGISTER)))?;
        }
        done.packed.push(self.packed(judged, &package, false, &dossier));
        self.known.push(package);
        Ok(())
    }

    /// A problem as the office knows its places: relative to its folder.
    fn told(&self, problem: BagProblem) -> Box<Diagnostic> {
        Box::new(problem.below(&self.folder.path).diagnostic())
    }

    /// The package in force of a request.
    fn present(&self, number: &str) -> Option<&Package> {
        let wanted = comparable_number(number);
        self.known.iter().rev().find(|package| comparable_number(&package.request) == wanted)
    }

    /// Whether a package still holds what there is: the same content, and every paper
    /// that could go into it.
    fn holds(&self, package: &Package, dossier: &Dossier<'_>) -> Result<bool, Box<Diagnostic>> {
        let place = self.place(package);
        if !place.is_dir() {
            return Err(Box::new(gone(package)));
        }
        let info = inspect(&place, Depth::Count).info;
        let Some(mark) = element(&info, MARK) else { return Err(Box::new(unreadable(package))) };
        let left_out = element(&info, LEFT_OUT).map_or(0, |names| names.split(';').count());
        Ok(mark == dossier.mark && left_out <= dossier.left_out_count())
    }

    /// The first path of the request that no package of another one bears.
    fn free_path(&self, number: &str, dossier: &Dossier<'_>) -> String {
        let wanted = comparable_number(number);
        let own = self.known.iter().filter(|one| comparable_number(&one.request) == wanted);
        let mut ordinal = own.count() + 1;
        loop {
            let path = dossier.path(ordinal);
            let lower = path.to_lowercase();
            if !self.known.iter().any(|package| package.path.to_lowercase() == lower) {
                return path;
            }
            ordinal += 1;
        }
    }

    /// Enters a package that stands in its place though the register does not know it:
    /// a run was killed between the two. Anything else there is left alone.
    fn adopt(&mut self, number: &str, path: String) -> Result<(), Box<Diagnostic>> {
        let found = inspect(&self.archive.join(&path), Depth::Checksums);
        let replaces = self.present(number).map(|present| present.path.clone());
        let same = |label, wanted: &str| {
            element(&found.info, label)
                .is_some_and(|told| comparable_number(told) == comparable_number(wanted))
        };
        let is_ours = found.faults.is_empty()
            && same(NUMBER, number)
            && match &replaces {
                Some(earlier) => same(REPLACES, earlier),
                None => element(&found.info, REPLACES).is_none(),
            };
        let Some(digest) = found.digest.filter(|_| is_ours) else {
            return Err(Box::new(occupied(&path)));
        };
        let packed = self.moment();
        let package = Package { request: number.to_owned(), path, digest, replaces, packed };
        if !self.simulate {
            self.register.add_package(&package).map_err(|p| Box::new(p.diagnostic(REGISTER)))?;
        }
        self.known.push(package);
        Ok(())
    }

    fn packed(
        &self,
        judged: &Judged,
        package: &Package,
        found: bool,
        dossier: &Dossier<'_>,
    ) -> Packed {
        Packed {
            number: judged.case.number.clone(),
            path: shown(&package.path),
            replaces: package.replaces.as_deref().map(shown),
            found,
            without: dossier.absent_papers(),
        }
    }

    fn place(&self, package: &Package) -> PathBuf {
        self.archive.join(&package.path)
    }

    fn moment(&self) -> chrono::DateTime<chrono::FixedOffset> {
        in_zone(self.folder)
    }
}

fn gone(package: &Package) -> Diagnostic {
    Diagnostic::error(format!(
        "paket arsip permohonan {} tercatat di buku register, tetapi foldernya tidak ada",
        package.request
    ))
    .consequence("paket baru tidak dibuat, supaya paket yang hilang tidak tertutupi.")
    .advice("kembalikan folder itu dari cadangan, lalu jalankan: tertib arsip cek")
    .at(Place::File(shown(&package.path).into()))
}

fn unreadable(package: &Package) -> Diagnostic {
    Diagnostic::error(format!(
        "paket arsip permohonan {} tidak dapat dibandingkan: bag-info.txt di dalamnya tidak terbaca",
        package.request
    ))
    .consequence("paket baru tidak dibuat.")
    .advice("jalankan tertib arsip cek, dan kembalikan paket itu dari cadangan")
    .at(Place::File(shown(&package.path).into()))
}

fn occupied(path: &str) -> Diagnostic {
    Diagnostic::error("di tempat paket arsip ini sudah ada folder lain")
        .consequence("folder itu tidak diubah, dan permohonan ini belum diarsipkan.")
        .advice(
            "pindahkan folder itu ke luar folder arsip, lalu jalankan lagi: tertib arsip simpan",
        )
        .at(Place::File(shown(path).into()))
}
