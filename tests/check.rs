//! Was the SOP kept? Told as stories of an office, a family of findings in each file.

#[path = "check/completeness.rs"]
mod completeness;
#[path = "check/data.rs"]
mod data;
#[path = "check/duplicates.rs"]
mod duplicates;
#[path = "check/expected_days.rs"]
mod expected_days;
#[path = "check/flexible_hours.rs"]
mod flexible_hours;
#[path = "check/identity.rs"]
mod identity;
#[path = "check/laws.rs"]
mod laws;
#[path = "check/order.rs"]
mod order;
#[path = "check/roles_by_date.rs"]
mod roles_by_date;
#[path = "check/rounds.rs"]
mod rounds;
#[path = "check/status.rs"]
mod status;
#[path = "check/steps.rs"]
mod steps;
#[path = "check/timeliness.rs"]
mod timeliness;
#[path = "check/unknown_times.rs"]
mod unknown_times;
#[path = "check/versions.rs"]
mod versions;
#[path = "check/waiting.rs"]
mod waiting;
