//! Entry: parse the line, run, exit code.

use std::process::ExitCode;

use clap::Parser;
use tessera::cli;
use tikv_jemallocator::Jemalloc;

#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

fn main() -> ExitCode {
    match cli::run(&cli::Line::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(ended) => {
            eprintln!("tessera: {}", ended.why);
            ExitCode::from(ended.code)
        }
    }
}
