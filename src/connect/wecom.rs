//! WeCom group robots (企业微信群机器人, developer document 91770): one POST per message, HTTP 200 even on failure, the verdict is
//! `errcode`. Twenty messages a minute and robot; more answers 45009.

use serde::Deserialize;

use super::client::{CallError, Client};

/// Messages a robot takes in a minute.
pub const MESSAGES_PER_MINUTE: usize = 20;
/// The contract says 4096 bytes; some room is left for escaping.
const MARKDOWN_BYTES_MAX: usize = 3_800;

/// What became of one message.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    Delivered,
    /// Worth another try: the network, 45009, an answer that is not understood.
    Later {
        error: String,
        busy: bool,
    },
    /// Trying again cannot help: a wrong key, a refused address.
    Never {
        error: String,
    },
}

#[derive(Debug, Deserialize)]
struct Reply {
    #[serde(default)]
    errcode: i64,
    #[serde(default)]
    errmsg: String,
}

/// Sends Markdown text, cut at a line end when it is too long.
pub async fn send(client: &Client, url: &str, markdown: &str) -> Verdict {
    let body = format!(
        r#"{{"msgtype":"markdown","markdown":{{"content":{}}}}}"#,
        serde_json::to_string(cut(markdown)).expect("text is always JSON")
    );
    match client.post_json(url, body).await {
        Ok(answer) if answer.status == 200 => verdict(&answer.body),
        Ok(answer) => Verdict::Later { error: format!("HTTP {}", answer.status), busy: answer.status == 429 },
        Err(CallError::Refused(address)) => Verdict::Never { error: format!("address refused: {address}") },
        Err(error) => Verdict::Later { error: error.to_string(), busy: false },
    }
}

fn verdict(body: &[u8]) -> Verdict {
    let Ok(reply) = serde_json::from_slice::<Reply>(body) else {
        return Verdict::Later { error: "the answer is not JSON".to_owned(), busy: false };
    };
    let error = format!("{} {}", reply.errcode, reply.errmsg.chars().take(200).collect::<String>());
    match reply.errcode {
        0 => Verdict::Delivered,
        45009 | 45033 => Verdict::Later { error, busy: true },
        // Wrong key, wrong message, robot removed.
        93000 | 40008 | 40058 | 44004 | 93008 => Verdict::Never { error },
        _ => Verdict::Later { error, busy: false },
    }
}

/// Text people typed must not become markup.
pub fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '<' => out.push('＜'),
            '>' => out.push('＞'),
            '[' => out.push('【'),
            ']' => out.push('】'),
            '*' | '`' | '#' => out.push(' '),
            _ => out.push(c),
        }
        out
    })
}

fn cut(markdown: &str) -> &str {
    if markdown.len() <= MARKDOWN_BYTES_MAX {
        return markdown;
    }
    let mut end = MARKDOWN_BYTES_MAX;
    while !markdown.is_char_boundary(end) {
        end -= 1;
    }
    markdown[..end].rfind('\n').map_or(&markdown[..end], |line| &markdown[..line])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_is_errcode_not_the_status() {
        assert_eq!(verdict(br#"{"errcode":0,"errmsg":"ok"}"#), Verdict::Delivered);
        assert!(matches!(
            verdict(br#"{"errcode":45009,"errmsg":"api freq out of limit"}"#),
            Verdict::Later { busy: true, .. }
        ));
        assert!(matches!(verdict(br#"{"errcode":93000,"errmsg":"invalid webhook url"}"#), Verdict::Never { .. }));
        assert!(matches!(verdict(b"<html>"), Verdict::Later { busy: false, .. }));
    }

    #[test]
    fn long_texts_end_at_a_line() {
        let line = "工单\n".repeat(1_000);
        assert!(cut(&line).len() <= MARKDOWN_BYTES_MAX && cut(&line).ends_with('单'));
    }
}
