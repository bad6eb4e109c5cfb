//! Archive and documents (*arsip dan dokumen*): what is kept once a request is closed.
//!
//! The container is BagIt 1.0 (RFC 8493): plain folders and text files that can be
//! checked without this program, and still be read when it is long gone. [`write()`]
//! makes a package (*paket arsip*) and lets it appear only once it is whole and
//! checked; [`inspect`] checks a package of whatever maker and lists every fault.
//! What is wrong with a package is a result ([`Fault`]); what keeps one from being
//! written is an error ([`BagProblem`]).

mod bag;
mod bag_path;
mod checksum;
mod completeness;
mod deposit;
mod fault;
mod fault_wording;
mod inventory;
mod manifest;
mod problem;
mod tag_file;
mod verify;

pub use bag::{Bag, BagFile, BagInfo, Written, write};
pub use bag_path::PathFault;
pub use checksum::Algorithm;
pub use deposit::Content;
pub use fault::{DeclarationFault, Fault, LineFault};
pub use inventory::Oxum;
pub use problem::{BagProblem, InfoFault};
pub use verify::{Depth, Inspection, inspect};
