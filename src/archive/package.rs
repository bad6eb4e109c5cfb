//! One closed request becomes one package: what goes in, and what is said of it.
//!
//! A package is never changed. Whether a new one has to replace it is told by the mark
//! of its content (*Sidik-Isi*): what its records say, its papers and its attachments.
//! Where in a workbook a row stands, and what else that workbook holds, is no part of
//! the mark: the next request in the sheet must not make all packages anew.

use std::collections::BTreeSet;

use chrono::Datelike;
use sha2::{Digest, Sha512};

use super::bag::{Bag, BagFile, BagInfo};
use super::closing;
use super::deposit::Content;
use super::filing::{FiledPaper, Filing};
use super::payload_name::PayloadNames;
use super::problem::BagProblem;
use super::read_me;
use super::record::{
    self, AttachmentNote, FindingNote, MissingPaper, PaperNote, Record, StepNote, WorkbookNote,
};
use super::summary::{self, Summary, of_round};
use super::written_row::WrittenRow;
use crate::check::Judged;
use crate::records::folder_name;

/// The element of `bag-info.txt` that holds the mark of the content.
pub const MARK: &str = "Sidik-Isi";
/// The element that names the package which this one replaces.
pub const REPLACES: &str = "Menggantikan";
/// The element that names issued papers whose files could not be packed.
pub const LEFT_OUT: &str = "Naskah-Tidak-Disertakan";
/// The element that holds the number of the request.
pub const NUMBER: &str = "External-Identifier";

/// A paper that a package does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsentPaper {
    /// The kind as users type it, with the round where it is not the first.
    pub name: String,
    pub why: &'static str,
}

/// A closed request, gathered and ready to be packed.
pub struct Dossier<'a> {
    judged: &'a Judged,
    summary: Summary,
    /// `<year of closing>/<klasifikasi>`
    shelf: String,
    /// What tells whether another package has to be made.
    pub mark: String,
    papers: Vec<PaperNote>,
    missing: Vec<MissingPaper>,
    attachments: Vec<AttachmentNote>,
    workbooks: Vec<WorkbookNote>,
    requests: Vec<WrittenRow>,
    sign_offs: Vec<WrittenRow>,
    files: Vec<BagFile>,
}

impl<'a> Dossier<'a> {
    /// Gathers what lies in the office's folder for a request.
    ///
    /// # Errors
    /// An attachment cannot be read.
    pub fn gather(judged: &'a Judged, filing: &Filing<'_>) -> Result<Self, BagProblem> {
        let mut names = PayloadNames::default();
        let papers = filing.papers(judged, &mut names);
        let attached = filing.attachments(judged, &mut names)?;
        let (sources, zone) = (filing.sources, filing.office.zone);
        let case = &judged.case;
        let requests: Vec<WrittenRow> =
            case.rows.iter().map(|row| WrittenRow::of_request(row, sources, zone)).collect();
        let sign_offs: Vec<WrittenRow> =
            case.sign_offs.iter().map(|row| WrittenRow::of_sign_off(row, sources, zone)).collect();
        let named: BTreeSet<&str> =
            requests.iter().chain(&sign_offs).map(|row| row.file()).collect();
        let books = filing.workbooks(&named, &mut names);
        let mark = mark(&requests, &sign_offs, &papers, &attached);
        let summary = summary::of(judged, filing, &papers, &attached);
        let year = closing::closed_at(judged, filing.sop_of(judged), filing.as_of);
        let year = year.map_or("tanpa-tahun".to_owned(), |at| format!("{:04}", at.date().year()));
        let class = summary.klasifikasi.as_deref().map(folder_name);
        let mut files = Vec::new();
        let mut notes = Vec::new();
        for FiledPaper { note, file, .. } in papers {
            files.extend(file);
            notes.push(note);
        }
        let (attachments, scans): (Vec<_>, Vec<_>) = attached.into_iter().unzip();
        let (workbooks, copies): (Vec<_>, Vec<_>) = books.into_iter().unzip();
        files.extend(scans);
        files.extend(copies.into_iter().flatten());
        Ok(Self {
            judged,
            shelf: format!("{year}/{}", class.as_deref().unwrap_or("tanpa-klasifikasi")),
            mark,
            papers: notes,
            missing: filing.missing(judged),
            attachments,
            workbooks,
            requests,
            sign_offs,
            files,
            summary,
        })
    }

    /// The path of its first package, relative to `arsip/`; a later one ends in `-2`, `-3`.
    pub fn path(&self, ordinal: usize) -> String {
        let name = folder_name(&self.judged.case.number);
        match ordinal {
            0 | 1 => format!("{}/{name}", self.shelf),
            later => format!("{}/{name}-{later}", self.shelf),
        }
    }

    /// How many issued papers have a file that cannot be packed.
    pub fn left_out_count(&self) -> usize {
        self.left_out().count()
    }

    fn left_out(&self) -> impl Iterator<Item = &PaperNote> {
        self.papers.iter().filter(|paper| paper.berkas.is_none())
    }

    /// The papers that are not in the package, each with why: never made, or issued and
    /// no longer there.
    pub fn absent_papers(&self) -> Vec<AbsentPaper> {
        let absent = |kind: &str, round, why| AbsentPaper {
            name: format!("{kind}{}", of_round(round)),
            why,
        };
        let never = self.missing.iter();
        let never = never.map(|paper| absent(paper.jenis, paper.putaran, paper.keterangan));
        let gone = self
            .left_out()
            .map(|paper| absent(paper.jenis, paper.putaran, paper.keterangan.unwrap_or_default()));
        never.chain(gone).collect()
    }

    /// The package under a path, with the path of the one that it replaces.
    ///
    /// # Errors
    /// The records cannot be written as JSON.
    pub fn bag(
        &self,
        filing: &Filing<'_>,
        path: &str,
        replaces: Option<&str>,
    ) -> Result<Bag, BagProblem> {
        let record = serde_json::to_vec_pretty(&self.record(filing, replaces)).map_err(|_| {
            BagProblem::Source {
                file: record::NAME.to_owned(),
                why: std::io::ErrorKind::InvalidData,
            }
        })?;
        let record = BagFile { path: record::NAME.to_owned(), content: Content::Bytes(record) };
        let mut payload = vec![record];
        payload.extend(self.files.iter().cloned());
        let read_me = read_me::text(&self.summary.nomor, &self.summary.kantor);
        Ok(Bag {
            info: self.info(filing, path, replaces),
            payload,
            tags: vec![BagFile {
                path: read_me::NAME.to_owned(),
                content: Content::Bytes(read_me.into_bytes()),
            }],
        })
    }

    fn info(&self, filing: &Filing<'_>, path: &str, replaces: Option<&str>) -> BagInfo {
        let Summary { nomor, kantor, uraian, status, klasifikasi, keamanan, .. } = &self.summary;
        let told = |text: &Option<String>| text.clone().unwrap_or("tidak ditetapkan".to_owned());
        let left_out: Vec<_> = self
            .left_out()
            .map(|paper| format!("{}{}", paper.jenis, of_round(paper.putaran)))
            .collect();
        let elements = [
            ("Source-Organization", kantor.clone()),
            (NUMBER, nomor.clone()),
            ("External-Description", uraian.clone()),
            ("Internal-Sender-Identifier", path.to_owned()),
            (
                "Internal-Sender-Description",
                format!(
                    "status: {}; klasifikasi: {}; keamanan: {}",
                    status.replace('_', " "),
                    told(klasifikasi),
                    told(keamanan)
                ),
            ),
            (REPLACES, replaces.unwrap_or_default().to_owned()),
            (LEFT_OUT, left_out.join("; ")),
            (MARK, self.mark.clone()),
            ("Bag-Software-Agent", concat!("tertib ", env!("CARGO_PKG_VERSION")).to_owned()),
        ];
        BagInfo {
            bagging_date: filing.as_of.date(),
            elements: elements.map(|(label, value)| (label.to_owned(), value)).to_vec(),
        }
    }

    fn record<'r>(&'r self, filing: &'r Filing<'_>, replaces: Option<&'r str>) -> Record<'r> {
        let Judged { case, history, .. } = self.judged;
        let zone = filing.office.zone;
        let about = filing.findings.iter().filter(|told| case.may_be_meant_by(told));
        Record {
            versi: 1,
            keterangan: record::ABOUT,
            summary: self.summary.clone(),
            sop: &filing.sop_of(self.judged).number,
            per: zone.rfc3339(filing.as_of),
            menggantikan: replaces,
            putaran: history.round,
            di_luar_sop: history.outside_sop,
            sesuai_sop: history.verdict.kept,
            tepat_waktu: history.verdict.on_time,
            detik_kerja: history.worked,
            target_detik: history.target,
            naskah: &self.papers,
            naskah_belum_dibuat: &self.missing,
            bukti_dukung: &self.attachments,
            buku_kerja: &self.workbooks,
            langkah: history
                .listed()
                .into_iter()
                .map(|step| StepNote::of(step, case, zone))
                .collect(),
            permohonan: &self.requests,
            kendali: &self.sign_offs,
            temuan: about.map(|told| FindingNote::of(told, filing.sources)).collect(),
        }
    }
}

/// SHA-512 over what the content says, in an order that no sheet decides.
fn mark(
    requests: &[WrittenRow],
    sign_offs: &[WrittenRow],
    papers: &[FiledPaper],
    attached: &[(AttachmentNote, BagFile)],
) -> String {
    let rows = |rows: &[WrittenRow]| rows.iter().map(WrittenRow::says).collect::<Vec<_>>();
    let scans = attached.iter().map(|(note, _)| format!("{}\u{1f}{}", note.nama, note.sha512));
    let groups = [
        ("permohonan", rows(requests)),
        ("kendali", rows(sign_offs)),
        ("naskah", papers.iter().map(|paper| paper.mark.clone()).collect()),
        ("bukti-dukung", scans.collect()),
    ];
    let mut state = Sha512::new();
    for (name, mut lines) in groups {
        lines.sort();
        state.update(format!("{name} {}\n", lines.len()));
        for line in lines {
            state.update(format!("{}:{line}\n", line.len()));
        }
    }
    state.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
