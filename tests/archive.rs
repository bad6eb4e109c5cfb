//! The archive, from outside: packing closed requests, verifying, listing.

#[path = "archive/checked.rs"]
mod checked;
#[path = "archive/filed.rs"]
mod filed;
#[path = "archive/room.rs"]
pub(crate) mod room;
