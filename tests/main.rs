//! The stories of the program, told from outside: one binary, so that typst links once.

mod laws;
mod press;
