//! What the page of a sealed appliance says, in both languages. Refuses text that was not made safe for HTML.

use std::fmt::Write;

use crate::crypt::error::{KeyError, Shut, SlotFailure};
use crate::crypt::slot::SlotKind;
use crate::model::party::Language;

const PAGE: &str = include_str!("../../assets/unlock/page.html");

pub struct Words {
    lang: &'static str,
    other: &'static str,
    other_name: &'static str,
    title: &'static str,
    lead: &'static str,
    slots: &'static str,
    secret: &'static str,
    unlock: &'static str,
    retry: &'static str,
    opening: &'static str,
    opening_lead: &'static str,
    /// After a secret that opened nothing.
    pub wrong: &'static str,
    /// After another look at what opens without a person.
    pub again: &'static str,
}

const ZH: Words = Words {
    lang: "zh",
    other: "en",
    other_name: "English",
    title: "数据处于锁定状态",
    lead: "启动时没有任何密钥能打开数据。数据没有丢失，也没有任何改动；解锁之前，系统不提供其他服务。",
    slots: "各个密钥槽的情况",
    secret: "口令或恢复密钥",
    unlock: "解锁",
    retry: "密钥文件已放回，重新检查",
    opening: "正在打开数据",
    opening_lead: "本页会自动刷新，系统就绪后即可登录。请把缺少的密钥补好，否则下次启动仍会锁定。",
    wrong: "未能解锁：输入的口令或恢复密钥不对，原因见下。",
    again: "仍然没有可用的密钥，原因见下。",
};

const EN: Words = Words {
    lang: "en",
    other: "zh",
    other_name: "中文",
    title: "The data is sealed",
    lead: "No key opened the data at the start. Nothing is lost and nothing was changed; until it is open, nothing else is served.",
    slots: "What is wrong with each key slot",
    secret: "Passphrase or recovery key",
    unlock: "Open",
    retry: "The key file is back: look again",
    opening: "The data is being opened",
    opening_lead: "This page looks again by itself until you can sign in. Put right what was missing, or the next start is sealed again.",
    wrong: "This opened nothing; the reasons are below.",
    again: "There is still no key that opens; the reasons are below.",
};

pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::Zh => &ZH,
        Language::En => &EN,
    }
}

/// The whole page, with one more sentence on top if there is one.
pub fn page(language: Language, why: &KeyError, notice: Option<&str>) -> String {
    let words = words(language);
    let mut content = String::new();
    if let Some(notice) = notice {
        write(&mut content, format_args!("<p class=\"trouble\" role=\"alert\">{}</p>", safe(notice)));
    }
    let is_typed = |failure: &SlotFailure| matches!(failure.kind, SlotKind::Passphrase(_) | SlotKind::Recovery);
    let takes_secret = match why {
        KeyError::Sealed(failures) => {
            write(&mut content, format_args!("<h2>{}</h2>\n<ul>\n", words.slots));
            for failure in failures {
                let (name, reason) = (safe(&name(language, failure)), safe(&reason(language, failure)));
                write(&mut content, format_args!("<li><strong>{name}</strong><span>{reason}</span></li>\n"));
            }
            content.push_str("</ul>\n");
            failures.iter().any(is_typed)
        }
        other => {
            write(&mut content, format_args!("<p class=\"trouble\">{}</p>\n", safe(&other.to_string())));
            true
        }
    };
    let action = format!("<form method=\"post\" action=\"/unlock?language={}\">", words.lang);
    if takes_secret {
        let field = "id=\"secret\" name=\"secret\" type=\"password\" autocomplete=\"off\" autocapitalize=\"off\" \
                     spellcheck=\"false\" maxlength=\"1000\" required autofocus";
        let Words { secret, unlock, .. } = words;
        let label = format!("<label for=\"secret\">{secret}</label>");
        write(&mut content, format_args!("{action}\n{label}\n<input {field}>\n<button>{unlock}</button>\n</form>\n"));
    }
    let again = format!("<button class=\"second\" name=\"secret\" value=\"\">{}</button>", words.retry);
    write(&mut content, format_args!("{action}\n{again}\n</form>"));
    filled(words, (words.title, words.lead), "", &content)
}

/// Somebody opened; it asks again until the appliance answers.
pub fn opening(language: Language) -> String {
    let words = words(language);
    filled(words, (words.opening, words.opening_lead), "<meta http-equiv=\"refresh\" content=\"2; url=/\">\n", "")
}

pub fn wait(language: Language, minutes: u64) -> String {
    match language {
        Language::Zh => format!("错误次数过多，请在 {minutes} 分钟后再试。"),
        Language::En => format!("Too many wrong tries: try again in {minutes} minutes."),
    }
}

fn filled(words: &Words, (title, lead): (&str, &str), refresh: &str, content: &str) -> String {
    // The content comes last, so that nothing in it is taken for a place to fill.
    PAGE.replace("{lang}", words.lang)
        .replace("{other}", words.other)
        .replace("{other_name}", words.other_name)
        .replace("{title}", title)
        .replace("{lead}", lead)
        .replace("{refresh}", refresh)
        .replace("{content}", content)
}

fn name(language: Language, failure: &SlotFailure) -> String {
    let kind = match (language, failure.kind) {
        (Language::En, kind) => return format!("Slot {}: {kind}", failure.slot),
        (Language::Zh, SlotKind::KeyFile) => "密钥文件",
        (Language::Zh, SlotKind::Passphrase(_)) => "口令",
        (Language::Zh, SlotKind::Recovery) => "恢复密钥",
        (Language::Zh, SlotKind::Credential) => "系统凭据",
    };
    format!("密钥槽 {}：{kind}", failure.slot)
}

fn reason(language: Language, failure: &SlotFailure) -> String {
    if language == Language::En {
        return failure.reason();
    }
    let sentence = match (&failure.why, failure.kind) {
        (Shut::NotGiven, SlotKind::KeyFile) => "没有给出密钥文件。",
        (Shut::NotGiven, SlotKind::Passphrase(_) | SlotKind::Recovery) => "尚未输入。",
        (Shut::NotGiven, SlotKind::Credential) => {
            "服务管理器没有交来凭据；请检查服务单元中的 LoadCredentialEncrypted=tessera-root-key。"
        }
        (Shut::Wrong, SlotKind::KeyFile | SlotKind::Credential) => {
            "这是另一份数据的密钥，或者该槽已损坏；请放回与这份数据配套的密钥。"
        }
        (Shut::Wrong, SlotKind::Passphrase(_)) => "口令不对，或者该槽已损坏。",
        (Shut::Wrong, SlotKind::Recovery) => "这是另一份数据的或者旧的恢复密钥，或者该槽已损坏。",
        (Shut::Unreadable(error), _) => return unreadable(error),
    };
    sentence.to_owned()
}

fn unreadable(error: &KeyError) -> String {
    match error {
        KeyError::KeyFileMissing(path) => {
            format!("密钥文件 {} 不存在；请放回该文件，或挂载保存它的磁盘。", path.display())
        }
        KeyError::KeyFileWeak(path) => {
            format!("密钥文件 {} 已损坏或不是密钥（应为 32 个随机字节）；请放回它的备份。", path.display())
        }
        KeyError::KeyFileInside(path) => {
            format!("密钥文件 {} 位于数据目录之内；请移到别处，否则硬盘被盗即可打开数据。", path.display())
        }
        KeyError::RecoveryMistyped => "恢复密钥输入有误，校验不符。".to_owned(),
        KeyError::Io { path, source, .. } => format!("密钥文件 {} 无法读取：{source}", path.display()),
        other => other.to_string(),
    }
}

fn safe(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn write(content: &mut String, text: std::fmt::Arguments<'_>) {
    content.write_fmt(text).expect("a string takes everything");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_path_is_text_and_nothing_else() {
        let path = std::path::PathBuf::from("/keys/<script>\"{content}\"&");
        let why = Shut::Unreadable(Box::new(KeyError::KeyFileMissing(path)));
        let sealed = KeyError::Sealed(vec![SlotFailure { slot: 1, kind: SlotKind::KeyFile, why }]);
        for language in [Language::Zh, Language::En] {
            let page = page(language, &sealed, None);
            assert!(page.contains("/keys/&lt;script&gt;&quot;{content}&quot;&amp;"), "{page}");
            assert!(!page.contains("<script"), "{page}");
            assert!(!page.contains("id=\"secret\""), "no slot takes a typed secret: {page}");
        }
    }
}
