//! The SOP as its official form (SOP AP) prints it: the data of `templates/sop.typ`.
//!
//! To the letter as the definition has it; what is empty there is empty on the form.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{Definition, Doubt, IfNo, Signatory, Step};
use crate::calendar::wording;

/// All that the form states, by the names that its template uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Form<'a> {
    judul: &'a str,
    nama: &'a str,
    judul_tabel: &'a str,
    nomor: &'a str,
    unit: &'a [String],
    tanggal_pembuatan: String,
    tanggal_revisi: String,
    tanggal_efektif: String,
    disahkan_oleh: Signature<'a>,
    mengetahui: Signature<'a>,
    dasar_hukum: &'a [String],
    kualifikasi_pelaksana: &'a [String],
    keterkaitan: &'a [String],
    peralatan: &'a [String],
    peringatan: &'a str,
    pencatatan: &'a str,
    /// The names of the columns under Pelaksana.
    peran: Vec<&'a str>,
    langkah: Vec<FormStep<'a>>,
    /// What on the form was inferred and is not read in the SOP.
    dugaan: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Signature<'a> {
    jabatan: &'a str,
    nama: &'a str,
    nip: &'a str,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct FormStep<'a> {
    no: u32,
    kegiatan: &'a str,
    kelengkapan: &'a str,
    waktu: &'a str,
    output: &'a str,
    keterangan: &'a str,
    /// Positions in [`Form::peran`], in the order of the definition.
    lajur: Vec<usize>,
    memutuskan: bool,
    /// The position of the step that Tidak leads back to; none where it ends all.
    kembali_ke: Option<usize>,
    /// What the flowchart shows of it, for whoever hears the page.
    uraian: String,
}

impl Definition {
    /// What the official form states.
    pub fn form(&self) -> Form<'_> {
        let date = |date: Option<NaiveDate>| date.map(wording::date).unwrap_or_default();
        let inferred =
            self.doubts().into_iter().filter(|doubt| matches!(doubt, Doubt::Inferred { .. }));
        Form {
            judul: &self.title,
            nama: &self.name,
            judul_tabel: &self.table_title,
            nomor: &self.number,
            unit: &self.unit,
            tanggal_pembuatan: date(self.made),
            tanggal_revisi: date(self.revised),
            tanggal_efektif: date(self.effective),
            disahkan_oleh: signature(&self.approved_by),
            mengetahui: signature(&self.acknowledged_by),
            dasar_hukum: &self.legal_bases,
            kualifikasi_pelaksana: &self.qualifications,
            keterkaitan: &self.related,
            peralatan: &self.equipment,
            peringatan: &self.warning,
            pencatatan: &self.record_keeping,
            peran: self.roles.iter().map(|role| role.name.as_str()).collect(),
            langkah: self.steps.iter().map(|step| self.form_step(step)).collect(),
            dugaan: inferred.map(|doubt| doubt.to_string()).collect(),
        }
    }

    /// The date of the form itself: of its revision, else of its making or of its coming
    /// into force. One that bears no date at all gets a day that no office can mistake
    /// for its own.
    pub fn form_date(&self) -> NaiveDate {
        let dates = [self.revised, self.made, self.effective];
        let known = dates.into_iter().flatten().find(|date| (1..=9999).contains(&date.year()));
        known.unwrap_or_default()
    }

    fn form_step<'a>(&'a self, step: &'a Step) -> FormStep<'a> {
        let position = |no: u32| self.steps.iter().position(|other| other.no == no);
        let lane = |id: &String| self.roles.iter().position(|role| role.id == *id);
        let back = step.decision.as_ref().and_then(|rule| match rule.if_no {
            IfNo::BackTo(no) => position(no),
            IfNo::End => None,
        });
        FormStep {
            no: step.no,
            kegiatan: &step.activity,
            kelengkapan: &step.inputs,
            waktu: &step.target_text,
            output: &step.output,
            keterangan: &step.note,
            lajur: step.actors.iter().filter_map(lane).collect(),
            memutuskan: step.decision.is_some(),
            kembali_ke: back,
            uraian: self.flow_in_words(step),
        }
    }

    /// "Langkah 3 pada lajur Anggota Tim: keputusan. Ya: ke langkah 4. Tidak: kembali …"
    fn flow_in_words(&self, step: &Step) -> String {
        let lanes: Vec<&str> = step.actors.iter().map(|id| self.role_name(id)).collect();
        let next = match self.step_after(step.no) {
            Some(next) => format!("ke langkah {}", next.no),
            None => "selesai".to_owned(),
        };
        let symbol = match &step.decision {
            Some(rule) => {
                let if_no = match rule.if_no {
                    IfNo::BackTo(no) => format!("kembali ke langkah {no}"),
                    IfNo::End => "selesai".to_owned(),
                };
                format!("keputusan. Ya: {next}. Tidak: {if_no}.")
            }
            None if self.first_step() == Some(step) => format!("mulai, lalu {next}."),
            None if self.step_after(step.no).is_none() => "selesai.".to_owned(),
            None => format!("kegiatan, lalu {next}."),
        };
        format!("Langkah {} pada lajur {}: {symbol}", step.no, lanes.join(" dan "))
    }
}

fn signature(by: &Signatory) -> Signature<'_> {
    Signature { jabatan: &by.post, nama: &by.name, nip: &by.nip }
}
