//! From the text of a definition to a [`Definition`]: header, roles and notes. The
//! steps are read in `rows`.

use toml::de::DeTable;

use super::page::{Entry, Page, nearest};
use super::problem::{Fault, Wanted};
use super::recognise::{Names, fold};
use super::{Definition, Note, REQUEST_KINDS, Role, Signatory, rows};
use crate::diagnostic::Diagnostic;

const TOP: [&str; 6] = ["sop", "disahkan_oleh", "mengetahui", "peran", "langkah", "keraguan"];
const HEADER: [&str; 16] = [
    "judul",
    "nama",
    "judul_tabel",
    "nomor",
    "unit",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "menggantikan",
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
    "berlaku_untuk",
];

pub(super) fn read(file: &str, text: &str) -> Result<Definition, Vec<Diagnostic>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut page = Page::new(text);
    if page.tell_slips(&errors) {
        let top = Entry::new(&mut page, "", 0, root.get_ref(), &TOP);
        let definition = definition(&mut page, &top);
        if page.is_clean() {
            return Ok(definition);
        }
    }
    Err(page.into_diagnostics(file))
}

fn definition(page: &mut Page<'_>, top: &Entry<'_>) -> Definition {
    let header = top.table(page, "sop", "[sop]", Wanted::Section, &HEADER);
    if header.is_none() && top.value("sop").is_none() {
        top.missing(page, "sop");
    }
    let texts = |page: &mut Page<'_>, key| {
        let items = header.as_ref().map_or_else(Vec::new, |header| header.texts(page, key));
        items.into_iter().map(|(text, _)| text).collect::<Vec<String>>()
    };
    let text = |page: &mut Page<'_>, key| {
        header.as_ref().map_or_else(String::new, |header| header.text(page, key))
    };
    let needed = |page: &mut Page<'_>, key| {
        header.as_ref().and_then(|header| header.needed(page, key)).unwrap_or_default()
    };
    let date = |page: &mut Page<'_>, key| header.as_ref().and_then(|header| header.date(page, key));
    let (roles, all_roles_read) = roles(page, top);
    let steps = rows::read(page, top, &roles, all_roles_read);
    let numbers: Vec<u32> = steps.iter().map(|step| step.no).collect();
    Definition {
        number: needed(page, "nomor"),
        name: needed(page, "nama"),
        title: text(page, "judul"),
        table_title: text(page, "judul_tabel"),
        unit: texts(page, "unit"),
        made: date(page, "tanggal_pembuatan"),
        revised: date(page, "tanggal_revisi"),
        effective: date(page, "tanggal_efektif"),
        replaces: text(page, "menggantikan"),
        approved_by: signatory(page, top, "disahkan_oleh", "[disahkan_oleh]"),
        acknowledged_by: signatory(page, top, "mengetahui", "[mengetahui]"),
        legal_bases: texts(page, "dasar_hukum"),
        qualifications: texts(page, "kualifikasi_pelaksana"),
        related: texts(page, "keterkaitan"),
        equipment: texts(page, "peralatan"),
        warning: text(page, "peringatan"),
        record_keeping: text(page, "pencatatan"),
        covers: header.as_ref().map_or_else(Vec::new, |header| covers(page, header)),
        roles,
        notes: notes(page, top, &numbers),
        names: Names::of(&steps),
        steps,
    }
}

fn signatory(
    page: &mut Page<'_>,
    top: &Entry<'_>,
    key: &'static str,
    section: &'static str,
) -> Signatory {
    let known = ["jabatan", "nama", "nip"];
    let Some(entry) = top.table(page, key, section, Wanted::Section, &known) else {
        return Signatory::default();
    };
    Signatory {
        post: entry.text(page, "jabatan"),
        name: entry.text(page, "nama"),
        nip: entry.text(page, "nip"),
    }
}

/// The kinds of request that the SOP is for. It must say so: what it does not cover is
/// not judged, and that should never come from a forgotten line.
fn covers(page: &mut Page<'_>, header: &Entry<'_>) -> Vec<String> {
    let mut covers = Vec::new();
    if header.value("berlaku_untuk").is_none() {
        header.missing(page, "berlaku_untuk");
    }
    for (written, offset) in header.set(page, "berlaku_untuk") {
        if REQUEST_KINDS.contains(&&*written) {
            covers.push(written);
        } else {
            let nearest = nearest(&written, REQUEST_KINDS.into_iter());
            page.tell(offset, Fault::UnknownKind { written, nearest });
        }
    }
    if covers.is_empty() && header.value("berlaku_untuk").is_some() && page.is_clean() {
        page.tell(header.offset("berlaku_untuk"), Fault::Blank { key: "berlaku_untuk" });
    }
    covers
}

/// The roles, and whether all could be read: else an unknown role in a step may be one
/// of those that could not.
fn roles(page: &mut Page<'_>, top: &Entry<'_>) -> (Vec<Role>, bool) {
    let entries = top.tables(page, "peran", "[[peran]]", &["id", "nama", "pemohon"]);
    if entries.is_empty() && top.value("peran").is_none() {
        page.tell(0, Fault::Missing { key: "peran", section: "" });
    }
    let mut roles: Vec<(Role, usize)> = Vec::new();
    let mut all_read = !entries.is_empty();
    for entry in &entries {
        let id = entry.needed(page, "id");
        let name = entry.needed(page, "nama");
        let applicant = entry.flag(page, "pemohon");
        let (Some(id), Some(name)) = (id, name) else {
            all_read = false;
            continue;
        };
        let usable = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_';
        if !id.chars().all(usable) {
            page.tell(entry.offset("id"), Fault::BadRoleId { id });
            all_read = false;
            continue;
        }
        for (known, start) in &roles {
            let line = page.line(*start);
            if known.id == id {
                page.tell(entry.offset("id"), Fault::RoleTwice { name: id.clone(), line });
            } else if fold(&known.name) == fold(&name) {
                page.tell(entry.offset("nama"), Fault::RoleTwice { name: name.clone(), line });
            }
            if applicant && known.applicant {
                page.tell(entry.offset("pemohon"), Fault::TwoApplicants { line });
            }
        }
        roles.push((Role { id, name, applicant }, entry.start));
    }
    (roles.into_iter().map(|(role, _)| role).collect(), all_read)
}

fn notes(page: &mut Page<'_>, top: &Entry<'_>, numbers: &[u32]) -> Vec<Note> {
    let mut notes = Vec::new();
    for entry in top.tables(page, "keraguan", "[[keraguan]]", &["langkah", "hal"]) {
        let step = entry.step_number(page, "langkah");
        if let Some(no) = step
            && !numbers.is_empty()
            && !numbers.contains(&no)
        {
            let known = numbers.to_vec();
            page.tell(entry.offset("langkah"), Fault::NoteOnNoStep { no, known });
        }
        if let Some(text) = entry.needed(page, "hal") {
            notes.push(Note { step, text });
        }
    }
    notes
}
