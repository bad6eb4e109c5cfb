//! What an office may choose per kind of paper (*naskah*, *tanda_tangan*).

use std::collections::BTreeMap;

use super::located::Located;
use super::number::{KINDS, kind};
use super::official::Acting;
use super::problem::Expected;
use super::table::Table;
use super::value::Value;

/// A choice for all kinds of paper, and those that differ for one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerKind<T> {
    all: Option<T>,
    by_kind: BTreeMap<&'static str, T>,
}

impl<T> Default for PerKind<T> {
    fn default() -> Self {
        Self { all: None, by_kind: BTreeMap::new() }
    }
}

impl<T> PerKind<T> {
    /// The choice for a kind: its own, else that for all.
    pub fn of(&self, kind: &str) -> Option<&T> {
        self.by_kind.get(kind).or(self.all.as_ref())
    }

    /// The choice for whatever has no own one.
    pub fn all(&self) -> Option<&T> {
        self.all.as_ref()
    }

    pub(super) fn add(&mut self, kind: &'static str, own: Option<T>) {
        if let Some(own) = own {
            self.by_kind.insert(kind, own);
        }
    }

    /// Reads `key = …` for all kinds, or a table of kinds under that key.
    pub(super) fn read(
        table: &Table<'_>,
        key: &'static str,
        read: impl Fn(&Value<'_>) -> Option<T>,
    ) -> Self {
        let mut choice = Self::default();
        let Some(value) = table.value(key) else { return choice };
        match value.table() {
            Some(own) => {
                choice.read_kinds(&own, read);
                own.finish();
            }
            None => choice.all = read(&value),
        }
        choice
    }

    fn read_kinds(&mut self, table: &Table<'_>, read: impl Fn(&Value<'_>) -> Option<T>) {
        for name in KINDS {
            self.add(name, table.value(name).and_then(|value| read(&value)));
        }
    }
}

/// Hands each sub-table that is named by a kind of paper to `read`.
pub(super) fn each_kind(table: &Table<'_>, mut read: impl FnMut(&'static str, &Table<'_>)) {
    for name in KINDS {
        if let Some(own) = table.table(name) {
            read(name, &own);
            own.finish();
        }
    }
}

/// Who signs a kind of paper and who is told of it (`[tanda_tangan.<kind>]`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signatories {
    /// The post that signs (*penanda*).
    pub signer: Option<Located<String>>,
    /// Who hands over in the minutes (*pihak_pertama*).
    pub first_party: Option<Located<String>>,
    /// The post in whose name the signer signs (*atas_nama*, "a.n.").
    pub on_behalf: Option<Located<String>>,
    /// The post between the two, for which the signer acts (*untuk_beliau*, "u.b.").
    pub deputy: Option<Located<String>>,
    /// On which side the first party signs (*pihak_pertama_di*).
    pub first_party_side: Side,
    /// The post that acknowledges (*mengetahui*).
    pub acknowledged_by: Option<Located<String>>,
    /// Who gets a copy (*tembusan*), in the order of the list.
    pub copies: Vec<String>,
}

/// A side of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    Left,
    /// Where ministries place whoever hands over.
    #[default]
    Right,
}

impl Side {
    pub fn name(self) -> &'static str {
        match self {
            Side::Left => "kiri",
            Side::Right => "kanan",
        }
    }
}

/// How a paper is signed (*ttd*): what is left free for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signing {
    /// Space for ink (*basah*).
    #[default]
    Ink,
    /// A box for an electronic signature, which is set elsewhere (*tte*).
    Electronic,
    /// The fields that SRIKANDI fills in (*srikandi*).
    Srikandi,
}

impl Signing {
    pub(super) const NAMES: [(&'static str, Signing); 3] =
        [("basah", Signing::Ink), ("tte", Signing::Electronic), ("srikandi", Signing::Srikandi)];

    pub fn name(self) -> &'static str {
        match self {
            Signing::Ink => "basah",
            Signing::Electronic => "tte",
            Signing::Srikandi => "srikandi",
        }
    }
}

/// The kinds on which two parties sign.
const WITH_PARTIES: [&str; 2] = ["berita-acara", "berita-acara-pencabutan"];

/// The choices of `[naskah]` and `[tanda_tangan]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperRules {
    /// The kinds that are made elsewhere (*di_luar*), for instance in SRIKANDI: only
    /// their number and date are kept.
    made_elsewhere: BTreeMap<&'static str, bool>,
    signatories: BTreeMap<&'static str, Signatories>,
    /// How the kinds are signed that differ from the others.
    signing: BTreeMap<&'static str, Signing>,
}

impl PaperRules {
    /// Whether papers of this kind are made here.
    pub fn is_made_here(&self, kind: &str) -> bool {
        !self.made_elsewhere.get(kind).copied().unwrap_or(false)
    }

    /// What `[tanda_tangan.<kind>]` says, where it is there.
    pub fn signatories(&self, kind: &str) -> Option<&Signatories> {
        self.signatories.get(kind)
    }

    /// How papers of this kind are signed, where it is said for the kind.
    pub fn signing(&self, kind: &str) -> Option<Signing> {
        self.signing.get(kind).copied()
    }

    pub(super) fn read(naskah: Option<Table<'_>>, tanda_tangan: Option<Table<'_>>) -> PaperRules {
        let mut rules = PaperRules::default();
        if let Some(table) = naskah {
            for name in KINDS {
                let made = table.choice(name, &[("buat", false), ("di_luar", true)]);
                rules.made_elsewhere.extend(made.map(|elsewhere| (name, elsewhere)));
            }
            table.finish();
        }
        if let Some(table) = tanda_tangan {
            each_kind(&table, |name, own| {
                rules.signatories.insert(name, Signatories::read(name, own));
                let way = own.choice("ttd", &Signing::NAMES);
                rules.signing.extend(way.map(|way| (name, way)));
            });
            table.finish();
        }
        rules
    }
}

impl Signatories {
    /// The lines above the post of one who signs for another (*a.n.*, *u.b.*). Who stands
    /// in for the holder of a post signs in their own right, and so does the one whose
    /// name it would be.
    pub fn above(&self, post: Option<&str>) -> Vec<String> {
        let stands_in = post.is_some_and(|post| {
            [Acting::Plt, Acting::Plh].iter().any(|acting| post.starts_with(acting.prefix()))
        });
        let superior = self.on_behalf.as_ref().map(|post| post.value.as_str());
        let superior = superior.filter(|superior| !stands_in && post != Some(*superior));
        let Some(superior) = superior else { return Vec::new() };
        let mut lines = vec![format!("a.n. {superior},")];
        if let Some(deputy) = &self.deputy {
            lines.extend([format!("{},", deputy.value), "u.b.".to_owned()]);
        }
        lines
    }

    fn read(kind: &str, table: &Table<'_>) -> Signatories {
        let has_parties = WITH_PARTIES.contains(&kind);
        let sides = [("kanan", Side::Right), ("kiri", Side::Left)];
        let side = has_parties.then(|| table.choice("pihak_pertama_di", &sides)).flatten();
        let (on_behalf, deputy) = (table.text("atas_nama"), table.text("untuk_beliau"));
        if let (None, Some(deputy)) = (&on_behalf, &deputy) {
            table.missing("atas_nama", deputy.position());
        }
        Signatories {
            signer: table.text("penanda"),
            first_party: has_parties.then(|| table.text("pihak_pertama")).flatten(),
            on_behalf,
            deputy,
            first_party_side: side.unwrap_or_default(),
            acknowledged_by: table.text("mengetahui"),
            copies: table.texts("tembusan").into_iter().map(|copy| copy.value).collect(),
        }
    }
}

/// The kinds that a list names; one that is not known is told.
pub(super) fn listed_kinds(value: &Value<'_>) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for item in value.items(Expected::Texts) {
        let Some(text) = item.text(Expected::Text) else { continue };
        match kind(&text.value) {
            Some(known) if !kinds.contains(&known) => kinds.push(known),
            Some(_) => {}
            None => item.not_one_of(&text.value, KINDS.to_vec()),
        }
    }
    kinds
}
