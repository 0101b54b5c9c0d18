//! Two processes on one data directory: one has it, the other says so and leaves it alone; whoever comes first wins.

use std::time::Duration;

use tessera::cli::exit::LOCKED;

use super::release::{self, Caller, Serving};
use super::{scale, work};

#[test]
fn a_second_process_says_so_and_changes_nothing() {
    release::runtime().block_on(async {
        let folder = release::folder();
        let folder = folder.path();
        let serving = Serving::start(folder);
        let mut admin = Caller::set_up(&serving, folder).await;
        let mut writer = work::Writer::new(&work::drawn(&admin).await, 1);
        for verb in [&["serve"][..], &["verify"], &["backup", "--to", "copies"], &["setup", "--organisation", "Other"]]
        {
            writer.work(&admin, 3).await;
            let output = release::run(folder, verb[0], &verb[1..]);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            match verb[0] {
                // It asks for what it needs before it looks at the data.
                "setup" => assert!(!output.status.success(), "{said}"),
                // Whoever has the data makes it.
                "backup" => assert!(output.status.success() && folder.join("copies").is_dir(), "{said}"),
                _ => {
                    assert_eq!(output.status.code(), Some(i32::from(LOCKED)), "{verb:?}: {said}");
                    assert!(said.contains("in use by another process"), "{verb:?}: {said}");
                }
            }
        }
        writer.check(&admin).await;
        serving.stop(&mut admin);
    });
    scale::figure("two processes", 0, &"the second is refused by name, the first goes on");
}

#[test]
fn of_two_that_start_together_one_wins() {
    release::runtime().block_on(async {
        let folder = release::folder();
        let folder = folder.path();
        let serving = Serving::start(folder);
        let mut admin = Caller::set_up(&serving, folder).await;
        serving.stop(&mut admin);
        for _ in 0..scale::rounds(2, 20) {
            let start = || {
                let folder = folder.to_owned();
                tokio::task::spawn_blocking(move || {
                    Serving::start_as(release::command(&folder, "serve", &["--log-level", "error"]), &folder)
                })
            };
            let both = [start(), start()];
            let mut won = Vec::new();
            for one in both {
                match one.await.expect("it was started") {
                    Ok(serving) => won.push(serving),
                    Err(why) => assert!(why.contains("in use by another process"), "{why}"),
                }
            }
            assert_eq!(won.len(), 1, "one has it");
            let mut winner = won.remove(0);
            admin = admin.at(&winner);
            assert_eq!(admin.get("/session").await.status, 200);
            assert!(winner.ended(Duration::ZERO).is_none(), "it runs");
            winner.stop(&mut admin);
        }
    });
}
