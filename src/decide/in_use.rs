//! Who still uses a thing that somebody wants to delete. Looks at working copies and at what new orders will run by; an order
//! that is still under way on an older version copes with what is gone (`when_empty`).

use crate::catalog::Catalog;
use crate::model::definition::Form;
use crate::model::flow::limit::{Limit, LimitAction};
use crate::model::flow::{Assign, FlowDefinition, Node, Notice, Source, Step};
use crate::model::id::{ChannelId, RoleId, TeamId};
use crate::model::push::Audience;
use crate::model::refusal::Refusal;

/// Paths of users a refusal names.
const NAMED_MAX: usize = 20;

/// # Errors
/// - `InUse`: by these, the first `NAMED_MAX` of them.
pub(super) fn refuse(mut by: Vec<String>) -> Result<(), Refusal> {
    by.truncate(NAMED_MAX);
    if by.is_empty() { Ok(()) } else { Err(Refusal::InUse { by }) }
}

/// `flows.<form's name>.<node's name>` of every node that gets people from a source like this.
pub(super) fn by_source(catalog: &Catalog, is_it: impl Fn(&Source) -> bool) -> Vec<String> {
    nodes(catalog, |node| sources(&node.step).into_iter().any(&is_it))
}

pub(super) fn by_channel(catalog: &Catalog, channel: ChannelId) -> Vec<String> {
    let flows = nodes(catalog, |node| channels(&node.step).contains(&channel));
    [flows, by_audience(catalog, |to| to.channel == Some(channel))].concat()
}

pub(super) fn by_team(catalog: &Catalog, team: TeamId) -> Vec<String> {
    let flows = by_source(catalog, |source| matches!(source, Source::Team { team: id } if *id == team));
    [flows, by_audience(catalog, |to| to.teams.contains(&team))].concat()
}

pub(super) fn by_role(catalog: &Catalog, role: RoleId) -> Vec<String> {
    let flows = by_source(catalog, |source| matches!(source, Source::Role { role: id } if *id == role));
    [flows, by_audience(catalog, |to| to.roles.contains(&role))].concat()
}

/// `boards.<board's name>` of every board with a push to a group or people like these.
fn by_audience(catalog: &Catalog, is_it: impl Fn(&Audience) -> bool) -> Vec<String> {
    let boards = catalog.boards.values().filter(|board| {
        let mut pushes = catalog.pushes.values().filter(|push| push.board == board.id);
        pushes.any(|push| is_it(&push.plan.to))
    });
    boards.map(|board| format!("boards.{}", board.name)).collect()
}

fn nodes(catalog: &Catalog, uses: impl Fn(&Node) -> bool) -> Vec<String> {
    let mut paths = Vec::new();
    for history in catalog.forms.values() {
        let form: &Form = &history.form;
        let flows = [Some(&*form.flow_draft), history.current_flow().map(|flow| &*flow.definition)];
        for node in flows.into_iter().flatten().flat_map(|flow: &FlowDefinition| &flow.nodes) {
            let path = format!("flows.{}.{}", form.name, node.name);
            if uses(node) && !paths.contains(&path) {
                paths.push(path);
            }
        }
    }
    paths
}

fn sources(step: &Step) -> Vec<&Source> {
    let (assign, notices): (Option<&Assign>, &[Notice]) = match step {
        Step::Handle(handle) => (Some(&handle.assign), &handle.notices),
        Step::Approve(approve) => (Some(&approve.assign), &approve.notices),
        Step::Cc(cc) => return cc.recipients.iter().collect(),
        Step::Start(_) | Step::Exclusive(_) | Step::Parallel(_) | Step::Join(_) | Step::Update(_) | Step::End(_) => {
            (None, &[])
        }
    };
    let assigned = assign.into_iter().flat_map(|assign| &assign.sources);
    assigned.chain(notices.iter().flat_map(|notice| &notice.recipients)).collect()
}

fn limit(step: &Step) -> Option<&Limit> {
    match step {
        Step::Handle(handle) => handle.limit.as_ref(),
        Step::Approve(approve) => approve.limit.as_ref(),
        Step::Start(_)
        | Step::Exclusive(_)
        | Step::Parallel(_)
        | Step::Join(_)
        | Step::Cc(_)
        | Step::Update(_)
        | Step::End(_) => None,
    }
}

fn channels(step: &Step) -> Vec<ChannelId> {
    let notices: &[Notice] = match step {
        Step::Handle(handle) => &handle.notices,
        Step::Approve(approve) => &approve.notices,
        Step::Cc(cc) => return cc.channel.into_iter().collect(),
        Step::Start(_) | Step::Exclusive(_) | Step::Parallel(_) | Step::Join(_) | Step::Update(_) | Step::End(_) => &[],
    };
    let actions = limit(step).into_iter().flat_map(|limit| &limit.actions).filter_map(|action| match action {
        LimitAction::Remind { channel } | LimitAction::TellManager { channel, .. } => *channel,
    });
    notices.iter().filter_map(|notice| notice.channel).chain(actions).collect()
}
