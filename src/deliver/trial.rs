//! Trying a channel before anybody relies on it: one message that says so, sent at once, answered with what the other side said.
//! Nothing of it is kept, and no order is in it.

use crate::connect::client::Client;
use crate::connect::wecom::{self, Verdict};
use crate::model::party::Language;
use crate::model::setting::{Channel, Reach};

/// What the other side said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    pub is_delivered: bool,
    /// Its own number: `45009`.
    pub code: Option<String>,
    pub error: Option<String>,
}

pub async fn send(client: &Client, channel: &Channel, organisation: &str, language: Language) -> Trial {
    let text = match language {
        Language::Zh => format!("**{organisation}**\n> 这是一条测试消息:通道已接通。"),
        Language::En => format!("**{organisation}**\n> This is a test: the channel works."),
    };
    let verdict = match &channel.reach {
        Reach::WecomRobot { url } => wecom::send(client, url, &text).await,
    };
    match verdict {
        Verdict::Delivered => Trial { is_delivered: true, code: None, error: None },
        Verdict::Later { error, .. } | Verdict::Never { error } => told(&error),
    }
}

/// A verdict begins with the other side's number when it gave one.
fn told(error: &str) -> Trial {
    let (first, rest) = error.split_once(' ').unwrap_or((error, ""));
    let is_number = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let (code, error) = if is_number { (Some(first.to_owned()), rest) } else { (None, error) };
    Trial { is_delivered: false, code, error: Some(error.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_the_other_side_stands_apart() {
        let trial = told("45009 api freq out of limit");
        assert_eq!((trial.code.as_deref(), trial.error.as_deref()), (Some("45009"), Some("api freq out of limit")));
        assert_eq!(told("cannot reach qyapi.weixin.qq.com").code, None);
    }
}
