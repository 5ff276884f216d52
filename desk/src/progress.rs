//! Progress on standard error: a bar on a terminal, nothing elsewhere.

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rushlight_core::evidence::{Stage, Watch};
use rushlight_core::text::Catalogue;

/// Draws the bar, and hears Ctrl-C.
pub(crate) struct Bar<'a> {
    bar: ProgressBar,
    catalogue: &'a Catalogue,
    stopped: Arc<AtomicBool>,
}

impl<'a> Bar<'a> {
    /// A bar on a terminal; an invisible one elsewhere or when quiet.
    pub(crate) fn new(quiet: bool, catalogue: &'a Catalogue) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        let target = if shown {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(0), target);
        if let Ok(style) = ProgressStyle::with_template("  {msg:24} {bar:32} {pos}/{len}") {
            bar.set_style(style.progress_chars("━╸─"));
        }
        let stopped = Arc::new(AtomicBool::new(false));
        let heard = Arc::clone(&stopped);
        // Without a handler Ctrl-C ends the program, which loses only the partial report.
        let _ = ctrlc::set_handler(move || {
            if heard.swap(true, Ordering::SeqCst) {
                std::process::exit(1);
            }
        });
        Self {
            bar,
            catalogue,
            stopped,
        }
    }

    /// Takes the bar off the screen.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Bar<'_> {
    fn progress(&self, stage: Stage, done: u64, total: u64) {
        let message = match stage {
            Stage::Opening => "desk-stage-opening",
            Stage::Reading => "desk-stage-reading",
            Stage::Apps => "desk-stage-apps",
            Stage::Comparing => "desk-stage-comparing",
            Stage::Writing => "desk-stage-writing",
        };
        self.bar.set_message(self.catalogue.plain(message));
        self.bar.set_length(total);
        self.bar.set_position(done);
    }

    fn cancelled(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }
}
