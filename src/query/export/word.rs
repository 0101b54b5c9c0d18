//! The words of an exported file: it is read where no screen translates.

use crate::model::party::Language;
use crate::model::report::{Column, OrderState};

pub fn column(column: &Column, language: Language) -> &'static str {
    let (zh, en) = match column {
        Column::Field(_) => ("", ""),
        Column::Title => ("标题", "Title"),
        Column::State => ("状态", "State"),
        Column::Node => ("当前环节", "Step"),
        Column::Handler => ("当前处理人", "Handler"),
        Column::Initiator => ("发起人", "Initiator"),
        Column::Department => ("部门", "Department"),
        Column::CreatedAt => ("创建时间", "Created"),
        Column::SubmittedAt => ("提交时间", "Submitted"),
        Column::UpdatedAt => ("更新时间", "Updated"),
        Column::EndedAt => ("结束时间", "Ended"),
        Column::Duration => ("用时(毫秒)", "Duration (ms)"),
    };
    of(language, zh, en)
}

pub const fn state(state: OrderState, language: Language) -> &'static str {
    let (zh, en) = match state {
        OrderState::Draft => ("草稿", "Draft"),
        OrderState::Running => ("进行中", "Running"),
        OrderState::Returned => ("已退回", "Returned"),
        OrderState::Completed => ("已完成", "Completed"),
        OrderState::Rejected => ("已拒绝", "Rejected"),
        OrderState::Cancelled => ("已撤销", "Cancelled"),
        OrderState::Terminated => ("已终止", "Terminated"),
    };
    of(language, zh, en)
}

pub const fn truth(truth: bool, language: Language) -> &'static str {
    if truth { of(language, "是", "Yes") } else { of(language, "否", "No") }
}

const fn of(language: Language, zh: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
