//! Archive and documents (*arsip dan dokumen*): what is kept once a request is closed.
//!
//! The container is BagIt 1.0 (RFC 8493): plain folders and text files that can be
//! checked without this program, and still be read when it is long gone. [`write()`]
//! makes a package (*paket arsip*) and lets it appear only once it is whole and
//! checked; [`inspect`] checks a package of whatever maker and lists every fault.
//! What is wrong with a package is a result ([`Fault`]); what keeps one from being
//! written is an error ([`BagProblem`]). A closed request is gathered as a [`Dossier`],
//! which becomes such a package; [`DaftarArsip`] lists what the packages hold.

mod bag;
mod bag_path;
mod checksum;
mod closing;
mod completeness;
mod daftar_arsip;
mod deposit;
mod fault;
mod fault_wording;
mod filing;
mod inventory;
mod manifest;
mod package;
mod payload_name;
mod problem;
mod read_me;
mod record;
mod shelves;
mod summary;
mod tag_file;
mod verify;
mod written_row;

pub use bag::{Bag, BagFile, BagInfo, Written, write};
pub use bag_path::PathFault;
pub use checksum::Algorithm;
pub use closing::closed_at;
pub use daftar_arsip::{DaftarArsip, TEMPLATE};
pub use deposit::Content;
pub use fault::{DeclarationFault, Fault, LineFault};
pub use filing::Filing;
pub use inventory::Oxum;
pub use package::{AbsentPaper, Dossier, LEFT_OUT, MARK, NUMBER, REPLACES};
pub use problem::{BagProblem, InfoFault};
pub use shelves::{LIST, Shelves};
pub use summary::{Item, Span, Summary};
pub use verify::{Depth, Inspection, inspect};
