//! One version of a flow, indexed and with its formulas typed. Refuses formulas that do not type; whether the drawing itself is
//! sound is judged by `flow::definition`, before it is published.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::form::CompiledForm;
use super::rule::{self, Rule};
use crate::formula::scope::FieldType;
use crate::model::definition::FlowVersion;
use crate::model::document::Document;
use crate::model::flow::{Edge, End, FlowDefinition, Node, Port, Start, Step, Update};
use crate::model::id::{EdgeId, FieldId, FormId, NodeId};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::value::Type;

/// In which branch of which splits each step lies, from the outermost inwards; steps that only consume tokens lie nowhere.
pub type Places = BTreeMap<NodeId, Vec<(NodeId, EdgeId)>>;

#[derive(Debug, Clone)]
pub struct CompiledFlow {
    pub form: FormId,
    /// 0 for the flow of a form that has none: it ends as soon as it is submitted.
    pub version: u32,
    pub definition: Document<FlowDefinition>,
    nodes: BTreeMap<NodeId, usize>,
    /// Of each node, in drawn order.
    exits: BTreeMap<NodeId, Vec<usize>>,
    rules: Rules,
    start: NodeId,
    /// Worked out for the first who asks.
    places: OnceLock<Places>,
}

/// The formulas of a flow.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    conditions: BTreeMap<EdgeId, Rule>,
    /// Of an update node, in the order they are set.
    sets: BTreeMap<NodeId, Vec<(FieldId, Rule)>>,
}

impl CompiledFlow {
    /// `form` is the version the flow was checked against.
    ///
    /// # Errors
    /// - every formula that does not type, at its place in the document;
    /// - `FlowStart`: there is no start node.
    pub fn compile(version: &FlowVersion, form: &CompiledForm) -> Result<Self, Vec<Problem>> {
        let rules = Rules::compile(&version.definition, form)?;
        let start = version.definition.nodes.iter().find(|node| matches!(node.step, Step::Start(_)));
        let Some(start) = start else { return Err(vec![Problem::error("nodes", ProblemCode::FlowStart)]) };
        Ok(Self::index(version.form, version.version, start.id.clone(), version.definition.clone(), rules))
    }

    /// The flow of a form for which none was published.
    pub fn without_steps(form: FormId) -> Self {
        let node = |id: &str, step| Node { id: node_id(id), name: String::new(), x: 0, y: 0, step };
        let definition = FlowDefinition {
            nodes: vec![node("start", Step::Start(Start::default())), node("end", Step::End(End::default()))],
            edges: vec![Edge {
                id: EdgeId::parse("done").expect("a slug"),
                from: node_id("start"),
                to: node_id("end"),
                port: Port::Out,
                condition: None,
                label: String::new(),
            }],
            ..FlowDefinition::default()
        };
        Self::index(form, 0, node_id("start"), Document::new(definition), Rules::default())
    }

    fn index(form: FormId, version: u32, start: NodeId, definition: Document<FlowDefinition>, rules: Rules) -> Self {
        let nodes = definition.nodes.iter().enumerate().map(|(at, node)| (node.id.clone(), at)).collect();
        let mut exits: BTreeMap<NodeId, Vec<usize>> = BTreeMap::new();
        for (at, edge) in definition.edges.iter().enumerate() {
            exits.entry(edge.from.clone()).or_default().push(at);
        }
        Self { form, version, definition, nodes, exits, rules, start, places: OnceLock::new() }
    }

    pub const fn start(&self) -> &NodeId {
        &self.start
    }

    /// # Panics
    /// When the flow has no such node; orders name only nodes of their own version.
    pub fn node(&self, id: &NodeId) -> &Node {
        self.find(id).expect("an order names only nodes of its flow version")
    }

    pub fn find(&self, id: &NodeId) -> Option<&Node> {
        self.nodes.get(id).map(|at| &self.definition.nodes[*at])
    }

    /// In drawn order.
    pub fn exits(&self, node: &NodeId) -> impl Iterator<Item = &Edge> {
        self.exits.get(node).into_iter().flatten().map(|at| &self.definition.edges[*at])
    }

    pub fn exit(&self, node: &NodeId, port: &Port) -> Option<&Edge> {
        self.exits(node).find(|edge| edge.port == *port)
    }

    /// Absent on the default edge of an exclusive node.
    pub fn condition(&self, edge: &EdgeId) -> Option<&Rule> {
        self.rules.condition(edge)
    }

    /// `trace` knows how to find them.
    pub fn places(&self, trace: impl FnOnce(&FlowDefinition) -> Places) -> &Places {
        self.places.get_or_init(|| trace(&self.definition))
    }

    pub fn sets(&self, node: &NodeId) -> &[(FieldId, Rule)] {
        self.rules.sets.get(node).map_or(&[], Vec::as_slice)
    }
}

impl Rules {
    /// Absent where the line has no condition.
    pub fn condition(&self, edge: &EdgeId) -> Option<&Rule> {
        self.conditions.get(edge)
    }

    /// # Errors
    /// - every formula that does not type, and every set field the form does not have.
    pub fn compile(definition: &FlowDefinition, form: &CompiledForm) -> Result<Self, Vec<Problem>> {
        let mut rules = Self::default();
        let mut problems = Vec::new();
        for edge in &definition.edges {
            let Some(text) = &edge.condition else { continue };
            let place = format!("edges.{}.condition", edge.id);
            match rule::compile(&place, text, &form.scope, &FieldType::plain(Type::Bool)) {
                Ok(rule) => drop(rules.conditions.insert(edge.id.clone(), rule)),
                Err(found) => problems.extend(found),
            }
        }
        for node in &definition.nodes {
            if let Step::Update(update) = &node.step {
                match sets(&node.id, update, form) {
                    Ok(sets) => drop(rules.sets.insert(node.id.clone(), sets)),
                    Err(found) => problems.extend(found),
                }
            }
        }
        if problems.is_empty() { Ok(rules) } else { Err(problems) }
    }
}

fn sets(node: &NodeId, update: &Update, form: &CompiledForm) -> Result<Vec<(FieldId, Rule)>, Vec<Problem>> {
    let mut sets = Vec::new();
    let mut problems = Vec::new();
    for set in &update.set {
        let place = format!("nodes.{node}.set.{}", set.field);
        let Some(field) = form.find(&set.field) else {
            problems.push(Problem::error(place, ProblemCode::UnknownField).with("field", &set.field));
            continue;
        };
        match rule::compile(&place, &set.formula, &form.scope, &field.kind) {
            Ok(rule) => sets.push((set.field.clone(), rule)),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(sets) } else { Err(problems) }
}

fn node_id(slug: &str) -> NodeId {
    NodeId::parse(slug).expect("a slug")
}
