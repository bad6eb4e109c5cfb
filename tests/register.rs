//! The register, told from outside: numbers once and for ever, what a new record means
//! to what was issued, the archive index, and a file that survives what happens to files.

#[path = "register/archive.rs"]
mod archive;
#[path = "register/desk.rs"]
mod desk;
#[path = "register/file.rs"]
mod file;
#[path = "register/issues.rs"]
mod issues;
#[path = "register/numbers.rs"]
mod numbers;
#[path = "register/voiding.rs"]
mod voiding;
