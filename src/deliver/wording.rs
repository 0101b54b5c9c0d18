//! A message in words, for channels that take text. In the app the browser words it in the reader's own language; a group has no
//! reader of its own, so the workspace's language is used.

use crate::catalog::directory::Directory;
use crate::connect::wecom::plain;
use crate::model::effect::{Message, Subject};
use crate::model::id::UserId;
use crate::model::party::Language;

/// Markdown of one message: what happened, to which order, who is meant, and the address of the order's page. The figures of a board are in
/// words already, and lead to the board.
pub fn markdown(message: &Message, recipients: &[UserId], directory: &Directory, voice: Voice<'_>) -> String {
    if let Subject::BoardPushed { app, board, .. } = message.subject {
        let way = if voice.language == Language::Zh { "打开看板" } else { "Open the board" };
        return format!("{}\n[{way}]({}/apps/{app}/boards/{board})", message.text, voice.base_url);
    }
    let name = |user: UserId| directory.user(user).map_or_else(String::new, |user| plain(&user.name));
    let zh = voice.language == Language::Zh;
    let mut lines = vec![format!("**{}**", headline(message.subject, voice.language))];
    lines.push(format!("> {}{}", if zh { "工单:" } else { "Order: " }, plain(&message.title)));
    if !message.node_name.is_empty() {
        lines.push(format!("> {}{}", if zh { "环节:" } else { "Step: " }, plain(&message.node_name)));
    }
    if let Some(by) = message.by {
        lines.push(format!("> {}{}", if zh { "操作人:" } else { "By: " }, name(by)));
    }
    if !message.text.is_empty() {
        lines.push(format!("> {}{}", if zh { "说明:" } else { "Note: " }, plain(&message.text)));
    }
    let people: Vec<String> = recipients.iter().map(|user| name(*user)).filter(|name| !name.is_empty()).collect();
    if !people.is_empty() {
        lines.push(format!("> {}{}", if zh { "请关注:" } else { "For: " }, people.join(if zh { "、" } else { ", " })));
    }
    lines.push(format!(
        "[{}]({}/orders/{})",
        if zh { "打开工单" } else { "Open the order" },
        voice.base_url,
        message.order
    ));
    lines.join("\n")
}

/// In which language, and where the app is reached.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    pub language: Language,
    /// `https://orders.corp:8443`, without a slash at its end.
    pub base_url: &'a str,
}

fn headline(subject: Subject, language: Language) -> &'static str {
    let (zh, en) = match subject {
        Subject::TaskOpened => ("新的待办", "A new task"),
        Subject::TaskOffered => ("有待办等待认领", "A task to claim"),
        Subject::Notice => ("工单提醒", "About an order"),
        Subject::Returned => ("工单被退回", "An order was returned"),
        Subject::Completed => ("工单已办结", "An order was completed"),
        Subject::Rejected => ("工单被拒绝", "An order was rejected"),
        Subject::Cancelled => ("工单已撤销", "An order was cancelled"),
        Subject::Terminated => ("工单被终止", "An order was terminated"),
        Subject::Copied => ("抄送", "A copy for you"),
        Subject::Reminded => ("待办已超时", "A task is overdue"),
        Subject::Escalated => ("下属的待办已超时", "A task of your staff is overdue"),
        Subject::Urged => ("催办", "Please hurry"),
        Subject::Mentioned => ("有人提到了你", "You were mentioned"),
        Subject::Transferred => ("待办转交", "A task was handed over"),
        Subject::RecallRequested => ("请求退回", "A return is asked for"),
        Subject::Incident => ("工单无法继续", "An order cannot go on"),
        Subject::BoardPushed { .. } => ("看板数据", "A board's figures"),
        Subject::PushFailed { .. } => ("看板推送失败", "A board's push failed"),
        Subject::Unsent { .. } => ("你的决定没有生效", "Your decision was not carried out"),
    };
    if language == Language::Zh { zh } else { en }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::RecordId;

    #[test]
    fn typed_text_is_no_markup() {
        let message = Message {
            subject: Subject::Returned,
            order: RecordId::from_u128(7),
            title: "<@all> [x](http://evil)".to_owned(),
            node: None,
            node_name: String::new(),
            by: None,
            text: "a\nb".to_owned(),
        };
        let voice = Voice { language: Language::En, base_url: "https://t" };
        assert_eq!(
            markdown(&message, &[], &Directory::default(), voice),
            "**An order was returned**\n> Order: ＜@all＞ 【x】(http://evil)\n> Note: a b\n\
             [Open the order](https://t/orders/00000000-0000-0000-0000-000000000007)"
        );
    }
}
