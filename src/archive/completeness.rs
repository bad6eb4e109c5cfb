//! Is every file there that is listed, and every file listed that is there?

use std::collections::BTreeMap;

use super::fault::Fault;
use super::inventory::Inventory;
use super::manifest::{Covers, Manifest, recognised};

/// Compares the lists of a bag with what stands in its folder.
///
/// Since BagIt 1.0 every list of the payload names every file (`all_in_each`);
/// before, they could share the files out among themselves.
pub(super) fn faults(
    inventory: &Inventory,
    manifests: &[Manifest],
    all_in_each: bool,
) -> Vec<Fault> {
    let mut faults = missing(manifests);
    faults.extend(unlisted_payload(inventory, manifests, all_in_each));
    faults.extend(unlisted_tags(inventory, manifests));
    faults
}

fn missing(manifests: &[Manifest]) -> Vec<Fault> {
    // A file that two lists miss is told once.
    let mut told: BTreeMap<&str, Fault> = BTreeMap::new();
    for manifest in manifests {
        for (key, path) in &manifest.missing {
            told.entry(key).or_insert_with(|| Fault::Missing {
                path: path.clone(),
                manifest: manifest.name.clone(),
            });
        }
    }
    told.into_values().collect()
}

fn unlisted_payload(
    inventory: &Inventory,
    manifests: &[Manifest],
    all_in_each: bool,
) -> Vec<Fault> {
    let lists: Vec<&Manifest> =
        manifests.iter().filter(|manifest| manifest.covers == Covers::Payload).collect();
    let mut faults = Vec::new();
    for path in inventory.payload_files() {
        let lacking: Vec<String> = lists
            .iter()
            .filter(|manifest| !manifest.listed.contains_key(path))
            .map(|manifest| manifest.name.clone())
            .collect();
        let in_none = lacking.len() == lists.len();
        // Without any list, that is the fault, and not each of the files.
        if !lacking.is_empty() && (in_none || all_in_each) {
            faults.push(Fault::Unlisted { path: path.to_owned(), manifests: lacking });
        }
    }
    faults
}

fn unlisted_tags(inventory: &Inventory, manifests: &[Manifest]) -> Vec<Fault> {
    let lists = || manifests.iter().filter(|manifest| manifest.covers == Covers::Tags);
    if lists().next().is_none() {
        return Vec::new();
    }
    inventory
        .tag_files()
        // No list can hold its own checksum, and `fetch.txt` is a fault of its own.
        .filter(|path| !matches!(recognised(path), Some((Covers::Tags, _))) && *path != "fetch.txt")
        .filter(|path| !lists().any(|manifest| manifest.listed.contains_key(*path)))
        .map(|path| Fault::UnlistedTagFile { path: path.to_owned() })
        .collect()
}
