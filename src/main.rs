//! The program `tertib`: hands over to the library and exits with its status.

use std::process::ExitCode;

fn main() -> ExitCode {
    tertib::run()
}
