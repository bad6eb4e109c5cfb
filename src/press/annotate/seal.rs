//! The seal of a copy: whether anybody has worked in it since it was written.
//!
//! It stands as a comment in our own sheet, which any program that saves the workbook
//! leaves out. A copy whose seal holds may be replaced; one in which somebody corrected
//! a cell may not.

use sha2::{Digest, Sha256};

use super::package::{account, appended, last};
use super::problem::AnnotateProblem;

const MARK: &str = "<!-- tertib ";
const END: &str = " -->";

/// The package with our sheet, sealed, behind the other parts.
pub(super) fn sealed(
    package: &[u8],
    part: &str,
    mut sheet: String,
) -> Result<Vec<u8>, AnnotateProblem> {
    let account = account(package, None).ok_or(AnnotateProblem::Damaged)?;
    let digest = digest(&account, &sheet);
    sheet.push_str(&format!("{MARK}{digest}{END}"));
    appended(package, part, sheet)
}

/// Whether these are the bytes of a copy that nobody has changed since.
pub fn is_untouched(copy: &[u8]) -> bool {
    let Some((part, text)) = last(copy) else { return false };
    let Some((sheet, rest)) = text.rsplit_once(MARK) else { return false };
    let written = rest.strip_suffix(END);
    account(copy, Some(&part)).is_some_and(|account| written == Some(&digest(&account, sheet)))
}

fn digest(account: &str, sheet: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(account.as_bytes());
    hash.update(sheet.as_bytes());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
