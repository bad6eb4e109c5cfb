//! A progress bar on a terminal; nothing elsewhere. The only door to indicatif.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The bar of one job.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar on stderr, where that is a terminal and messages are wanted.
    pub(super) fn new(quiet: bool) -> Self {
        let bar = ProgressBar::hidden();
        if !quiet && io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:40} {pos} dari {len}") {
            bar.set_style(style);
        }
        Progress { bar }
    }

    /// So many of so many are done.
    pub(super) fn tell(&self, what: &'static str, done: usize, all: usize) {
        self.bar.set_message(what);
        self.bar.set_length(all as u64);
        self.bar.set_position(done as u64);
    }

    /// Takes the bar from the screen.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
