//! Packages of the archive as BagIt bags, told from outside: what is written, what a
//! damaged one is told to be, and what other makers' bags and programs say of it.

#[path = "bag/arbitrary.rs"]
mod arbitrary;
#[path = "bag/damage.rs"]
mod damage;
#[path = "bag/foreign.rs"]
mod foreign;
#[path = "bag/hostile.rs"]
mod hostile;
#[path = "bag/judged.rs"]
mod judged;
#[path = "bag/messages.rs"]
mod messages;
#[path = "bag/package.rs"]
mod package;
#[path = "bag/refused.rs"]
mod refused;
#[path = "bag/written.rs"]
mod written;
