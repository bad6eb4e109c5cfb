//! The program from outside: whole stdout, whole stderr and the exit status of every
//! command and option, as a clerk meets them. What is long is kept beside the tests in
//! `tests/snapshots/`; a difference there is a difference on somebody's screen.

mod calculation;
mod calendar;
mod command_line;
mod examination;
mod explanation;
pub mod folder;
mod help;
mod json;
mod many;
mod office_files;
mod procedures;
mod procedures_told;
mod screen;
mod untrusted;
mod versions;
mod views;
