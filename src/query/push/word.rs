//! The words of a push, in the Markdown that group robots take. Never longer than a robot takes: what does not fit is left out line by
//! line, and counted. The way to the board is added when it leaves.

use crate::connect::wecom::plain;
use crate::model::limit::PUSH_BYTES_MAX;
use crate::model::party::Language;

/// A board's figures, ready to be said.
#[derive(Debug, Clone)]
pub struct Report {
    pub board: String,
    /// Whose eyes it was seen with.
    pub owner: String,
    pub as_of: String,
    pub lines: Vec<Line>,
    /// Tiles that are not for the owner.
    pub untold: usize,
}

/// One tile.
#[derive(Debug, Clone)]
pub struct Line {
    pub title: String,
    pub said: Said,
}

#[derive(Debug, Clone)]
pub enum Said {
    Number {
        value: String,
        change: Option<String>,
    },
    Groups {
        first: Vec<(String, String)>,
        /// Groups beside these.
        more: usize,
        /// And some that the chart itself folded.
        is_truncated: bool,
    },
    Rows(u64),
}

/// Room for the line that says how many are missing.
const LAST_LINE_BYTES: usize = 80;

pub fn compose(report: &Report, language: Language) -> String {
    let (board, owner, as_of) = (plain(&report.board), plain(&report.owner), &report.as_of);
    let mut text = match language {
        Language::Zh => format!("**{board}**\n> 截至 {as_of}，按{owner}所见统计"),
        Language::En => format!("**{board}**\n> As of {as_of}, as {owner} sees it"),
    };
    let mut left = report.lines.as_slice();
    while let [line, rest @ ..] = left {
        let line = sentence(line, language);
        if text.len() + line.len() + LAST_LINE_BYTES > PUSH_BYTES_MAX {
            break;
        }
        text.push('\n');
        text.push_str(&line);
        left = rest;
    }
    let missing = left.len() + report.untold;
    if missing > 0 {
        text.push_str(&untold(missing, language));
    }
    text
}

fn untold(missing: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("\n……另有 {missing} 个图表，请打开看板查看"),
        Language::En if missing == 1 => "\n… and 1 more chart on the board".to_owned(),
        Language::En => format!("\n… and {missing} more charts on the board"),
    }
}

/// `by` is without a sign; `percent` is of the period before.
pub fn change(difference: f64, by: &str, percent: Option<f64>, language: Language) -> String {
    let sign = if difference > 0.0 { "+" } else { "-" };
    let percent = percent.map(|percent| format!("{sign}{:.0}%", percent.abs()));
    match language {
        Language::Zh if difference == 0.0 => "与上期持平".to_owned(),
        Language::En if difference == 0.0 => "as in the period before".to_owned(),
        Language::Zh => format!("较上期 {sign}{by}{}", percent.map_or_else(String::new, |it| format!("，{it}"))),
        Language::En => {
            format!("{sign}{by}{} on the period before", percent.map_or_else(String::new, |it| format!(", {it}")))
        }
    }
}

fn sentence(Line { title, said }: &Line, language: Language) -> String {
    let zh = language == Language::Zh;
    let title = plain(title);
    match said {
        Said::Number { value, change: None } => format!("**{title}** {}", plain(value)),
        Said::Number { value, change: Some(change) } if zh => format!("**{title}** {}（{change}）", plain(value)),
        Said::Number { value, change: Some(change) } => format!("**{title}** {} ({change})", plain(value)),
        Said::Rows(count) if zh => format!("**{title}** {count} 条"),
        Said::Rows(1) => format!("**{title}** 1 order"),
        Said::Rows(count) => format!("**{title}** {count} orders"),
        Said::Groups { first, .. } if first.is_empty() => {
            format!("**{title}** {}", if zh { "暂无数据" } else { "nothing yet" })
        }
        Said::Groups { first, more, is_truncated } => {
            let named: Vec<String> =
                first.iter().map(|(name, value)| format!("{} {}", plain(name), plain(value))).collect();
            let named = named.join(if zh { "，" } else { ", " });
            format!("**{title}** {named}{}", rest(*more, *is_truncated, language))
        }
    }
}

/// What stands behind the named groups.
fn rest(more: usize, is_truncated: bool, language: Language) -> String {
    match (language, more, is_truncated) {
        (_, 0, false) => String::new(),
        (Language::Zh, 0, true) => "，及其他".to_owned(),
        (Language::Zh, more, false) => format!("，另有 {more} 组"),
        (Language::Zh, more, true) => format!("，另有 {more} 组以上"),
        (Language::En, 0, true) => ", and others".to_owned(),
        (Language::En, more, false) => format!(", and {more} more"),
        (Language::En, more, true) => format!(", and more than {more} others"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(lines: Vec<Line>) -> Report {
        let (board, owner) = ("维修看板".to_owned(), "Lin [x](http://evil)".to_owned());
        Report { board, owner, as_of: "2026-11-30 09:00".to_owned(), lines, untold: 0 }
    }

    fn line(title: &str, said: Said) -> Line {
        Line { title: title.to_owned(), said }
    }

    fn number(value: &str, change: Option<String>) -> Said {
        Said::Number { value: value.to_owned(), change }
    }

    fn groups(first: &[(&str, &str)], more: usize, is_truncated: bool) -> Said {
        let first = first.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Said::Groups { first, more, is_truncated }
    }

    fn lines(language: Language) -> Vec<Line> {
        vec![
            line("处理中", number("12", None)),
            line("本月完成", number("¥40", Some(change(10.0, "¥10", Some(33.3), language)))),
            line("首月", number("3", Some(change(3.0, "3", None, language)))),
            line("持平", number("3", Some(change(0.0, "0", Some(0.0), language)))),
            line("状态分布", groups(&[("已完成", "40"), ("<@all>", "2")], 3, false)),
            line("车间", groups(&[("机加工", "8")], 4, true)),
            line("空图", groups(&[], 0, false)),
            line("最近工单", Said::Rows(128)),
        ]
    }

    #[test]
    fn a_board_is_said_line_by_line() {
        assert_eq!(
            compose(&Report { untold: 2, ..report(lines(Language::Zh)) }, Language::Zh),
            "**维修看板**\n> 截至 2026-11-30 09:00，按Lin 【x】(http://evil)所见统计\n**处理中** 12\n\
             **本月完成** ¥40（较上期 +¥10，+33%）\n**首月** 3（较上期 +3）\n**持平** 3（与上期持平）\n\
             **状态分布** 已完成 40，＜@all＞ 2，另有 3 组\n**车间** 机加工 8，另有 4 组以上\n**空图** 暂无数据\n\
             **最近工单** 128 条\n……另有 2 个图表，请打开看板查看"
        );
        assert_eq!(
            compose(&report(lines(Language::En)), Language::En),
            "**维修看板**\n> As of 2026-11-30 09:00, as Lin 【x】(http://evil) sees it\n**处理中** 12\n\
             **本月完成** ¥40 (+¥10, +33% on the period before)\n**首月** 3 (+3 on the period before)\n\
             **持平** 3 (as in the period before)\n**状态分布** 已完成 40, ＜@all＞ 2, and 3 more\n\
             **车间** 机加工 8, and more than 4 others\n**空图** nothing yet\n**最近工单** 128 orders"
        );
    }

    #[test]
    fn what_a_robot_does_not_take_is_left_out_in_whole_lines_and_counted() {
        let title = "很长的标题".repeat(20);
        let many = vec![line(&title, number("1", None)); 40];
        let text = compose(&report(many), Language::Zh);
        assert!(text.len() <= PUSH_BYTES_MAX, "{}", text.len());
        let told = text.lines().filter(|line| line.ends_with(" 1")).count();
        let rest = format!("……另有 {} 个图表，请打开看板查看", 40 - told);
        assert_eq!(text.lines().last(), Some(rest.as_str()));
        assert!(text.lines().skip(2).take(told).all(|line| line == format!("**{title}** 1")));
    }
}
