//! The story of an order as facts: who did what, at which step, after how long, and why a branch was taken. The words are made in
//! the reader's language. Refuses to tell the value of a field that the reader may not see.

use std::collections::{BTreeMap, HashMap};

use entry::{Data, Entry, TriedFact};

use super::order::Seen;
use super::wire::Shown;
use crate::catalog::flow::CompiledFlow;
use crate::model::flow::{Node, Step};
use crate::model::id::{EdgeId, FileId, NodeId, TaskId, TimerId, UserId, VisitId};
use crate::model::order::Answer;
use crate::model::order_event::{
    ForkEvent, Found, LifeEvent, OrderEvent, Passage, RecordEvent, TalkEvent, TaskEvent, TimerEvent, Tried, VisitEvent,
};
use crate::model::time::Timestamp;
use crate::model::value::File;

pub mod entry;

pub struct Told {
    /// Oldest first.
    pub entries: Vec<Entry>,
    /// The edge each stay in an exclusive node took.
    pub chosen: BTreeMap<VisitId, EdgeId>,
}

/// `passages` are those of the order that is seen, `files` what came with them.
pub fn tell(seen: &Seen, passages: &[Passage], files: &BTreeMap<FileId, File>) -> Told {
    let told = Told { entries: Vec::new(), chosen: BTreeMap::new() };
    let mut teller = Teller {
        seen,
        files,
        told,
        flow: &seen.flow,
        stays: HashMap::new(),
        opened: HashMap::new(),
        limits: HashMap::new(),
    };
    for passage in passages {
        teller.passage(passage);
    }
    teller.told
}

struct Teller<'a> {
    seen: &'a Seen,
    files: &'a BTreeMap<FileId, File>,
    told: Told,
    /// The version the order went by then, and where each stay was in it.
    flow: &'a CompiledFlow,
    stays: HashMap<VisitId, NodeId>,
    opened: HashMap<TaskId, Timestamp>,
    limits: HashMap<TimerId, VisitId>,
}

/// What belongs together because it was one commit.
struct Moment<'a> {
    at: Timestamp,
    by: Option<UserId>,
    passage: &'a Passage,
    /// Entries before it.
    from: usize,
}

impl<'a> Teller<'a> {
    fn passage(&mut self, passage: &'a Passage) {
        let moment = Moment { at: passage.at, by: passage.actor.user(), passage, from: self.told.entries.len() };
        for event in &passage.events {
            match event {
                OrderEvent::Record(event) => self.record(&moment, event),
                OrderEvent::Life(event) => self.life(&moment, event),
                OrderEvent::Visit(event) => self.visit(&moment, event),
                OrderEvent::Fork(event) => self.fork(&moment, event),
                OrderEvent::Task(event) => self.task(&moment, event),
                OrderEvent::Timer(event) => self.timer(&moment, event),
                OrderEvent::Talk(event) => self.talk(&moment, event),
            }
        }
    }

    /// Filling is told by the step it belongs to; only a change outside of steps stands for itself.
    fn record(&mut self, moment: &Moment, event: &RecordEvent) {
        let by_itself = !moment.passage.events.iter().any(|event| {
            matches!(event, OrderEvent::Task(_) | OrderEvent::Visit(_) | OrderEvent::Life(LifeEvent::Submitted { .. }))
        });
        if let RecordEvent::Patched { changes, .. } = event
            && by_itself
        {
            let fields = changes.iter().map(|(field, _)| field.clone()).filter(|field| self.seen.shows(field));
            let data = Data { fields: fields.collect(), ..Data::default() };
            self.push(moment, "edited", None, data);
        }
    }

    fn life(&mut self, moment: &Moment, event: &LifeEvent) {
        match event {
            LifeEvent::Submitted { flow_version, .. } => {
                self.go_by(*flow_version);
                self.push(moment, "submitted", None, Data::default());
            }
            LifeEvent::Migrated { from, to, nodes, .. } => {
                self.go_by(*to);
                let nodes: HashMap<&NodeId, &NodeId> = nodes.iter().map(|(here, there)| (here, there)).collect();
                for stay in self.stays.values_mut() {
                    if let Some(there) = nodes.get(stay) {
                        stay.clone_from(there);
                    }
                }
                let data = Data { versions: Some([*from, *to]), ..Data::default() };
                self.push(moment, "migrated", None, data);
            }
            LifeEvent::Withdrawn { to, comment } => {
                let entry = self.push(moment, "withdrawn", None, Data { way: Some(*to), ..Data::default() });
                comment.clone_into(&mut entry.text);
            }
            LifeEvent::Terminated { comment } => {
                comment.clone_into(&mut self.push(moment, "terminated", None, Data::default()).text);
            }
            LifeEvent::Ended { outcome, result, .. } => {
                let entry = self.push(moment, "ended", None, Data { outcome: Some(*outcome), ..Data::default() });
                result.clone_into(&mut entry.text);
                entry.by = None;
            }
            LifeEvent::Created { .. } | LifeEvent::Titled { .. } | LifeEvent::Discarded => {}
        }
    }

    fn go_by(&mut self, version: u32) {
        self.flow = self.seen.history.flow(version).unwrap_or(&self.seen.flow);
    }

    fn visit(&mut self, moment: &Moment, event: &VisitEvent) {
        match event {
            VisitEvent::Entered { visit, node, .. } => drop(self.stays.insert(*visit, node.clone())),
            VisitEvent::PathChosen { visit, edge, tried } => {
                self.told.chosen.insert(*visit, edge.clone());
                let tried = tried.iter().map(|tried| self.tried(tried)).collect();
                let data = Data { edge: Some(edge.clone()), label: self.label(edge), tried, ..Data::default() };
                self.push(moment, "path_chosen", Some(*visit), data).by = None;
            }
            VisitEvent::PeopleFound { visit, steps } => self.found(moment, *visit, steps),
            VisitEvent::IncidentRaised { visit, incident } => {
                let data = Data { incident: Some(*incident), ..Data::default() };
                self.push(moment, "incident_raised", Some(*visit), data).by = None;
            }
            VisitEvent::IncidentResolved { visit } => {
                self.push(moment, "incident_resolved", Some(*visit), Data::default());
            }
            VisitEvent::Returned { from, target, .. } => {
                let target_name = self.node(*target).map(|node| node.name.clone()).unwrap_or_default();
                let said = moment.passage.events.iter().find_map(said_on_return);
                let ms = said.as_ref().and_then(|(task, _)| self.took(moment, *task));
                let enclosed = said.as_ref().map(|(task, _)| self.enclosed(moment, *task)).unwrap_or_default();
                let entry = self.push(moment, "returned", Some(*from), Data { target_name, ..enclosed });
                entry.ms = ms;
                entry.text = said.map(|(_, comment)| comment).unwrap_or_default();
            }
            VisitEvent::Recalled { visit, by } => {
                self.push(moment, "recalled", Some(*visit), Data::default()).by = Some(*by);
            }
            VisitEvent::Completed { .. }
            | VisitEvent::Cancelled { .. }
            | VisitEvent::RolledBack { .. }
            | VisitEvent::Reopened { .. } => {}
        }
    }

    /// Only what is out of the ordinary; who got the task is told by the task.
    fn found(&mut self, moment: &Moment, visit: VisitId, steps: &[Found]) {
        if steps.contains(&Found::Skipped) {
            self.push(moment, "skipped", Some(visit), Data::default()).by = None;
        }
    }

    fn fork(&mut self, moment: &Moment, event: &ForkEvent) {
        match event {
            ForkEvent::Forked { split, .. } => {
                self.push(moment, "forked", Some(*split), Data::default()).by = None;
            }
            ForkEvent::JoinFired { visit, .. } => {
                self.push(moment, "joined", Some(*visit), Data::default()).by = None;
            }
            ForkEvent::Arrived { .. }
            | ForkEvent::Rejected { .. }
            | ForkEvent::Ended { .. }
            | ForkEvent::Cancelled { .. }
            | ForkEvent::Revived { .. }
            | ForkEvent::Reopened { .. }
            | ForkEvent::Died { .. }
            | ForkEvent::Closed { .. } => {}
        }
    }

    fn task(&mut self, moment: &Moment, event: &TaskEvent) {
        match event {
            TaskEvent::Made { visit, actor, .. } => self.assigned(moment, *visit, *actor),
            TaskEvent::Offered { task, visit, candidates } => {
                self.opened.insert(*task, moment.at);
                let data = Data { candidates: candidates.clone(), ..Data::default() };
                self.push(moment, "offered", Some(*visit), data).by = None;
            }
            TaskEvent::Opened { task } => drop(self.opened.insert(*task, moment.at)),
            TaskEvent::Claimed { task, by } => {
                let visit = self.visit_of(*task);
                self.push(moment, "claimed", visit, Data::default()).by = Some(*by);
            }
            TaskEvent::Released { task } => {
                let visit = self.visit_of(*task);
                self.push(moment, "released", visit, Data::default());
            }
            TaskEvent::Decided { task, by, answer, comment } => self.decided(moment, (*task, *by), answer, comment),
            TaskEvent::Transferred { task, to, comment } => self.handed(moment, "transferred", (*task, *to), comment),
            TaskEvent::Reassigned { task, to, comment } => self.handed(moment, "reassigned", (*task, *to), comment),
            // Told with the decision.
            TaskEvent::Enclosed { .. } | TaskEvent::Signed { .. } => {}
            TaskEvent::Postponed { .. } | TaskEvent::Saved { .. } | TaskEvent::Cancelled { .. } => {}
        }
    }

    /// Everybody of one visit in one line; the initiator's own form is no news.
    fn assigned(&mut self, moment: &Moment, visit: VisitId, actor: UserId) {
        if self.node(visit).is_none_or(|node| matches!(node.step, Step::Start(_))) {
            return;
        }
        let node = self.node(visit).map(|node| node.id.clone());
        let same = |entry: &&mut Entry| entry.kind == "assigned" && entry.node == node;
        if let Some(entry) = self.told.entries[moment.from..].iter_mut().find(same) {
            entry.data.to.push(actor);
            return;
        }
        self.push(moment, "assigned", Some(visit), Data { to: vec![actor], ..Data::default() }).by = None;
    }

    fn decided(&mut self, moment: &Moment, (task, by): (TaskId, UserId), answer: &Answer, comment: &str) {
        let visit = self.visit_of(task);
        let is_first =
            moment.passage.events.iter().any(|event| matches!(event, OrderEvent::Life(LifeEvent::Submitted { .. })));
        let kind = match answer {
            Answer::Submitted if is_first => return,
            Answer::Submitted => "resubmitted",
            Answer::Completed(_) => "completed",
            Answer::Approved => "approved",
            Answer::Rejected => "rejected",
            // Told with where it went.
            Answer::Returned => return,
        };
        let label = match answer {
            Answer::Completed(Some(pressed)) => self.button(visit, pressed.as_str()),
            _ => String::new(),
        };
        let ms = self.took(moment, task);
        let entry = self.push(moment, kind, visit, Data { label, ..self.enclosed(moment, task) });
        entry.by = Some(by);
        entry.ms = ms;
        comment.clone_into(&mut entry.text);
    }

    /// What came with the decision of a task.
    fn enclosed(&self, moment: &Moment, decided: TaskId) -> Data {
        let mut data = Data::default();
        for event in &moment.passage.events {
            match event {
                OrderEvent::Task(TaskEvent::Enclosed { task, files }) if *task == decided => {
                    data.files = self.known(files);
                }
                OrderEvent::Task(TaskEvent::Signed { task, signature }) if *task == decided => {
                    data.signature = self.files.get(signature).cloned();
                }
                _ => {}
            }
        }
        data
    }

    fn known(&self, files: &[FileId]) -> Vec<File> {
        files.iter().filter_map(|file| self.files.get(file)).cloned().collect()
    }

    /// How long somebody had the task.
    fn took(&self, moment: &Moment, task: TaskId) -> Option<i64> {
        self.opened.get(&task).map(|opened| moment.at.since(*opened))
    }

    fn handed(&mut self, moment: &Moment, kind: &'static str, (task, to): (TaskId, UserId), comment: &str) {
        let visit = self.visit_of(task);
        let entry = self.push(moment, kind, visit, Data { to: vec![to], ..Data::default() });
        comment.clone_into(&mut entry.text);
    }

    fn timer(&mut self, moment: &Moment, event: &TimerEvent) {
        match event {
            TimerEvent::Set { timer, visit, .. } => drop(self.limits.insert(*timer, *visit)),
            TimerEvent::Fired { timer, reminded, told } => {
                let visit = self.limits.get(timer).copied();
                let to = reminded.iter().chain(told).copied().collect();
                self.push(moment, "overdue", visit, Data { to, ..Data::default() }).by = None;
            }
            TimerEvent::Cancelled { .. } => {}
        }
    }

    fn talk(&mut self, moment: &Moment, event: &TalkEvent) {
        match event {
            TalkEvent::Copied { node, users } => {
                let entry = self.push(moment, "copied", None, Data { to: users.clone(), ..Data::default() });
                if node.is_some() {
                    entry.by = None;
                }
                entry.node.clone_from(node);
            }
            TalkEvent::Commented { text, mentions, files } => {
                let data = Data { mentions: mentions.clone(), files: self.known(files), ..Data::default() };
                text.clone_into(&mut self.push(moment, "commented", None, data).text);
            }
            TalkEvent::Urged { users } => {
                self.push(moment, "urged", None, Data { to: users.clone(), ..Data::default() });
            }
        }
    }

    fn push(&mut self, moment: &Moment, kind: &'static str, visit: Option<VisitId>, data: Data) -> &mut Entry {
        let node = visit.and_then(|visit| self.node(visit));
        let (node, node_name) = node.map_or((None, String::new()), |node| (Some(node.id.clone()), node.name.clone()));
        let entry = Entry { at: moment.at, kind, by: moment.by, node, node_name, text: String::new(), ms: None, data };
        self.told.entries.push(entry);
        self.told.entries.last_mut().expect("one was just pushed")
    }

    fn node(&self, visit: VisitId) -> Option<&'a Node> {
        self.flow.find(self.stays.get(&visit)?)
    }

    fn visit_of(&self, task: TaskId) -> Option<VisitId> {
        self.seen.moved.order.tasks.get(&task).map(|task| task.visit)
    }

    fn tried(&self, tried: &Tried) -> TriedFact {
        let inputs = tried.inputs.iter().filter(|(field, _)| self.seen.shows(field));
        let inputs = inputs.map(|(field, value)| (field.clone(), Shown(value.clone()))).collect();
        TriedFact { edge: tried.edge.clone(), label: self.label(&tried.edge), holds: tried.holds, inputs }
    }

    /// What stands on a line of the drawing, or the step it leads to.
    fn label(&self, edge: &EdgeId) -> String {
        let drawn = self.flow.definition.edges.iter().find(|drawn| drawn.id == *edge);
        drawn.map_or_else(String::new, |edge| {
            let target = || self.flow.find(&edge.to).map(|node| node.name.clone()).unwrap_or_default();
            if edge.label.is_empty() { target() } else { edge.label.clone() }
        })
    }

    fn button(&self, visit: Option<VisitId>, pressed: &str) -> String {
        let Some(Step::Handle(handle)) = visit.and_then(|visit| self.node(visit)).map(|node| &node.step) else {
            return String::new();
        };
        let pressed = handle.outcomes.iter().find(|outcome| outcome.id.as_str() == pressed);
        pressed.map(|outcome| outcome.label.clone()).unwrap_or_default()
    }
}

fn said_on_return(event: &OrderEvent) -> Option<(TaskId, String)> {
    match event {
        OrderEvent::Task(TaskEvent::Decided { task, answer: Answer::Returned, comment, .. }) => {
            Some((*task, comment.clone()))
        }
        _ => None,
    }
}
