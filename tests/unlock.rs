//! The ways in, with the real binary: `tessera key` while it is stopped, and the page of an appliance that started sealed.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use tessera::cli::exit::{DAMAGED, KEY, LOCKED, SETTING};

use crate::cli::{Desk, counted, refused, words};
use crate::support::appliance::Appliance;

const PLAIN: [&str; 2] = ["--tls-mode", "off"];

/// Status, head and body of one answer.
fn ask(address: &str, request: &str, body: &str) -> (u16, String, String) {
    ask_from("same-origin", address, request, body)
}

/// As a page of such a site does.
fn ask_from(site: &str, address: &str, request: &str, body: &str) -> (u16, String, String) {
    answered(site, address, request, body).expect("it answers")
}

fn answered(site: &str, address: &str, request: &str, body: &str) -> std::io::Result<(u16, String, String)> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let length = body.len();
    let text = format!("{request} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {length}\r\n");
    let form = format!("content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: {site}\r\n");
    write!(stream, "{text}{form}accept-language: en\r\n\r\n{body}")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    Ok((head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_lowercase(), body.to_owned()))
}

fn unlock(address: &str, secret: &str) -> (u16, String, String) {
    ask(address, "POST /unlock?language=en", &format!("secret={}", secret.replace(' ', "+")))
}

/// What watching programs hear, once the appliance is as it should be. The one that hands over may cut off whoever comes just then.
fn becomes_healthy(address: &str) {
    let heard = || answered("same-origin", address, "GET /healthz", "").ok().filter(|(status, ..)| *status == 200);
    Appliance::eventually(|| heard().map(drop));
    assert_eq!(ask(address, "GET /api/v1/session", "").0, 401);
}

#[test]
fn a_sealed_start_says_what_is_wrong_and_goes_on_when_it_is_opened() {
    let desk = Desk::new();
    let recovery = desk.set_up();
    let before = counted(&desk);
    std::fs::rename(desk.path("tessera.key"), desk.path("away.key")).unwrap();
    let serving = desk.serve_until("is sealed, and waits on", &PLAIN);
    let address = serving.address.clone();

    let (status, _, body) = ask(&address, "GET /healthz", "");
    assert_eq!((status, body.as_str()), (503, "sealed\n"));
    let (status, _, body) = ask(&address, "GET /api/v1/orders", "");
    assert!(status == 503 && body.contains("\"code\":\"sealed\""), "{body}");
    let (status, head, page) = ask(&address, "GET /inbox", "");
    assert_eq!(status, 503);
    for part in
        ["Slot 1: key file", "tessera.key is not there: put it back", "Slot 2: recovery key", "nobody has typed it"]
    {
        assert!(page.contains(part), "{part:?} is not in: {page}");
    }
    assert!(head.contains("default-src 'none'; style-src 'self'") && !head.contains("unsafe-inline"), "{head}");
    assert!(!page.contains("<script") && !page.contains("style="), "{page}");
    let (_, _, page) = ask(&address, "GET /?language=zh", "");
    for part in ["数据处于锁定状态", "密钥槽 1：密钥文件", "tessera.key 不存在", "密钥槽 2：恢复密钥", "尚未输入"]
    {
        assert!(page.contains(part), "{part:?} is not in: {page}");
    }
    assert_eq!(ask(&address, "GET /unlock.css", "").0, 200);

    let (status, _, page) = unlock(&address, "7ZC4K0QF");
    assert!(status == 422 && page.contains("the recovery key is mistyped"), "{page}");
    let (status, _, page) = unlock(&address, "");
    assert!(status == 422 && page.contains("There is still no key that opens"), "{page}");
    let (status, _, page) = unlock(&address, &recovery.to_lowercase());
    assert!(status == 200 && page.contains("http-equiv=\"refresh\""), "{page}");
    becomes_healthy(&address);
    serving.signal("TERM");
    assert_eq!(serving.ended().0, Some(0));

    // The next start is sealed again, and the key file alone opens it when it is back.
    let serving = desk.serve_until("is sealed, and waits on", &PLAIN);
    let address = serving.address.clone();
    std::fs::rename(desk.path("away.key"), desk.path("tessera.key")).unwrap();
    assert_eq!(unlock(&address, "").0, 200);
    becomes_healthy(&address);
    serving.signal("TERM");
    assert_eq!(serving.ended().0, Some(0));
    assert_eq!(counted(&desk), before);
}

#[test]
fn a_sealed_appliance_lets_nobody_guess_on_and_ends_when_it_is_asked_to() {
    let desk = Desk::new();
    let recovery = desk.set_up();
    std::fs::remove_file(desk.path("tessera.key")).unwrap();
    std::fs::write(desk.path("tessera.key"), [7; 31]).unwrap();
    let serving = desk.serve_until("is sealed, and waits on", &PLAIN);
    let address = serving.address.clone();
    assert!(ask(&address, "GET /", "").2.contains("tessera.key is damaged or no key"));
    for _ in 0..tessera::model::limit::SIGN_IN_TRIES_MAX {
        assert_eq!(unlock(&address, "wrong horse battery").0, 422);
    }
    let (status, head, page) = unlock(&address, &recovery);
    assert!(status == 429 && head.contains("retry-after: ") && page.contains("Too many wrong tries"), "{head}\n{page}");
    assert_eq!(ask_from("cross-site", &address, "POST /unlock", "secret=x").0, 403);
    serving.signal("TERM");
    assert_eq!(serving.ended().0, Some(0));
}

#[test]
fn data_that_only_a_passphrase_opens_is_read_backed_up_and_restored_with_it() {
    let desk = Desk::new();
    desk.set_up();
    let before = counted(&desk);
    let done = |output: &std::process::Output| {
        assert!(output.status.success(), "{}{}", words(&output.stdout), words(&output.stderr));
        words(&output.stdout)
    };
    done(&desk.run_with("key add", &["passphrase"], "correct horse battery staple\n"));
    done(&desk.run("key remove", &["2"]));
    done(&desk.run("key remove", &["1"]));
    std::fs::remove_file(desk.path("tessera.key")).unwrap();
    let waits = "slot 3 (passphrase): nobody has typed it yet";
    for verb in ["verify", "backup", "verify --audit"] {
        refused(&desk.run(verb, &[]), KEY, &[waits]);
    }
    std::fs::write(desk.path("secret"), "correct horse battery staple\n").unwrap();
    let with_file = ["--passphrase-file", "secret"];
    std::fs::set_permissions(desk.path("secret"), std::fs::Permissions::from_mode(0o644)).unwrap();
    refused(&desk.run("verify", &with_file), SETTING, &["secret: others can read it"]);
    std::fs::set_permissions(desk.path("secret"), std::fs::Permissions::from_mode(0o400)).unwrap();
    refused(&desk.run("verify", &["--passphrase-file", "nowhere"]), SETTING, &["--passphrase-file nowhere: No such"]);
    done(&desk.run("verify", &with_file));
    done(&desk.run("verify --audit", &with_file));
    let doctor = done(&desk.run("doctor", &with_file));
    assert!(doctor.contains("no slot takes one; every start waits"), "{doctor}");
    done(&desk.run("backup --to shelf", &with_file));
    done(&desk.run("verify --from shelf", &with_file));
    std::fs::rename(desk.path("data"), desk.path("old")).unwrap();
    refused(&desk.run("restore", &["--from", "shelf"]), KEY, &[waits]);
    done(&desk.run("restore --from shelf", &with_file));
    assert!(done(&desk.run("verify", &with_file)).ends_with(&before));
}

#[test]
fn ways_in_are_listed_added_checked_replaced_and_removed_but_for_the_last() {
    let desk = Desk::new();
    let recovery = desk.set_up();
    let before = counted(&desk);
    let phrase = "correct horse battery staple\n";
    let done = |output: &std::process::Output| {
        assert!(output.status.success(), "{}", words(&output.stderr));
        words(&output.stdout)
    };
    let listed = || done(&desk.run("key list", &[]));
    assert!(
        listed().contains("slot 1  key file           opens") && listed().contains("slot 2  recovery key"),
        "{}",
        listed()
    );

    refused(
        &desk.run("key add", &["passphrase", "on-the-command-line"]),
        SETTING,
        &["never written on the command line"],
    );
    refused(&desk.run("key add", &["passphrase"]), SETTING, &["read from the input"]);
    refused(&desk.run_with("key add", &["passphrase"], "short\n"), KEY, &["too short"]);
    refused(&desk.run("key add", &["key-file", "data/inside.key"]), SETTING, &["inside the data directory"]);
    refused(&desk.run("key add", &["key-file", "data/backup/x.key"]), SETTING, &["beside the backups"]);
    assert!(done(&desk.run_with("key add", &["passphrase"], phrase)).contains("Slot 3 is added"));
    assert!(done(&desk.run("key add", &["key-file", "keys/second.key"])).contains("keep a copy"));
    assert!(done(&desk.run_with("key check", &[], phrase)).contains("It opens slot 3 (passphrase)"));
    refused(&desk.run_with("key check", &[], "another horse battery\n"), KEY, &["opens no slot"]);
    assert!(done(&desk.run_with("key check", &[], &recovery)).contains("It opens slot 2 (recovery key)"));

    // With the key file gone a typed secret opens: the passphrase replaces the file.
    std::fs::remove_file(desk.path("tessera.key")).unwrap();
    refused(&desk.run("verify", &[]), KEY, &["tessera.key is not there", "slot 3 (passphrase): nobody has typed it"]);
    assert!(done(&desk.run_with("key replace", &["1", "key-file", "tessera.key"], &recovery)).contains("new secret"));
    assert_eq!(counted(&desk), before);

    let printed = done(&desk.run("key replace", &["2", "recovery"]));
    let fresh = printed.lines().next().unwrap().to_owned();
    refused(&desk.run_with("key check", &[], &recovery), KEY, &[]);
    assert!(done(&desk.run_with("key check", &[], &fresh)).contains("slot 2"));
    done(&desk.run("key remove", &["3"]));
    refused(&desk.run("key remove", &["3"]), KEY, &["there is no key slot 3"]);

    refused(&desk.run_with("key rotate", &["--root"], &recovery), KEY, &["give that of slot 2, 4"]);
    done(&desk.run("key remove", &["4"]));
    assert!(done(&desk.run_with("key rotate", &["--root"], &fresh)).contains("The root key is new"));
    assert!(done(&desk.run("key rotate", &[])).contains("The old keys are forgotten"));
    assert_eq!(counted(&desk), before);
    done(&desk.run("key remove", &["2"]));
    refused(&desk.run("key remove", &["1"]), KEY, &["key slot 1 is the last one"]);
    assert!(listed().contains("only one kind of way in"), "{}", listed());

    let serving = desk.serve();
    refused(&desk.run("key add", &["recovery"]), LOCKED, &["in use by another process"]);
    refused(&desk.run("key rotate", &[]), LOCKED, &[]);
    drop(serving);
}

#[test]
fn another_folder_is_no_data_directory_and_lost_keys_make_no_new_ones() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("data")).unwrap();
    std::fs::write(desk.path("data/letter.txt"), "Dear customer").unwrap();
    for verb in ["serve", "setup"] {
        let line = ["--organisation", "Acme", "--login", "admin", "--name", "Admin"];
        let line = if verb == "setup" { &line[..] } else { &[] };
        refused(&desk.run(verb, line), DAMAGED, &["data is not empty and holds no keys", "another folder was meant"]);
    }
    assert!(!desk.path("tessera.key").exists() && std::fs::read_dir(desk.path("data")).unwrap().count() == 1);
    std::fs::remove_file(desk.path("data/letter.txt")).unwrap();

    desk.set_up();
    for copy in ["keys.a", "keys.b"] {
        std::fs::rename(desk.path(&format!("data/{copy}")), desk.path(copy)).unwrap();
    }
    refused(&desk.run("serve", &[]), DAMAGED, &["keys.a and keys.b were lost"]);
    refused(&desk.run("key list", &[]), KEY, &["has no keys"]);
    std::fs::write(desk.path("data/keys.a"), "noise").unwrap();
    refused(&desk.run("serve", &[]), DAMAGED, &["both copies of the keys are damaged"]);
    std::fs::rename(desk.path("keys.b"), desk.path("data/keys.b")).unwrap();
    counted(&desk);
    assert_eq!(std::fs::read(desk.path("data/keys.a")).unwrap(), std::fs::read(desk.path("data/keys.b")).unwrap());
}
