//! Secrets from a person: unseen where there is a terminal, else one line of the input. Refuses the command line itself, which other
//! people of the machine can read.

use std::io::{IsTerminal, Write};

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

use super::exit::Ended;
use crate::crypt::secret::Phrase;

/// Whether somebody sits there who can be asked twice.
pub fn is_asked() -> bool {
    std::io::stdin().is_terminal()
}

/// # Errors
/// The input has ended or cannot be read.
pub fn secret(question: &str) -> Result<Phrase, Ended> {
    if !is_asked() {
        return line();
    }
    let failed = |error: std::io::Error| Ended::other(format!("the terminal cannot be used: {error}"));
    let mut out = std::io::stderr();
    let stdin = std::io::stdin();
    let seen = tcgetattr(&stdin).map_err(|error| failed(error.into()))?;
    let mut unseen = seen.clone();
    unseen.local_modes.remove(LocalModes::ECHO);
    // Before the question: whoever answers at once is neither seen nor cut off.
    tcsetattr(&stdin, OptionalActions::Flush, &unseen).map_err(|error| failed(error.into()))?;
    write!(out, "{question}: ").and_then(|()| out.flush()).map_err(failed)?;
    let typed = line();
    tcsetattr(&stdin, OptionalActions::Flush, &seen).map_err(|error| failed(error.into()))?;
    writeln!(out).map_err(failed)?;
    typed
}

fn line() -> Result<Phrase, Ended> {
    let mut text = String::new();
    let read = std::io::stdin().read_line(&mut text);
    let read = read.map_err(|error| Ended::other(format!("the secret cannot be read: {error}")))?;
    if read == 0 {
        return Err(Ended::setting("a secret is read from the input, one line, and there is none"));
    }
    let phrase = Phrase::new(text.trim_end_matches(['\r', '\n']).to_owned());
    zeroize::Zeroize::zeroize(&mut text);
    Ok(phrase)
}
