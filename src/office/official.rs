//! Who held which post on which day (*pejabat*): the one who signs a paper of that day.

use chrono::NaiveDate;

use super::located::Position;
use super::nip::Nip;
use super::period::Period;
use super::staff::read_nip;
use super::table::Table;

/// In what way a post is held (*sebagai*). The order is that of who signs: one who
/// stands in goes before the one stood in for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Acting {
    /// *Pelaksana harian*: the holder is absent for a time.
    Plh,
    /// *Pelaksana tugas*: the post is vacant.
    Plt,
    #[default]
    Definitive,
}

impl Acting {
    /// What stands before the post on paper; empty for a definitive holder.
    pub fn prefix(self) -> &'static str {
        match self {
            Acting::Plh => "Plh.",
            Acting::Plt => "Plt.",
            Acting::Definitive => "",
        }
    }
}

/// A holder of a post (*pejabat*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    pub post: String,
    /// As written, titles included.
    pub name: String,
    pub nip: Option<Nip>,
    pub acting: Acting,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub place: Position,
}

impl Official {
    /// Both ends of the period count.
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        Period { from: self.from, until: self.until }.holds_on(date)
    }

    /// The post as it is signed: "Plt. Kepala Pusat".
    pub fn title(&self) -> String {
        format!("{} {}", self.acting.prefix(), self.post).trim_start().to_owned()
    }

    pub(super) fn read(table: Table<'_>) -> Option<Official> {
        let post = table.needed("jabatan");
        let name = table.needed("nama");
        let ways = [("Plt.", Acting::Plt), ("Plh.", Acting::Plh)];
        let acting = table.choice("sebagai", &ways).unwrap_or_default();
        let nip = read_nip(&table);
        let Period { from, until } = Period::read(&table);
        let place = table.position();
        table.finish();
        let (post, name) = (post?.value, name?.value);
        Some(Official { post, name, nip, acting, from, until, place })
    }
}

/// Who signs for a post on a day: a Plh. before a Plt. before the definitive holder;
/// of two alike, the one whose period began later, else the one written first.
pub(super) fn holder<'a>(all: &'a [Official], post: &str, date: NaiveDate) -> Option<&'a Official> {
    let wanted = comparable_post(post);
    all.iter()
        .filter(|official| official.holds_on(date) && comparable_post(&official.post) == wanted)
        .min_by_key(|official| (official.acting, std::cmp::Reverse(official.from)))
}

/// A post without regard to case, blanks and a closing comma.
fn comparable_post(post: &str) -> String {
    let folded = post.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    folded.trim_end_matches([',', '.', ' ']).to_owned()
}
