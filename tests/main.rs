//! The stories of the program, told from outside: one binary, so that typst links once.

mod check;
mod intake;
mod laws;
mod office;
mod press;
mod sop;
