//! What all packages of one run are made from, and the papers and attachments of one
//! request as they lie in the office's folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use super::bag::BagFile;
use super::bag_path;
use super::checksum::{self, Algorithm};
use super::deposit::Content;
use super::payload_name::PayloadNames;
use super::problem::BagProblem;
use super::record::{AttachmentNote, MissingPaper, PaperNote, WorkbookNote};
use crate::check::{Judged, Recipient, recipients};
use crate::diagnostic::{Code, Diagnostic, Sources};
use crate::office::Office;
use crate::records::{Attachment, AttachmentKind, Moment, comparable_number};
use crate::register::{Issued, Paper, Register, RegisterProblem};
use crate::sop::{Definition, PaperKind, Versions};

/// The office, the moment and the records of a run, from which packages are made.
pub struct Filing<'a> {
    /// The office's folder.
    pub folder: &'a Path,
    pub office: &'a Office,
    pub versions: &'a Versions,
    pub as_of: NaiveDateTime,
    pub sources: &'a Sources,
    pub findings: &'a [Diagnostic],
    /// What was issued, by the number of the request as it is compared.
    issued: BTreeMap<String, Vec<KnownPaper>>,
    /// The SHA-512 of each workbook that was read; `None` where it cannot be read again.
    workbooks: BTreeMap<String, Option<String>>,
    /// The workbooks in which a column looks like a password (D19).
    secret: BTreeSet<String>,
}

struct KnownPaper {
    kind: PaperKind,
    round: u32,
    /// Whose it is, where each recipient has one of their own.
    recipient: Option<String>,
    issued: Issued,
    number: Option<String>,
    dated: Option<NaiveDate>,
}

/// A paper of the request and, where it can go into the package, its file.
pub(super) struct FiledPaper {
    pub note: PaperNote,
    pub kind: PaperKind,
    pub dated: Option<NaiveDate>,
    pub file: Option<BagFile>,
    /// What makes it another paper than before.
    pub mark: String,
}

impl<'a> Filing<'a> {
    /// # Errors
    /// The register cannot be read.
    pub fn new(
        folder: &'a Path,
        rules: (&'a Office, &'a Versions, NaiveDateTime),
        told: (&'a Sources, &'a [Diagnostic]),
        register: &Register,
    ) -> Result<Self, RegisterProblem> {
        let ((office, versions, as_of), (sources, findings)) = (rules, told);
        let mut issued: BTreeMap<String, Vec<KnownPaper>> = BTreeMap::new();
        for (paper, state) in register.papers()? {
            let number = register.number_of(&paper)?;
            let Paper::Request { number: request, kind, round, recipient } = paper else {
                continue;
            };
            let (number, dated) = number.map(|number| (number.text, number.date)).unzip();
            issued.entry(comparable_number(&request)).or_default().push(KnownPaper {
                kind,
                round,
                recipient,
                issued: state,
                number,
                dated: dated.flatten(),
            });
        }
        let files: BTreeSet<&str> = sources.sheets().map(|sheet| &*sheet.file).collect();
        let digest = |file: &str| sha512(&folder.join(file)).ok();
        let secret = findings.iter().filter(|told| told.code == Some(Code::D19));
        let secret = secret.flat_map(|told| &told.places).map(|place| sources.file(place));
        Ok(Self {
            folder,
            office,
            versions,
            as_of,
            sources,
            findings,
            issued,
            workbooks: files.into_iter().map(|file| (file.to_owned(), digest(file))).collect(),
            secret: secret.map(str::to_owned).collect(),
        })
    }

    /// The papers that the register knows of a request, by round and step.
    pub(super) fn papers(&self, judged: &Judged, names: &mut PayloadNames) -> Vec<FiledPaper> {
        let known = self.issued.get(&comparable_number(&judged.case.number));
        let mut known: Vec<&KnownPaper> = known.into_iter().flatten().collect();
        known.sort_by_key(|paper| (paper.round, self.step_of(judged, paper.kind), paper.kind));
        known.into_iter().map(|paper| self.paper(paper, judged, names)).collect()
    }

    fn paper(&self, paper: &KnownPaper, judged: &Judged, names: &mut PayloadNames) -> FiledPaper {
        let KnownPaper { kind, round, recipient, issued, number, dated } = paper;
        let is_theirs = |one: &Recipient| recipient.as_ref().is_some_and(|key| is_of(one, key));
        let whose = recipients(&judged.case, *round).into_iter().find(is_theirs);
        let found = self.issued_file(issued);
        let name = issued.file.rsplit('/').next().unwrap_or(&issued.file);
        let file = found.as_ref().ok().map(|place| BagFile {
            path: names.give("naskah", name),
            content: Content::File(place.clone()),
        });
        let step = self.step_of(judged, *kind);
        let signed = judged.history.round_entries(*round).map(|(_, entry)| entry);
        let signed = signed.filter(|entry| Some(entry.step) == step);
        let signed = signed.filter_map(|entry| entry.ended).map(Moment::date).max();
        FiledPaper {
            kind: *kind,
            dated: dated.or(signed),
            mark: format!(
                "{}\u{1f}{round}\u{1f}{}\u{1f}{:?}\u{1f}{}",
                kind.stem(),
                issued.revision,
                issued.stage,
                issued.record_digest
            ),
            note: PaperNote {
                jenis: kind.stem(),
                judul: kind.title(),
                putaran: *round,
                penerima: whose.map(|one| one.name.to_string()),
                revisi: issued.revision,
                nomor: number.clone(),
                berkas: file.as_ref().map(|file| format!("data/{}", file.path)),
                sha256: issued.pdf_digest.clone(),
                keterangan: found.err(),
            },
            file,
        }
    }

    /// The file of an issue below `hasil/`, if it is still what was issued.
    fn issued_file(&self, issued: &Issued) -> Result<PathBuf, &'static str> {
        if bag_path::unsafety(&issued.file).is_some() {
            return Err("nama berkasnya di buku register tidak dapat dipakai");
        }
        let place = self.folder.join("hasil").join(&issued.file);
        let missing = "sudah diterbitkan, tetapi berkasnya tidak ada di folder hasil";
        let file = File::open(&place).map_err(|_| missing)?;
        let sums = checksum::of(file, &[Algorithm::Sha256]).map_err(|_| missing)?;
        if sums.sha256.as_deref() == Some(issued.pdf_digest.as_str()) {
            Ok(place)
        } else {
            Err("berkas di folder hasil bukan lagi yang diterbitkan")
        }
    }

    /// The papers that the signed steps yield and that were never made here; of minutes
    /// that each recipient has apart, those of each.
    pub(super) fn missing(&self, judged: &Judged) -> Vec<MissingPaper> {
        let history = &judged.history;
        if history.outside_sop {
            return Vec::new();
        }
        let returned = |round: u32| history.returns.iter().any(|back| back.round == round);
        let mut missing = Vec::new();
        for round in 1..=history.round {
            for step in &self.sop_of(judged).steps {
                if !history.round_entries(round).any(|(_, entry)| entry.step == step.no) {
                    continue;
                }
                let due = step.papers.iter().copied();
                for kind in due.filter(|kind| *kind != PaperKind::Pengembalian || returned(round)) {
                    let note = |whose: Option<String>| MissingPaper {
                        jenis: kind.stem(),
                        judul: kind.title(),
                        putaran: round,
                        penerima: whose,
                        keterangan: match self.office.papers.is_made_here(kind.stem()) {
                            true => "belum dibuat dengan tertib",
                            false => "dibuat di luar tertib",
                        },
                    };
                    missing.extend(self.without_paper(judged, kind, round).into_iter().map(note));
                }
            }
        }
        missing
    }

    /// For whom a paper of this kind was never made: `None` stands for the whole letter.
    fn without_paper(&self, judged: &Judged, kind: PaperKind, round: u32) -> Vec<Option<String>> {
        let known = self.issued.get(&comparable_number(&judged.case.number));
        let known = known.into_iter().flatten();
        let known: Vec<Option<&str>> = known
            .filter(|paper| paper.kind == kind && paper.round == round)
            .map(|paper| paper.recipient.as_deref())
            .collect();
        if known.contains(&None) {
            return Vec::new();
        }
        // Minutes that are out keep their shape, whatever tertib.toml says since.
        let apart = kind.has_parties()
            && self.office.papers.is_made_here(kind.stem())
            && (!known.is_empty() || self.office.options.handover.is_apart());
        let all = if apart { recipients(&judged.case, round) } else { Vec::new() };
        match all.as_slice() {
            [] | [_] if known.is_empty() => vec![None],
            all => {
                let has_none =
                    |one: &&Recipient| !known.iter().flatten().any(|key| is_of(one, key));
                all.iter().filter(has_none).map(|one| Some(one.name.to_string())).collect()
            }
        }
    }

    /// The attachments of a request with their checksums.
    ///
    /// # Errors
    /// One of them cannot be read.
    pub(super) fn attachments(
        &self,
        judged: &Judged,
        names: &mut PayloadNames,
    ) -> Result<Vec<(AttachmentNote, BagFile)>, BagProblem> {
        let file = |Attachment { name, kind }: &Attachment| {
            let place = self.folder.join("bukti-dukung").join(&**name);
            let sha512 = sha512(&place).map_err(|error| BagProblem::Source {
                file: format!("bukti-dukung/{name}"),
                why: error.kind(),
            })?;
            let path = names.give("bukti-dukung", name);
            let note = AttachmentNote {
                nama: name.to_string(),
                berkas: format!("data/{path}"),
                jenis: key(*kind),
                sha512,
            };
            Ok((note, BagFile { path, content: Content::File(place) }))
        };
        judged.attachments.iter().map(file).collect()
    }

    /// The workbooks that a request was read from; the workbook itself goes into the
    /// package only where the office wants it and no column in it looks like a secret.
    pub(super) fn workbooks(
        &self,
        named: &BTreeSet<&str>,
        names: &mut PayloadNames,
    ) -> Vec<(WorkbookNote, Option<BagFile>)> {
        let note = |file: &&str| {
            let sha512 = self.workbooks.get(*file).cloned().flatten();
            let kept_out = if !self.office.archive.with_workbook {
                Some("tidak disertakan: memuat juga data permohonan lain")
            } else if self.secret.contains(*file) {
                Some("tidak disertakan: memuat kolom yang tampak berisi kata sandi")
            } else if sha512.is_none() {
                Some("tidak disertakan: berkasnya tidak dapat dibaca lagi")
            } else {
                None
            };
            let packed = kept_out.is_none().then(|| BagFile {
                path: names.give("buku-kerja", file),
                content: Content::File(self.folder.join(file)),
            });
            let note = WorkbookNote {
                file: (*file).to_owned(),
                sha512,
                berkas: packed.as_ref().map(|file| format!("data/{}", file.path)),
                keterangan: kept_out,
            };
            (note, packed)
        };
        named.iter().map(note).collect()
    }

    /// The version of the SOP that a request is judged by.
    pub(super) fn sop_of(&self, judged: &Judged) -> &'a Definition {
        self.versions.get(judged.history.version)
    }

    fn step_of(&self, judged: &Judged, kind: PaperKind) -> Option<u32> {
        self.sop_of(judged).step_of_paper(kind).map(|step| step.no)
    }
}

fn sha512(place: &Path) -> io::Result<String> {
    // Asked before it is opened: opening a pipe would wait for ever.
    if !std::fs::metadata(place)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let sums = checksum::of(File::open(place)?, &[Algorithm::Sha512])?;
    sums.sha512.ok_or_else(|| io::ErrorKind::Other.into())
}

fn key(kind: AttachmentKind) -> &'static str {
    match kind {
        AttachmentKind::BeritaAcara => "berita_acara",
        AttachmentKind::Surat => "surat",
        AttachmentKind::DaftarHadir => "daftar_hadir",
        AttachmentKind::Foto => "foto",
        AttachmentKind::Lain => "lain",
    }
}

/// Whether that is what a recipient is known by in the register.
fn is_of(recipient: &Recipient, key: &str) -> bool {
    recipient.keys().iter().any(|own| own == key)
}
