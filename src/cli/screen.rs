//! The only writer to stdout and stderr. Data goes to stdout, all else to stderr.

use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};

use super::arguments::Colour;
use super::paint::Paint;

/// The screen of one run.
pub(super) struct Screen {
    out: Paint,
    err: Paint,
    quiet: bool,
}

impl Screen {
    pub fn new(colour: Colour, quiet: bool) -> Self {
        let (out, err) = (io::stdout().is_terminal(), io::stderr().is_terminal());
        Screen { out: paint(colour, out), err: paint(colour, err), quiet }
    }

    /// Colours for what goes to stdout.
    pub fn out_paint(&self) -> Paint {
        self.out
    }

    /// Colours for what goes to stderr.
    pub fn err_paint(&self) -> Paint {
        self.err
    }

    /// Writes what was asked for to stdout.
    ///
    /// # Errors
    /// The target is full or gone. A reader that stopped reading is no error.
    pub fn data(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let mut out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
        match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                // What is left in the buffer has no reader any more.
                drop(out.into_parts());
                Ok(())
            }
            done => done,
        }
    }

    /// A message beside the data; not written with `--senyap`.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            self.error(text);
        }
    }

    /// An error; always written. Where stderr is gone, nobody is left to tell.
    pub fn error(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }
}

fn paint(colour: Colour, terminal: bool) -> Paint {
    let wanted = match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => terminal && !is_set("NO_COLOR") && understands_colour(),
    };
    Paint::new(wanted)
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// The old console of Windows prints colour codes as letters.
fn understands_colour() -> bool {
    if cfg!(windows) {
        is_set("WT_SESSION") || is_set("ANSICON") || is_set("TERM")
    } else {
        env::var_os("TERM").is_none_or(|term| term != "dumb")
    }
}
