//! The SOP as data, told from outside: the built-in one as it is printed, what is said
//! of a file with a mistake, and another SOP that runs the whole path.

#[path = "sop/five_steps.rs"]
mod five_steps;
#[path = "sop/mistakes.rs"]
mod mistakes;
#[path = "sop/printed.rs"]
mod printed;
#[path = "sop/room.rs"]
mod room;
#[path = "sop/slips.rs"]
mod slips;
