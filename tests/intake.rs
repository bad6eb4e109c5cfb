//! Reading workbooks, told from outside: what an office writes and what is read.

#[path = "intake/account.rs"]
mod account;
#[path = "intake/beside.rs"]
mod beside;
#[path = "intake/book.rs"]
mod book;
#[path = "intake/cells.rs"]
mod cells;
#[path = "intake/english.rs"]
mod english;
#[path = "intake/files.rs"]
mod files;
#[path = "intake/formulas.rs"]
mod formulas;
#[path = "intake/hours.rs"]
mod hours;
#[path = "intake/messages.rs"]
mod messages;
#[path = "intake/moments.rs"]
mod moments;
#[path = "intake/rows.rs"]
mod rows;
#[path = "intake/shaped.rs"]
mod shaped;
#[path = "intake/sheets.rs"]
mod sheets;
#[path = "intake/tables.rs"]
mod tables;
#[path = "intake/whole_row.rs"]
mod whole_row;
#[path = "intake/wide.rs"]
mod wide;
