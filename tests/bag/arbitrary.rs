//! Whatever bytes stand in the text files of a bag, the check ends and says the same
//! each time.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tertib::archive::{Fault, PathFault};

use crate::bag::package::Package;

/// SHA-512 of `abc`, which is the content of `data/surat.txt`.
const ABC: &str = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

/// Bytes that resemble a list: pieces of good and bad lines in any order.
fn listlike() -> impl Strategy<Value = Vec<u8>> {
    let good = select(vec![
        ABC,
        "data/surat.txt",
        "data/foto",
        "bagit.txt",
        "\n",
        "\r",
        "\r\n",
        " ",
        "  ",
        "\t",
    ]);
    let odd = select(vec![
        "*",
        "/",
        "\\",
        ":",
        "%",
        "%0A",
        "%25",
        "..",
        "./",
        "~",
        "C:",
        "\u{feff}",
        "BagIt-Version",
        "Payload-Oxum",
        "11.2",
        "e\u{301}",
        "\u{e9}",
        "\u{130}",
        "\u{df}",
    ]);
    let piece = prop_oneof![
        good.prop_map(|text| text.as_bytes().to_vec()),
        odd.prop_map(|text| text.as_bytes().to_vec()),
        vec(any::<u8>(), 0..6),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_a_text_file_are_told_and_told_again_alike(
        name in select(vec![
            "manifest-sha512.txt", "tagmanifest-sha512.txt", "manifest-md5.txt", "bagit.txt",
            "bag-info.txt",
        ]),
        bytes in prop_oneof![listlike(), vec(any::<u8>(), 0..300)],
    ) {
        let package = Package::written();
        let same = package.path(name).is_file() && package.read(name) == bytes;
        package.put(name, &bytes);
        let found = package.inspect();
        prop_assert!(same || !found.faults.is_empty());
        prop_assert_eq!(&found, &package.inspect());
        for fault in &found.faults {
            let diagnostic = fault.diagnostic("arsip/2024/OT.02.02/P-2024-017");
            prop_assert!(!diagnostic.message.is_empty() && !diagnostic.places.is_empty());
            prop_assert!(!diagnostic.message.contains(['\n', '\r', '\0']));
            if let Fault::WrongChecksum { path, .. } = fault {
                prop_assert!(package.path(path).is_file());
            }
        }
    }

    #[test]
    fn any_path_is_either_packed_and_checks_or_refused(
        path in prop_oneof!["[a-zA-Z0-9 ./%~é\u{301}-]{1,12}", "\\PC{1,8}", any::<String>()],
    ) {
        use crate::bag::package::{file, sample};
        use tertib::archive::{BagProblem, write};

        let package = Package::nowhere();
        let mut bag = sample();
        bag.payload = vec![file(&path, b"abc")];
        match write(&package.folder, &bag) {
            Ok(_) => prop_assert_eq!(package.told(), Vec::<String>::new()),
            Err(BagProblem::Name { fault, .. }) => {
                prop_assert!(package.names_in_room().is_empty());
                prop_assert!(fault != PathFault::Nul || path.contains('\0'));
            }
            // A name may be longer than this disk takes.
            Err(BagProblem::Disk { .. }) => prop_assert!(package.names_in_room().is_empty()),
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }
}
