//! The rooms from the ground to the reading floor, as they stand in the program.

#[path = "../../src/calendar/mod.rs"]
pub mod calendar;
#[path = "../../src/diagnostic/mod.rs"]
pub mod diagnostic;
#[path = "../../src/intake/mod.rs"]
pub mod intake;
#[path = "../../src/office/mod.rs"]
pub mod office;
#[path = "../../src/records/mod.rs"]
pub mod records;
#[path = "../../src/sop/mod.rs"]
pub mod sop;
