//! `tertib ekspor`: the event log, read back by other programs; what is unknown stays
//! unknown, what is hostile stays text, and no stranger's file is written over.

#[path = "export/faces.rs"]
mod faces;
#[path = "export/files.rs"]
mod files;
