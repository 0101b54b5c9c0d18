//! Random flows of nested blocks: sound by construction, with every node, mode and join rule in them.

use tessera::model::flow::FlowDefinition;
use tessera::model::id::NodeId;

use super::luck::Luck;
use crate::flow::drawing::{Cast, Drawing};

const PEOPLE: &[&str] = &["ann", "ben", "eve", "joe", "kim", "lee"];

/// An exit that leads nowhere yet: the left side of an `edge` line.
type Loose = String;

struct Painter<'a> {
    luck: &'a mut Luck,
    cast: Cast,
    drawing: Drawing,
    nodes: usize,
}

/// People and a flow for them.
pub fn draw(luck: &mut Luck) -> (Cast, FlowDefinition) {
    let mut cast = Cast::default();
    cast.people(
        "top; boss > top; ann > boss @one; ben > boss @one; eve > ann @two; joe @two^; kim > top @one^; lee; admin !",
    );
    let mut painter = Painter { luck, cast, drawing: Drawing::default(), nodes: 0 };
    painter.node("start", "start withdraw=any_time");
    painter.node("end", "end");
    let (entry, loose) = painter.blocks(0, false);
    painter.edge("start", &entry);
    if painter.luck.percent(15) {
        let scatter = painter.scatter();
        painter.tie(loose, &scatter);
    } else {
        painter.tie(loose, "end");
    }
    (painter.cast, painter.drawing.finished())
}

/// Leads one line somewhere else, or lets it start elsewhere.
pub fn spoil(luck: &mut Luck, flow: &mut FlowDefinition) {
    let nodes: Vec<NodeId> = flow.nodes.iter().map(|node| node.id.clone()).collect();
    let at = luck.below(flow.edges.len());
    let node = luck.pick(&nodes).expect("a node").clone();
    if luck.percent(80) {
        flow.edges[at].to = node;
    } else {
        flow.edges[at].from = node;
    }
}

/// The flow as a person can read it, to repeat what failed.
pub fn written(flow: &FlowDefinition) -> String {
    let nodes = flow.nodes.iter().map(|node| format!("{} {:?}\n", node.id, node.step));
    let edges =
        flow.edges.iter().map(|edge| format!("{}:{:?} -> {} {:?}\n", edge.from, edge.port, edge.to, edge.condition));
    nodes.chain(edges).collect()
}

impl Painter<'_> {
    fn node(&mut self, id: &str, rest: &str) {
        self.drawing.node(&format!("{id} {rest}"), &mut self.cast);
    }

    fn edge(&mut self, from: &str, to: &str) {
        // A condition stands behind the target.
        let line = match from.split_once(" if ") {
            Some((from, condition)) => format!("{from} -> {to} if {condition}"),
            None => format!("{from} -> {to}"),
        };
        self.drawing.edge(&line);
    }

    fn tie(&mut self, loose: Vec<Loose>, to: &str) {
        for from in loose {
            self.edge(&from, to);
        }
    }

    fn name(&mut self, kind: &str) -> String {
        self.nodes += 1;
        format!("{kind}{}", self.nodes)
    }

    /// One to three blocks after each other.
    fn blocks(&mut self, depth: usize, in_region: bool) -> (String, Vec<Loose>) {
        let (entry, mut loose) = self.block(depth, in_region);
        for _ in 0..=self.luck.below(3) {
            let (next, more) = self.block(depth, in_region);
            self.tie(std::mem::replace(&mut loose, more), &next);
        }
        (entry, loose)
    }

    fn block(&mut self, depth: usize, in_region: bool) -> (String, Vec<Loose>) {
        match self.luck.below(if depth < 2 { 14 } else { 8 }) {
            0..=2 => self.handle(),
            3..=5 => self.approve(in_region),
            6 => self.early_end(),
            7 => self.automatic(),
            8 => self.exclusive(depth, in_region),
            9 => self.again(depth, in_region),
            _ => self.parallel(depth),
        }
    }

    fn people(&mut self) -> String {
        let special = ["initiator", "manager:1", "head:1", "members@one", "field:who", "@two"];
        if self.luck.percent(5) {
            return "by=field:who empty=block".to_owned();
        }
        let count = 1 + self.luck.below(3);
        let mut picks = Vec::new();
        for _ in 0..count {
            let from = if self.luck.percent(70) { PEOPLE } else { &special };
            picks.push(*self.luck.pick(from).expect("somebody"));
        }
        let empty = self.luck.pick(&["", "", " empty=manager", " empty=block", " empty=skip"]).expect("a rule");
        format!("by={}{empty}", picks.join(","))
    }

    fn rules(&mut self) -> String {
        let returns = self.luck.pick(&["any", "any", "previous", "start", "off"]).expect("a rule");
        let limit = if self.luck.percent(30) { " limit=60 remind tell=1" } else { "" };
        format!("returns={returns}{limit} fields=note:edit,amount:edit")
    }

    fn handle(&mut self) -> (String, Vec<Loose>) {
        let id = self.name("work");
        let mode = *self.luck.pick(&["single", "any", "all", "sequential"]).expect("a mode");
        let claim = if self.luck.percent(30) { " claim" } else { "" };
        let line = format!("handle {} mode={mode}{claim} {}", self.people(), self.rules());
        self.node(&id, &line);
        (id.clone(), vec![id])
    }

    fn approve(&mut self, in_region: bool) -> (String, Vec<Loose>) {
        let id = self.name("check");
        let mode = *self.luck.pick(&["any", "all", "sequential"]).expect("a mode");
        let own = *self
            .luck
            .pick(&["allow", "skip", "to_manager", "to_department_head", "to_administrator"])
            .expect("a rule");
        let on_reject = match self.luck.below(12) {
            0 => "end_instance",
            1 | 2 => "return_to_start",
            3..=8 if in_region => "end_branch",
            _ => "return_to_previous",
        };
        let line = format!("approve {} mode={mode} self={own} on_reject={on_reject} {}", self.people(), self.rules());
        self.node(&id, &line);
        let mut loose = vec![format!("{id}:approved")];
        if self.luck.percent(20) {
            loose.push(format!("{id}:rejected"));
        }
        (id, loose)
    }

    fn early_end(&mut self) -> (String, Vec<Loose>) {
        let id = self.name("stop");
        let line = format!("handle by={} outcomes=go,stop {}", PEOPLE[self.luck.below(PEOPLE.len())], self.rules());
        self.node(&id, &line);
        self.edge(&format!("{id}:stop"), "end");
        (id.clone(), vec![format!("{id}:go")])
    }

    fn automatic(&mut self) -> (String, Vec<Loose>) {
        let id = self.name("auto");
        if self.luck.percent(50) {
            self.node(&id, "cc to=lee,initiator");
        } else {
            self.node(&id, "update set amount = COALESCE(amount, 0) + 1");
        }
        (id.clone(), vec![id])
    }

    fn exclusive(&mut self, depth: usize, in_region: bool) -> (String, Vec<Loose>) {
        let id = self.name("turn");
        self.node(&id, "exclusive");
        let mut loose = Vec::new();
        for at in 0..2 + self.luck.below(2) {
            let (entry, more) = self.blocks(depth + 1, in_region);
            let from = if at == 0 { id.clone() } else { format!("{id} if amount > {}", at * 3) };
            self.edge(&from, &entry);
            loose.extend(more);
        }
        (id, loose)
    }

    /// A body that somebody may send round again.
    fn again(&mut self, depth: usize, in_region: bool) -> (String, Vec<Loose>) {
        let (entry, loose) = self.blocks(depth + 1, in_region);
        let id = self.name("loop");
        let line = format!("handle by={} outcomes=go,again {}", PEOPLE[self.luck.below(PEOPLE.len())], self.rules());
        self.node(&id, &line);
        self.tie(loose, &id);
        self.edge(&format!("{id}:again"), &entry);
        (entry, vec![format!("{id}:go")])
    }

    /// Branches that end on their own; nothing follows.
    fn scatter(&mut self) -> String {
        let split = self.name("split");
        self.node(&split, "parallel");
        for _ in 0..2 {
            let (entry, loose) = self.blocks(1, true);
            self.edge(&split, &entry);
            self.tie(loose, "end");
        }
        split
    }

    fn parallel(&mut self, depth: usize) -> (String, Vec<Loose>) {
        let (split, join) = (self.name("split"), self.name("join"));
        let branches = 2 + self.luck.below(2);
        let need = *self.luck.pick(&["all", "all", "any", "2"]).expect("a need");
        let reject = *self.luck.pick(&["fail_fast", "collect", "ignore"]).expect("a rule");
        let rest = *self.luck.pick(&["cancel", "let_run"]).expect("a rule");
        self.node(&split, &format!("parallel join={join}"));
        self.node(&join, &format!("join need={need} reject={reject} rest={rest}"));
        for branch in 0..branches {
            if branch > 0 && self.luck.percent(8) {
                self.edge(&split, &join);
                continue;
            }
            let (entry, loose) = self.blocks(depth + 1, true);
            self.edge(&split, &entry);
            self.tie(loose, &join);
        }
        let mut loose = vec![join.clone()];
        if self.luck.percent(30) {
            loose.push(format!("{join}:rejected"));
        }
        (split, loose)
    }
}
