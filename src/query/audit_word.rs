//! The audit's words: a code for each thing that happened, and what it is called now. `None` for what moves no business: the sentence
//! would only hide the others.

use crate::catalog::Catalog;
use crate::model::command::Actor;
use crate::model::event::Event;
use crate::model::export::ExportFormat;
use crate::model::id::{AppId, BoardId, FormId, UserId};
use crate::model::keys::{KeyChange, WayKind};
use crate::model::order::Answer;
use crate::model::order_event::{LifeEvent, OrderEvent, RecordEvent, TalkEvent, TaskEvent, TimerEvent, VisitEvent};
use crate::model::push::PushEnd;

/// A record was changed by hand.
pub(super) const EDITED: &str = "order_edited";

/// What was written so far in a task was kept: nobody's decision yet.
pub(super) const SAVED: &str = "order_task_saved";

/// The first submission is also the start step's decision, which later ones are alone.
pub(super) const SUBMITTED: &str = "order_submitted";
pub(super) const RESUBMITTED: &str = "order_resubmitted";

pub(super) fn code(event: &Event, actor: Actor) -> Option<&'static str> {
    Some(match event {
        Event::Order { event, .. } => return order_code(event),
        Event::AppSaved(_) => "app_saved",
        Event::AppDeleted(_) => "app_deleted",
        Event::FormSaved(_) => "form_saved",
        Event::FormDeleted(_) => "form_deleted",
        Event::FormPublished(_) => "form_published",
        Event::FlowPublished(_) => "flow_published",
        Event::BoardSaved(_) => "board_saved",
        Event::BoardDeleted(_) => "board_deleted",
        Event::PushSaved(_) => "push_saved",
        Event::PushDeleted(_) => "push_deleted",
        Event::PushWent(push) if push.last.is_some_and(|last| last.end == PushEnd::Sent) => "push_sent",
        Event::PushWent(_) => "push_failed",
        Event::ViewSaved(_) => "view_saved",
        Event::ViewDeleted(_) => "view_deleted",
        Event::UserSaved(_) => "user_saved",
        Event::DepartmentSaved(_) => "department_saved",
        Event::DepartmentDeleted(_) => "department_deleted",
        Event::TeamSaved(_) => "team_saved",
        Event::TeamDeleted(_) => "team_deleted",
        Event::RoleSaved(_) => "role_saved",
        Event::RoleDeleted(_) => "role_deleted",
        Event::SettingSaved(_) => "setting_saved",
        Event::ChannelSaved(_) => "channel_saved",
        Event::ChannelDeleted(_) => "channel_deleted",
        Event::CalendarSaved(_) => "calendar_saved",
        Event::BackupPlanSaved(_) => "backup_plan_saved",
        Event::QuarantineLifted => "quarantine_lifted",
        Event::KeysChanged(change) => key_code(*change),
        Event::RecordsExported(exported) => match exported.format {
            ExportFormat::Csv => "records_exported_csv",
            ExportFormat::Xlsx => "records_exported_xlsx",
        },
        Event::PasswordSet { .. } => "password_set",
        Event::SessionsEnded { .. } => "sessions_ended",
        Event::SessionOpened(_) => "session_opened",
        Event::SessionClosed { .. } => "session_closed",
        Event::SignInLocked(_) => "sign_in_locked",
        // The outbox itself moves every message several times.
        Event::OutgoingMoved { .. } if actor == Actor::System => return None,
        Event::OutgoingMoved { .. } => "outgoing_resent",
        // Said with the board that was saved or deleted.
        Event::BoardVersionKept(_) | Event::BoardVersionDropped { .. } => return None,
        // A decision is told when it goes.
        Event::DecisionHeld(_) | Event::DecisionReleased { .. } => return None,
        Event::FileStored { .. }
        | Event::FileDropped { .. }
        | Event::NoticesRead { .. }
        | Event::PreferenceSaved(_)
        | Event::KeysStand(_) => return None,
    })
}

const fn key_code(change: KeyChange) -> &'static str {
    match change {
        KeyChange::WayAdded { .. } => "key_slot_added",
        KeyChange::WayReplaced { .. } => "key_slot_replaced",
        KeyChange::WayRemoved { .. } => "key_slot_removed",
        KeyChange::RootRenewed => "root_key_renewed",
        KeyChange::DataKeysRenewed => "data_keys_renewed",
        KeyChange::EpochsRenewed => "key_epochs_renewed",
    }
}

/// `3 passphrase`: the slot and what opens it. Of the other changes there is nothing to name.
fn way(change: KeyChange) -> Option<String> {
    use KeyChange as C;
    let (C::WayAdded { slot, kind } | C::WayReplaced { slot, kind } | C::WayRemoved { slot, kind }) = change else {
        return None;
    };
    let kind = match kind {
        WayKind::KeyFile => "key_file",
        WayKind::Passphrase => "passphrase",
        WayKind::Recovery => "recovery",
        WayKind::Credential => "credential",
    };
    Some(format!("{slot} {kind}"))
}

fn order_code(event: &OrderEvent) -> Option<&'static str> {
    match event {
        OrderEvent::Record(RecordEvent::Patched { .. }) => Some(EDITED),
        OrderEvent::Record(RecordEvent::Created { .. } | RecordEvent::Numbered { .. }) | OrderEvent::Fork(_) => None,
        OrderEvent::Life(event) => life_code(event),
        OrderEvent::Visit(event) => visit_code(event),
        OrderEvent::Task(event) => task_code(event),
        OrderEvent::Timer(TimerEvent::Fired { .. }) => Some("order_overdue"),
        OrderEvent::Timer(TimerEvent::Set { .. } | TimerEvent::Cancelled { .. }) => None,
        OrderEvent::Talk(TalkEvent::Copied { .. }) => Some("order_copied"),
        OrderEvent::Talk(TalkEvent::Commented { .. }) => Some("order_commented"),
        OrderEvent::Talk(TalkEvent::Urged { .. }) => Some("order_urged"),
    }
}

const fn life_code(event: &LifeEvent) -> Option<&'static str> {
    Some(match event {
        LifeEvent::Created { .. } => "order_drafted",
        LifeEvent::Discarded => "order_discarded",
        LifeEvent::Submitted { .. } => SUBMITTED,
        LifeEvent::Withdrawn { .. } => "order_withdrawn",
        LifeEvent::Terminated { .. } => "order_terminated",
        LifeEvent::Ended { .. } => "order_ended",
        LifeEvent::Migrated { .. } => "order_migrated",
        LifeEvent::Titled { .. } => return None,
    })
}

const fn visit_code(event: &VisitEvent) -> Option<&'static str> {
    match event {
        VisitEvent::IncidentRaised { .. } => Some("order_incident_raised"),
        VisitEvent::IncidentResolved { .. } => Some("order_incident_resolved"),
        VisitEvent::Recalled { .. } => Some("order_recalled"),
        VisitEvent::Entered { .. }
        | VisitEvent::Completed { .. }
        | VisitEvent::Cancelled { .. }
        | VisitEvent::RolledBack { .. }
        | VisitEvent::Reopened { .. }
        | VisitEvent::PathChosen { .. }
        | VisitEvent::PeopleFound { .. }
        | VisitEvent::Returned { .. } => None,
    }
}

const fn task_code(event: &TaskEvent) -> Option<&'static str> {
    Some(match event {
        TaskEvent::Claimed { .. } => "order_claimed",
        TaskEvent::Released { .. } => "order_released",
        TaskEvent::Decided { answer, .. } => match answer {
            Answer::Submitted => RESUBMITTED,
            Answer::Completed(_) => "order_completed",
            Answer::Approved => "order_approved",
            Answer::Rejected => "order_rejected",
            Answer::Returned => "order_returned",
        },
        TaskEvent::Transferred { .. } => "order_transferred",
        TaskEvent::Reassigned { .. } => "order_reassigned",
        TaskEvent::Saved { .. } => SAVED,
        TaskEvent::Made { .. }
        | TaskEvent::Offered { .. }
        | TaskEvent::Opened { .. }
        | TaskEvent::Postponed { .. }
        | TaskEvent::Enclosed { .. }
        | TaskEvent::Signed { .. }
        | TaskEvent::Cancelled { .. } => return None,
    })
}

/// How many things one event is about, where it says so.
pub(super) fn count(event: &Event) -> Option<u64> {
    if let Event::RecordsExported(exported) = event { Some(exported.rows) } else { None }
}

/// Of anything but an order.
pub(super) fn name(catalog: &Catalog, event: &Event) -> String {
    let directory = &catalog.directory;
    let user = |id: UserId| directory.user(id).map(|user| user.name.clone());
    let app = |id: AppId| catalog.apps.get(&id).map(|app| app.name.clone());
    let form = |id: FormId| catalog.form(id).map(|history| history.form.name.clone());
    let board = |id: BoardId| catalog.boards.get(&id).map(|board| board.name.clone());
    let found = match event {
        Event::AppSaved(saved) => app(saved.id),
        Event::FormSaved(saved) => form(saved.id),
        Event::RecordsExported(exported) => form(exported.form),
        Event::FormPublished(version) => form(version.form),
        Event::FlowPublished(version) => form(version.form),
        Event::BoardSaved(saved) => board(saved.id),
        Event::PushSaved(push) | Event::PushWent(push) => board(push.board),
        Event::ViewSaved(saved) => catalog.views.get(&saved.id).map(|view| view.name.clone()),
        Event::UserSaved(saved) => user(saved.id),
        Event::PasswordSet { user: id, .. } | Event::SessionsEnded { user: id, .. } => user(*id),
        Event::SessionOpened(session) => user(session.user),
        Event::DepartmentSaved(saved) => directory.departments.get(&saved.id).map(|department| department.name.clone()),
        Event::TeamSaved(saved) => directory.teams.get(&saved.id).map(|team| team.name.clone()),
        Event::RoleSaved(saved) => directory.roles.get(&saved.id).map(|role| role.name.clone()),
        Event::SettingSaved(_) => catalog.setting.as_ref().map(|setting| setting.organisation.clone()),
        Event::ChannelSaved(saved) => catalog.channels.get(&saved.id).map(|channel| channel.name.clone()),
        Event::CalendarSaved(saved) => catalog.calendars.get(&saved.id).map(|calendar| calendar.saved.name.clone()),
        Event::KeysChanged(change) => way(*change),
        Event::Order { .. }
        | Event::AppDeleted(_)
        | Event::FormDeleted(_)
        | Event::BoardDeleted(_)
        | Event::BoardVersionKept(_)
        | Event::BoardVersionDropped { .. }
        | Event::ViewDeleted(_)
        | Event::PushDeleted(_)
        | Event::DepartmentDeleted(_)
        | Event::TeamDeleted(_)
        | Event::RoleDeleted(_)
        | Event::ChannelDeleted(_)
        | Event::FileStored { .. }
        | Event::FileDropped { .. }
        | Event::OutgoingMoved { .. }
        | Event::NoticesRead { .. }
        | Event::PreferenceSaved(_)
        | Event::SessionClosed { .. }
        | Event::SignInLocked(_)
        | Event::BackupPlanSaved(_)
        | Event::KeysStand(_)
        | Event::DecisionHeld(_)
        | Event::DecisionReleased { .. }
        | Event::QuarantineLifted => None,
    };
    found.unwrap_or_default()
}
