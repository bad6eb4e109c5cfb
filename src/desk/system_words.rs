//! Why the system refused a file, in words that the office understands.

use std::io;

/// "berkas itu tidak ada"; what has no words is told by its number, for those who look
/// after the computer.
pub fn why(error: &io::Error) -> String {
    let known = match error.kind() {
        io::ErrorKind::NotFound => "berkas itu tidak ada",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy => {
            "tidak ada izin, atau berkas itu sedang dibuka program lain"
        }
        io::ErrorKind::IsADirectory => "itu folder",
        io::ErrorKind::NotADirectory => "di tempat foldernya ada berkas",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "tempat penyimpanan penuh",
        io::ErrorKind::ReadOnlyFilesystem => "tempat itu hanya dapat dibaca",
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => "isinya tidak utuh",
        _ => {
            return match error.raw_os_error() {
                Some(number) => format!("ditolak sistem komputer (galat {number})"),
                None => "ditolak sistem komputer".to_owned(),
            };
        }
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::why;

    #[test]
    fn no_word_of_the_system_is_passed_on() {
        for number in 1..134 {
            let words = why(&io::Error::from_raw_os_error(number));
            assert!(!words.contains("os error"), "{words}");
        }
        assert_eq!(why(&io::Error::other("broken")), "ditolak sistem komputer");
    }
}
