//! tertib: from the workbooks of an office to the verdict whether its SOP was kept.

pub mod calendar;
pub mod diagnostic;
pub mod office;
pub mod press;
pub mod records;
