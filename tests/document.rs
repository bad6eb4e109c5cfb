//! The papers of a request, told from outside: which are due when, what they state.

#[path = "document/due.rs"]
mod due;
#[path = "document/statements.rs"]
mod statements;
