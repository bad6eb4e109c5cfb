//! Checksums of files, taken while they stream by.
//!
//! A file is read once, whatever number of algorithms is asked of it, and never
//! held whole: an attachment may be larger than the memory of an office computer.

use std::io::{self, Read, Write};

use sha2::{Digest, Sha256, Sha512};

/// An algorithm of manifests that this program can compute; RFC 8493, section 2.4,
/// asks every implementation for these two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Algorithm {
    Sha256,
    Sha512,
}

impl Algorithm {
    /// The algorithm that the name of a manifest tells; some makers write `SHA-512`.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let plain: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match plain.as_str() {
            "sha256" => Some(Self::Sha256),
            "sha512" => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The name as it stands in the name of a manifest.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    pub(super) fn hex_digits(self) -> usize {
        match self {
            Self::Sha256 => 64,
            Self::Sha512 => 128,
        }
    }
}

/// The checksums of one file in lower-case hexadecimal, as far as they were asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Checksums {
    pub sha256: Option<String>,
    pub sha512: Option<String>,
}

impl Checksums {
    pub fn get(&self, algorithm: Algorithm) -> Option<&str> {
        match algorithm {
            Algorithm::Sha256 => self.sha256.as_deref(),
            Algorithm::Sha512 => self.sha512.as_deref(),
        }
    }
}

/// Reads a source to its end.
pub(super) fn of(source: impl Read, wanted: &[Algorithm]) -> io::Result<Checksums> {
    let (mut sha256, mut sha512) = (
        wanted.contains(&Algorithm::Sha256).then(Sha256::new),
        wanted.contains(&Algorithm::Sha512).then(Sha512::new),
    );
    pass(source, |piece| {
        if let Some(state) = &mut sha256 {
            state.update(piece);
        }
        if let Some(state) = &mut sha512 {
            state.update(piece);
        }
        Ok(())
    })?;
    Ok(Checksums {
        sha256: sha256.map(|state| hex(&state.finalize())),
        sha512: sha512.map(|state| hex(&state.finalize())),
    })
}

/// Copies a source to its end; the count of bytes and their SHA-512.
pub(super) fn copy(source: impl Read, target: &mut impl Write) -> io::Result<(u64, String)> {
    let (mut state, mut bytes) = (Sha512::new(), 0_u64);
    pass(source, |piece| {
        state.update(piece);
        bytes += piece.len() as u64;
        target.write_all(piece)
    })?;
    Ok((bytes, hex(&state.finalize())))
}

fn pass(mut source: impl Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut buffer = vec![0_u8; 64 * 1024];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(read) => take(buffer.get(..read).unwrap_or_default())?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
