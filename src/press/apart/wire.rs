//! How papers travel to the setting process and back: a head as JSON and parts as they
//! are, each with its length before it.

use std::io::{self, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

pub(super) fn send(to: &mut impl Write, head: &impl Serialize, parts: &[&[u8]]) -> io::Result<()> {
    let head = serde_json::to_vec(head).map_err(io::Error::other)?;
    part(to, &head)?;
    to.write_all(&(parts.len() as u64).to_le_bytes())?;
    for one in parts {
        part(to, one)?;
    }
    to.flush()
}

fn part(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)
}

/// A head and its parts; `None` where the other side has gone.
pub(super) fn receive<T: DeserializeOwned>(
    from: &mut impl Read,
) -> io::Result<Option<(T, Vec<Vec<u8>>)>> {
    let Some(length) = length(from)? else { return Ok(None) };
    let head = serde_json::from_slice(&bytes(from, length)?).map_err(io::Error::other)?;
    let count = length_due(from)?;
    let mut parts = Vec::new();
    for _ in 0..count {
        let length = length_due(from)?;
        parts.push(bytes(from, length)?);
    }
    Ok(Some((head, parts)))
}

fn length_due(from: &mut impl Read) -> io::Result<u64> {
    length(from)?.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

fn length(from: &mut impl Read) -> io::Result<Option<u64>> {
    let mut bytes = [0; 8];
    match from.read_exact(&mut bytes) {
        Ok(()) => Ok(Some(u64::from_le_bytes(bytes))),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

fn bytes(from: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.by_ref().take(length).read_to_end(&mut bytes)?;
    match bytes.len() as u64 == length {
        true => Ok(bytes),
        false => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{receive, send};

    #[test]
    fn what_is_sent_is_received_and_what_breaks_off_is_an_error() {
        let mut sent = Vec::new();
        send(&mut sent, &"head", &[b"one", b"", b"three"]).unwrap();
        let parts = vec![b"one".to_vec(), Vec::new(), b"three".to_vec()];
        let got = receive::<String>(&mut sent.as_slice()).unwrap();
        assert_eq!(got, Some(("head".to_owned(), parts)));
        assert_eq!(receive::<String>(&mut &b""[..]).unwrap(), None);
        assert!(receive::<String>(&mut &sent[..sent.len() - 1]).is_err());
    }
}
