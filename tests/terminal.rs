//! Secrets that a person types at a terminal: asked for twice, never shown, and the terminal shows again what is typed afterwards.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::process::{ChildStderr, Stdio};

use rustix::fs::{OFlags, fcntl_setfl};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use tessera::cli::exit::SETTING;

use crate::cli::{Desk, words};
use crate::support::appliance::Appliance;

/// Both ends of one: keyboard and screen, and what a program has of it.
struct Terminal {
    person: File,
    program: File,
}

impl Terminal {
    fn new() -> Self {
        let person = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&person).and_then(|()| unlockpt(&person)).expect("it is ours");
        let name = ptsname(&person, Vec::new()).expect("it has a name");
        let program = OpenOptions::new().read(true).write(true).open(name.to_str().unwrap()).expect("it opens");
        fcntl_setfl(&person, OFlags::NONBLOCK).expect("nobody waits for what is not shown");
        Self { person: person.into(), program }
    }

    fn types(&mut self, line: &str) {
        self.person.write_all(format!("{line}\n").as_bytes()).unwrap();
    }

    /// What stands on the screen since the last look.
    fn shows(&mut self) -> String {
        let mut shown = Vec::new();
        let end = self.person.read_to_end(&mut shown).map_err(|error| error.kind());
        assert_eq!(end, Err(ErrorKind::WouldBlock), "it is still there");
        words(&shown)
    }

    /// Runs `key add passphrase` and answers each question. Gives the exit code and what was said, without what was asked.
    fn adds_a_passphrase(&mut self, desk: &Desk, answers: &[(&str, &str)]) -> (Option<i32>, String) {
        let mut command = desk.command("key add", &["passphrase"]);
        let mut child = command.stdin(Stdio::from(self.program.try_clone().unwrap())).spawn().unwrap();
        let mut said = child.stderr.take().unwrap();
        for (question, answer) in answers {
            hear(&mut said, question);
            self.types(answer);
        }
        let (mut rest, mut done) = (String::new(), String::new());
        said.read_to_string(&mut rest).unwrap();
        child.stdout.take().unwrap().read_to_string(&mut done).unwrap();
        (child.wait().unwrap().code(), done + &rest)
    }
}

fn hear(said: &mut ChildStderr, question: &str) {
    let mut heard = Vec::new();
    while !words(&heard).ends_with(question) {
        let mut byte = [0];
        assert_eq!(said.read(&mut byte).unwrap(), 1, "it ended with {:?} instead of {question:?}", words(&heard));
        heard.extend(byte);
    }
}

#[test]
fn a_passphrase_is_typed_twice_and_unseen() {
    let (desk, mut terminal) = (Desk::new(), Terminal::new());
    desk.set_up();
    let phrase = "correct horse battery staple";
    let typed = |second| [("New passphrase: ", phrase), ("The same again: ", second)];

    let (code, said) = terminal.adds_a_passphrase(&desk, &typed("correct horse battery stable"));
    assert_eq!(code, Some(i32::from(SETTING)), "{said}");
    assert!(said.contains("the two passphrases are not the same; nothing was changed"), "{said}");
    let (code, said) = terminal.adds_a_passphrase(&desk, &typed(phrase));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Slot 3 is added"), "{said}");

    assert_eq!(terminal.shows(), "");
    // The kernel shows it a little later, and after anything that was typed before.
    terminal.types("tessera doctor");
    let mut shown = String::new();
    Appliance::eventually(|| {
        shown += &terminal.shows();
        shown.ends_with('\n').then_some(())
    });
    assert_eq!(shown, "tessera doctor\r\n");
    let checked = desk.run_with("key check", &[], phrase);
    assert!(words(&checked.stdout).contains("It opens slot 3 (passphrase)"), "{}", words(&checked.stderr));
}
