//! What already stands where a paper is to go. Whatever this program did not print, or
//! somebody signed electronically or added to since, is not printed over: it may exist
//! only there.

use std::path::Path;

use super::printout::{holds, is_signed, is_whole_pdf};
use crate::diagnostic::{Diagnostic, Place};

/// Every print says so in its XMP.
const OWN_MARK: &[u8] = b"<xmp:CreatorTool>tertib</xmp:CreatorTool>";

/// What stands there, and whether it may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing, a print of ours, or a broken file.
    Free,
    /// A print with something after its end: an electronic signature, a note.
    Signed,
    /// A PDF from elsewhere: a scan, say.
    Foreign,
}

impl Standing {
    pub(super) fn at(target: &Path) -> Standing {
        std::fs::read(target).map_or(Standing::Free, |there| Standing::of(&there))
    }

    pub(super) fn of(there: &[u8]) -> Standing {
        if !is_whole_pdf(there) {
            Standing::Free
        } else if is_signed(there) || ends(there) > 1 {
            Standing::Signed
        } else if holds(there, OWN_MARK) {
            Standing::Free
        } else {
            Standing::Foreign
        }
    }

    /// Why nothing was written there; `None` where it may be.
    pub(super) fn told(self, shown: &str) -> Option<Diagnostic> {
        let what = match self {
            Standing::Free => return None,
            Standing::Signed => {
                "naskah di tempat ini sudah ditandatangani secara elektronik atau ditambahi sesuatu"
            }
            Standing::Foreign => "di tempat ini ada PDF yang bukan buatan tertib",
        };
        let told = Diagnostic::error(what)
            .consequence("berkas itu tidak ditimpa, dan yang baru belum dibuat.")
            .advice("pindahkan berkas itu, lalu jalankan lagi; naskah permohonan yang sudah ditandatangani disimpan di bukti-dukung, dengan nomor permohonan di awal namanya")
            .at(Place::File(shown.into()));
        Some(told)
    }
}

/// Each addition ends a PDF once more.
fn ends(pdf: &[u8]) -> usize {
    pdf.windows(5).filter(|part| *part == b"%%EOF").count()
}

#[cfg(test)]
mod tests {
    use super::Standing;

    #[test]
    fn only_a_print_of_ours_that_nobody_signed_or_a_broken_file_may_go() {
        let pdf = |inside: &str| Standing::of(format!("%PDF-1.7 {inside} %%EOF\n").as_bytes());
        let mark = "<xmp:CreatorTool>tertib</xmp:CreatorTool>";
        assert_eq!(pdf(mark), Standing::Free);
        assert_eq!(pdf(&format!("{mark} /ByteRange [0 1 2 3]")), Standing::Signed);
        assert_eq!(pdf(&format!("{mark} %%EOF a note")), Standing::Signed);
        assert_eq!(pdf("/ByteRange [0 1 2 3]"), Standing::Signed);
        assert_eq!(pdf("a scan"), Standing::Foreign);
        assert_eq!(Standing::of(b"%PDF-1.7 half of a scan"), Standing::Free);
        assert_eq!(Standing::of(b""), Standing::Free);
        assert_eq!(Standing::of(b"no PDF %%EOF"), Standing::Free);
    }
}
