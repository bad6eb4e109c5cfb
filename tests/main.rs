//! The stories of the program, told from outside: one binary, so that typst links once.

// A test may stop where what it takes for granted does not hold.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_macros,
    clippy::wrong_self_convention,
    clippy::type_complexity
)]

mod agenda;
mod annotate;
mod archive;
mod bag;
mod check;
mod cli;
mod document;
mod export;
mod faults;
mod formats;
mod given_numbers;
mod house;
mod intake;
mod laws;
mod looked_at;
mod merged;
mod messages;
mod near;
mod office;
mod oracle;
mod paper_check;
mod papers;
mod phrases;
mod press;
mod prints;
mod process;
mod register;
mod renewal;
mod report;
mod runaway;
mod same_facts;
mod samples;
mod setup;
mod sop;
mod standing;
mod templates;
mod unknown_numbers;
