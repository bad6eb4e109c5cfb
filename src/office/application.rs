//! The applications that access is asked for, with their roles (*aplikasi*).

use super::located::Position;
use super::table::Table;

/// An application and the roles that it has (*aplikasi*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    pub name: String,
    pub roles: Vec<String>,
    pub place: Position,
}

impl Application {
    pub(super) fn read(table: Table<'_>) -> Option<Application> {
        let name = table.needed("nama");
        let roles = table.texts("peran").into_iter().map(|role| role.value).collect();
        let place = table.position();
        table.finish();
        Some(Application { name: name?.value, roles, place })
    }
}
