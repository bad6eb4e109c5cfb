//! Who carries out a step: the columns under *Pelaksana*.

/// A role of the SOP (*pelaksana*), one column of its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// What steps and the staff list call it: `ketua_tim`.
    pub id: String,
    /// As the SOP prints it.
    pub name: String,
    /// Whether it is the one who asks for the access (*pemohon*), no member of the team.
    pub applicant: bool,
}
