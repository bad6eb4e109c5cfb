//! What `--cetak` prints on demand: the SOP in its official form, the list of what runs, the
//! arithmetic of a request; and what becomes of the file that is named.

#[path = "prints/arithmetic.rs"]
mod arithmetic;
#[path = "prints/flow.rs"]
mod flow;
#[path = "prints/running.rs"]
mod running;
#[path = "prints/sop_form.rs"]
mod sop_form;
#[path = "prints/target.rs"]
mod target;

use std::fmt::Write as _;
use std::fs;

use crate::cli::folder::Folder;
use crate::papers::opened::Opened;

/// Prints in a folder and opens what came out.
fn printed(folder: &Folder, arguments: &[&str]) -> Opened {
    let told = folder.tertib(&[arguments, &["--cetak", "cetakan.pdf"]].concat()).ends_with(0);
    assert!(told.out.starts_with("dicetak: cetakan.pdf\n"), "{}", told.out);
    assert_eq!(told.err, "");
    Opened::new(&fs::read(folder.path("cetakan.pdf")).expect("a print"))
}

/// A step of a definition made up for a test: its actors, and what decides where Tidak goes.
struct Step<'a> {
    activity: &'a str,
    actors: &'a [usize],
    if_no: Option<&'a str>,
}

const fn step<'a>(activity: &'a str, actors: &'a [usize]) -> Step<'a> {
    Step { activity, actors, if_no: None }
}

const fn decides<'a>(activity: &'a str, actors: &'a [usize], if_no: &'a str) -> Step<'a> {
    Step { activity, actors, if_no: Some(if_no) }
}

/// A definition with these roles and steps, and a head of the least that is needed.
fn definition(roles: &[&str], steps: &[Step<'_>]) -> String {
    let mut text = "[sop]\nnama = \"LAYANAN\"\nnomor = \"L-1\"\nberlaku_untuk = [\"baru\"]\n\
         tanggal_pembuatan = \"8 Januari 2024\"\njudul_tabel = \"TABEL LAYANAN\"\n"
        .to_owned();
    for (at, role) in roles.iter().enumerate() {
        write!(text, "[[peran]]\nid = \"r{at}\"\nnama = \"{role}\"\n").expect("a text grows");
    }
    for (no, step) in (1..).zip(steps) {
        let actors: Vec<String> = step.actors.iter().map(|at| format!("\"r{at}\"")).collect();
        write!(
            text,
            "[[langkah]]\nno = {no}\nkegiatan = \"{}\"\npelaksana = [{}]\nwaktu = \"{no} menit\"\n\
             kelengkapan = \"berkas {no}\"\noutput = \"hasil {no}\"\nketerangan = \"catatan {no}\"\n",
            step.activity,
            actors.join(", ")
        )
        .expect("a text grows");
        if let Some(if_no) = step.if_no {
            writeln!(text, "keputusan = {{ bila_tidak = {if_no} }}").expect("a text grows");
        }
    }
    text
}

/// An office whose SOP is that definition.
fn office_with(definition: &str) -> Folder {
    Folder::office().with("sop/layanan.toml", definition)
}
