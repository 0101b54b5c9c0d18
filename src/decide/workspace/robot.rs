//! The address of a group robot (企业微信). People paste the whole address or only its key; both are right.

use crate::model::problem::{Problem, ProblemCode};

const WEBHOOK: &str = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=";
const PATH: &str = "/cgi-bin/webhook/send?key=";

/// Another host is accepted: large companies run their own.
///
/// # Errors
/// - `BadFormat` at `reach.url`: neither an address of a robot nor a key.
pub fn address(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    let bad = || Problem::error("reach.url", ProblemCode::BadFormat);
    if is_key(text) {
        return Ok(format!("{WEBHOOK}{text}"));
    }
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or_else(bad)?;
    let (host, key) = rest.split_once(PATH).ok_or_else(bad)?;
    let is_host =
        !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'));
    if is_host && is_key(key) { Ok(text.to_owned()) } else { Err(bad()) }
}

/// A UUID today; any other run of letters, digits and hyphens tomorrow.
fn is_key(text: &str) -> bool {
    (16..=80).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";

    #[test]
    fn a_bare_key_and_a_whole_address_are_the_same_robot() {
        assert_eq!(address(&format!(" {KEY}\n")), address(&format!("{WEBHOOK}{KEY}")));
        let own = format!("http://wecom.corp.example:8080{PATH}{KEY}");
        assert_eq!(address(&own), Ok(own));
    }

    #[test]
    fn what_is_no_robot_is_refused() {
        for text in ["", "hello", "https://qyapi.weixin.qq.com/", "ftp://x/cgi-bin/webhook/send?key=693a91f6-7bc4-4bc4"]
        {
            assert_eq!(address(text).map_err(|problem| problem.code), Err(ProblemCode::BadFormat), "{text}");
        }
        let with_login = format!("https://user@evil.example{PATH}{KEY}");
        assert!(address(&with_login).is_err());
    }
}
