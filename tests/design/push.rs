//! Pushes of boards: who makes them, what becomes of one that is due, and that the same instant never goes twice.

use std::collections::BTreeSet;

use tessera::model::command::{Actor, Ask, BoardAsk, PartyAsk, WorkspaceAsk};
use tessera::model::decision::Decision;
use tessera::model::effect::{Effect, Message, NO_ORDER, Subject};
use tessera::model::event::Event;
use tessera::model::form::FieldMatrix;
use tessera::model::id::{BoardId, ChannelId, PushId, UserId};
use tessera::model::limit::{PUSH_BYTES_MAX, PUSHES_PER_BOARD_MAX};
use tessera::model::party::{Action, Grant, Language, MEMBER, Role, Scope, User};
use tessera::model::problem::ProblemCode;
use tessera::model::push::{Audience, Days, Push, PushAsk, PushDue, PushEnd, PushFault, PushPlan, PushRun};
use tessera::model::refusal::Refusal;
use tessera::model::setting::{Channel, Reach};
use tessera::model::time::{DAY_MS, HOUR_MS, Timestamp};

use super::{Desk, NOW, in_use, problems};
use crate::support::first_run::ADMIN;

const GROUP: ChannelId = ChannelId::from_u128(0xC1);
const PUSH: PushId = PushId::from_u128(0xB1);

struct Pushed {
    desk: Desk,
    board: BoardId,
    looker: UserId,
}

impl Pushed {
    fn new() -> Self {
        let (mut desk, logins, _) = Desk::furnished(Language::Zh);
        let reach = Reach::WecomRobot {
            url: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7bc4-4bc4-97a0-0ec2516fa5aa".to_owned(),
        };
        let channel = Channel { id: GROUP, name: "班组".to_owned(), reach, is_active: true };
        desk.ask(Actor::User(ADMIN), Ask::Workspace(WorkspaceAsk::SaveChannel(channel))).expect("a robot");
        let (board, app) = desk.catalog.boards.values().next().map(|board| (board.id, board.app)).expect("one");
        let mut members = desk.role(MEMBER);
        members.grants.push(Grant {
            app,
            form: None,
            actions: [Action::View].into(),
            scope: Scope::All,
            fields: FieldMatrix::new(),
        });
        desk.admin(PartyAsk::SaveRole(members)).expect("everybody looks");
        Self { desk, board, looker: logins["li.na"] }
    }

    fn plan(&self) -> PushPlan {
        let to = Audience { channel: Some(GROUP), users: [self.looker].into(), ..Audience::default() };
        PushPlan { days: Days::Workdays, minute: 540, to, is_on: true }
    }

    fn save(&mut self, push: PushId, rev: u64, plan: PushPlan) -> Result<Vec<Event>, Refusal> {
        self.desk.ask(Actor::User(ADMIN), Ask::Push(PushAsk::Save { push, board: self.board, rev, plan }))
    }

    fn go(&mut self, actor: Actor, due: PushDue, words: Result<&str, PushFault>) -> Result<Decision, Refusal> {
        let rev = self.push().rev;
        let ask = PushAsk::Go { push: PUSH, rev, due, words: words.map(str::to_owned) };
        self.desk.decision(actor, Ask::Push(ask))
    }

    fn due(&mut self, at: Timestamp) -> Result<Decision, Refusal> {
        self.go(Actor::System, PushDue::At(at), Ok("**维修看板**"))
    }

    fn push(&self) -> Push {
        Push::clone(&self.desk.catalog.pushes[&PUSH])
    }
}

/// Saved at the first hour, and now it is a day later.
fn ready() -> Pushed {
    let mut pushed = Pushed::new();
    let plan = pushed.plan();
    pushed.save(PUSH, 0, plan).expect("whoever designs may");
    pushed.desk.now = NOW.plus_ms(DAY_MS);
    pushed
}

#[test]
fn whoever_designs_the_app_makes_a_push_and_what_is_wrong_is_said_at_its_place() {
    let mut pushed = Pushed::new();
    let plan = pushed.plan();
    let events = pushed.save(PUSH, 0, plan.clone()).expect("sound");
    let board = pushed.board;
    let made = Push { id: PUSH, board, plan: plan.clone(), rev: 1, by: ADMIN, at: NOW, last: None };
    assert_eq!(events, [Event::PushSaved(made)]);
    assert_eq!(pushed.save(PUSH, 0, plan.clone()), Err(Refusal::StaleRevision { now: 1 }));
    let ask = Ask::Push(PushAsk::Save { push: PUSH, board, rev: 1, plan: plan.clone() });
    assert_eq!(pushed.desk.ask(Actor::User(pushed.looker), ask), Err(Refusal::NotAllowed));
    assert_eq!(
        pushed.desk.ask(Actor::User(ADMIN), Ask::Push(PushAsk::Delete { push: PushId::from_u128(9), board })),
        Err(Refusal::NotFound)
    );

    let wrong = [
        (PushPlan { days: Days::Weekly { days: BTreeSet::new() }, ..plan.clone() }, "days", ProblemCode::Required),
        (PushPlan { days: Days::Weekly { days: [0].into() }, ..plan.clone() }, "days", ProblemCode::OutOfRange),
        (PushPlan { days: Days::Monthly { day: 32 }, ..plan.clone() }, "days", ProblemCode::OutOfRange),
        (PushPlan { minute: 1_440, ..plan.clone() }, "minute", ProblemCode::OutOfRange),
        (PushPlan { to: Audience::default(), ..plan.clone() }, "to", ProblemCode::Required),
        (
            PushPlan { to: Audience { channel: Some(ChannelId::from_u128(7)), ..Audience::default() }, ..plan.clone() },
            "to.channel",
            ProblemCode::UnknownChannel,
        ),
        (
            PushPlan { to: Audience { users: [UserId::from_u128(7)].into(), ..Audience::default() }, ..plan.clone() },
            "to.users",
            ProblemCode::UnknownUser,
        ),
    ];
    for (plan, place, code) in wrong {
        assert_eq!(problems(pushed.save(PUSH, 1, plan)), [(place.to_owned(), code)]);
    }
    for at in 1..PUSHES_PER_BOARD_MAX {
        pushed.save(PushId::from_u128(at as u128), 0, plan.clone()).expect("there is room");
    }
    let limit = PUSHES_PER_BOARD_MAX as u64;
    assert_eq!(pushed.save(PushId::from_u128(0xFF), 0, plan), Err(Refusal::LimitReached { limit }));
    let delete = Ask::Workspace(WorkspaceAsk::DeleteChannel(GROUP));
    assert_eq!(in_use(pushed.desk.ask(Actor::User(ADMIN), delete)), ["boards.维修看板"]);
    pushed.desk.ask(Actor::User(ADMIN), Ask::Board(BoardAsk::Delete { board })).expect("it goes with its pushes");
    assert!(pushed.desk.catalog.pushes.is_empty());
}

#[test]
fn what_is_due_goes_to_the_group_and_to_those_who_may_see_the_board_and_only_once() {
    let mut pushed = ready();
    let (at, now) = (NOW.plus_ms(HOUR_MS), pushed.desk.now);
    let before = pushed.push();
    let Decision { events, effects } = pushed.due(at).expect("it is due");
    let last = Some(PushRun { upto: at, at: now, by: None, end: PushEnd::Sent });
    assert_eq!(events, [Event::PushWent(Push { last, ..before })]);
    let board = &pushed.desk.catalog.boards[&pushed.board];
    let subject = Subject::BoardPushed { app: board.app, board: board.id, push: PUSH };
    let message = |text: &str| Message {
        subject,
        order: NO_ORDER,
        title: "维修看板".to_owned(),
        node: None,
        node_name: String::new(),
        by: None,
        text: text.to_owned(),
    };
    let group = Effect::Send { channel: GROUP, recipients: Vec::new(), message: message("**维修看板**") };
    let person = Effect::Notify { recipients: vec![pushed.looker], message: message("") };
    assert_eq!(effects, [group, person], "people see their own figures");
    assert_eq!(pushed.due(at), Ok(Decision::default()), "the same instant again");
    assert_eq!(pushed.due(at.plus_ms(-1)), Ok(Decision::default()), "an earlier one");

    let none = Role { grants: Vec::new(), ..pushed.desk.role(MEMBER) };
    pushed.desk.admin(PartyAsk::SaveRole(none)).expect("grants may be taken away");
    let effects = pushed.due(at.plus_ms(1)).expect("the group is there").effects;
    assert!(matches!(effects.as_slice(), [Effect::Send { .. }]), "whoever may not see it hears nothing: {effects:?}");
}

#[test]
fn only_the_clock_says_what_is_due_and_only_people_say_at_once() {
    let mut pushed = ready();
    let at = NOW.plus_ms(HOUR_MS);
    let words = Ok("**维修看板**");
    assert_eq!(pushed.go(Actor::User(ADMIN), PushDue::At(at), words), Err(Refusal::NotAllowed));
    assert_eq!(pushed.go(Actor::System, PushDue::Now, words), Err(Refusal::NotAllowed));
    assert_eq!(pushed.go(Actor::User(pushed.looker), PushDue::Now, words), Err(Refusal::NotAllowed));
    let early = pushed.desk.now.plus_ms(1);
    assert_eq!(pushed.due(early), Err(Refusal::TooSoon { retry_at: early }));
    let upto = pushed.push().done_upto();
    pushed.go(Actor::User(ADMIN), PushDue::Now, words).expect("by hand");
    assert_eq!((pushed.push().done_upto(), pushed.push().last.unwrap().by), (upto, Some(ADMIN)));
    let long = "长".repeat(PUSH_BYTES_MAX);
    let limit = PUSH_BYTES_MAX as u64;
    assert_eq!(pushed.go(Actor::System, PushDue::At(at), Ok(&long)), Err(Refusal::LimitReached { limit }));
    let off = PushPlan { is_on: false, ..pushed.plan() };
    pushed.save(PUSH, 1, off).expect("sound");
    let stale = PushAsk::Go { push: PUSH, rev: 1, due: PushDue::Now, words: Ok(String::new()) };
    assert_eq!(pushed.desk.ask(Actor::User(ADMIN), Ask::Push(stale)), Err(Refusal::StaleRevision { now: 2 }));
    pushed.desk.now = pushed.desk.now.plus_ms(DAY_MS);
    let late = pushed.desk.now;
    assert_eq!(pushed.due(late), Err(Refusal::NotFound), "it is off");
    pushed.go(Actor::User(ADMIN), PushDue::Now, words).expect("also while it is off");
    pushed.desk.is_quarantined = true;
    assert_eq!(pushed.go(Actor::User(ADMIN), PushDue::Now, words), Err(Refusal::NotAllowed));
}

#[test]
fn what_cannot_go_is_said_once_to_those_who_design_the_app() {
    let mut pushed = ready();
    let at = |hours: i64| NOW.plus_ms(hours * HOUR_MS);
    let end = |pushed: &Pushed| pushed.push().last.unwrap().end;
    let app = pushed.desk.catalog.boards[&pushed.board].app;
    let told = |decision: &Decision, why| {
        let subject = Subject::PushFailed { app, board: decision_board(decision), push: PUSH, why };
        matches!(decision.effects.as_slice(), [Effect::Notify { recipients, message }]
            if recipients.contains(&ADMIN) && message.subject == subject)
    };
    let first = pushed.go(Actor::System, PushDue::At(at(1)), Err(PushFault::NothingToTell)).unwrap();
    assert!(told(&first, PushFault::NothingToTell), "{first:?}");
    let again = pushed.go(Actor::System, PushDue::At(at(2)), Err(PushFault::NothingToTell)).unwrap();
    assert_eq!((again.effects, end(&pushed)), (Vec::new(), PushEnd::Failed(PushFault::NothingToTell)));
    let missed = pushed.go(Actor::System, PushDue::At(at(3)), Err(PushFault::Missed)).unwrap();
    assert_eq!(missed.effects, Vec::new(), "no news to anybody");

    let url = String::new();
    let off = Channel { id: GROUP, name: "班组".to_owned(), reach: Reach::WecomRobot { url }, is_active: false };
    pushed.desk.ask(Actor::User(ADMIN), Ask::Workspace(WorkspaceAsk::SaveChannel(off))).expect("switched off");
    let hand = pushed.go(Actor::User(ADMIN), PushDue::Now, Ok("x")).unwrap();
    assert_eq!((hand.effects, end(&pushed)), (Vec::new(), PushEnd::Failed(PushFault::ChannelOff)));
    let plan = PushPlan { to: Audience { users: [pushed.looker].into(), ..Audience::default() }, ..pushed.plan() };
    pushed.save(PUSH, 1, plan).expect("sound");
    pushed.desk.now = pushed.desk.now.plus_ms(DAY_MS);
    let off = User { is_active: false, ..pushed.desk.user(pushed.looker) };
    pushed.desk.admin(PartyAsk::SaveUser(off)).expect("she left");
    let now = pushed.desk.now;
    let nobody = pushed.due(now).unwrap();
    assert!(told(&nobody, PushFault::NobodyLeft), "{nobody:?}");
}

fn decision_board(decision: &Decision) -> BoardId {
    match decision.events.as_slice() {
        [Event::PushWent(push)] => push.board,
        other => panic!("{other:?}"),
    }
}
