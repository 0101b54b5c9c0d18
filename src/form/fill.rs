//! Filling a form: what was typed, judged by kind, by rule and by what the person may touch here. Every problem at once.
//! Refuses nothing by itself: whoever asked decides whether problems stop the command.

use super::kind::{self, Bounds, Known};
use super::serial::Draw;
use super::settle::{self, LastNumber, Settled};
use crate::catalog::form::{CompiledField, CompiledForm};
use crate::catalog::rule::Rule;
use crate::catalog::scene::Scene;
use crate::model::form::{Field, FieldAccess, FieldMatrix};
use crate::model::id::{FieldId, FileId};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::raw::{Raw, RawRecord};
use crate::model::record::Values;
use crate::model::value::{File, Value};

/// How much must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Keep what was written so far: nothing is required, nothing must be unique yet.
    Draft,
    /// A step is done with it. Serial numbers are given now.
    Submit,
}

/// What the person may do with each field here.
#[derive(Debug, Clone, Copy)]
pub struct Rights<'a> {
    pub matrix: &'a FieldMatrix,
    /// Of fields the matrix does not name.
    pub unnamed: FieldAccess,
}

impl<'a> Rights<'a> {
    /// At the start of a flow: everything may be filled unless the matrix says otherwise.
    pub const fn at_start(matrix: &'a FieldMatrix) -> Self {
        Self { matrix, unnamed: FieldAccess::Edit }
    }

    /// At any later node: only what the matrix opens.
    pub const fn at_node(matrix: &'a FieldMatrix) -> Self {
        Self { matrix, unnamed: FieldAccess::Read }
    }

    pub fn of(&self, field: &FieldId) -> FieldAccess {
        self.matrix.get(field).copied().unwrap_or(self.unnamed)
    }
}

#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub scene: Scene<'a>,
    pub mode: Mode,
    pub rights: Rights<'a>,
    /// Files the person may attach; those already in the field may stay without being asked for.
    pub file: &'a dyn Fn(FileId) -> Option<File>,
    /// Whether another record of the form holds the value in a unique field.
    pub is_taken: &'a dyn Fn(&FieldId, &Value) -> bool,
    pub last_number: LastNumber<'a>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// What the record would hold; to be kept only if the caller accepts the problems.
    pub values: Values,
    /// In the order of the form's fields. Places are field ids.
    pub problems: Vec<Problem>,
    /// Serial numbers given out; to be kept together with the values.
    pub draws: Vec<Draw>,
}

/// `base` is the record so far; `raw` is a patch that touches only the fields it names.
pub fn fill(form: &CompiledForm, base: &Values, raw: &RawRecord, context: &Context<'_>) -> Filled {
    let mut problems: Vec<Problem> = raw
        .keys()
        .filter(|id| form.find(id).is_none())
        .map(|id| Problem::error(id.as_str(), ProblemCode::UnknownField))
        .collect();
    let mut values = base.clone();
    let mut judged = Vec::with_capacity(form.fields.len());
    for (field, definition) in form.pairs() {
        let kept = base.get(&field.id).unwrap_or(&Value::Empty);
        let parsed = raw.get(&field.id).map(|raw| parse(definition, raw, kept, context)).transpose();
        judged.push(parsed.as_ref().err().cloned());
        if let Ok(Some(value)) = parsed {
            values.insert(field.id.clone(), value);
        }
    }
    let numbers = (context.mode == Mode::Submit).then_some(context.last_number);
    let settled = settle::settle(form, values, &context.scene, numbers);
    for ((field, definition), unreadable) in form.pairs().zip(judged) {
        match unreadable {
            // What a rule hides is not stored, so it does not matter what was typed there.
            Some(problem) if problem.code == ProblemCode::NotEditable || !settled.hidden.contains(&field.id) => {
                problems.push(problem);
            }
            Some(_) => {}
            None => problems.extend(check(field, definition, &settled, context)),
        }
    }
    Filled { values: settled.values, problems, draws: settled.draws }
}

/// What a new record holds before anybody typed: the defaults, in the order of the form's fields, each seeing those before it.
pub fn opened(form: &CompiledForm, scene: &Scene<'_>) -> Settled {
    let mut values = Values::new();
    for field in &form.fields {
        if let Some(rule) = &field.default {
            let value = scene.eval(rule, &values);
            if !value.is_empty() {
                values.insert(field.id.clone(), value);
            }
        }
    }
    settle::settle(form, values, scene, None)
}

fn parse(field: &Field, raw: &Raw, kept: &Value, context: &Context<'_>) -> Result<Value, Problem> {
    let is_open = context.rights.of(&field.id) >= FieldAccess::Edit && kind::is_typed(&field.control);
    if !is_open {
        return Err(Problem::error(field.id.as_str(), ProblemCode::NotEditable));
    }
    let known = Known { directory: context.scene.directory, zone: context.scene.zone, file: context.file, kept };
    kind::of(&field.control).parse(field.id.as_str(), raw, &known)
}

/// Only what the person can do something about: fields that are open here and that no rule hides.
fn check(field: &CompiledField, definition: &Field, settled: &Settled, context: &Context<'_>) -> Vec<Problem> {
    let access = context.rights.of(&field.id);
    let is_open = access >= FieldAccess::Edit && kind::is_typed(&definition.control);
    if !is_open || settled.hidden.contains(&field.id) {
        return Vec::new();
    }
    let place = field.id.as_str();
    let Some(value) = settled.values.get(&field.id) else {
        let is_missing = context.mode == Mode::Submit && is_required(definition, field, settled, context);
        return if is_missing { vec![Problem::error(place, ProblemCode::Required)] } else { Vec::new() };
    };
    let bound =
        |rule: &Option<Rule>| rule.as_ref().map_or(Value::Empty, |rule| context.scene.eval(rule, &settled.values));
    let bounds = Bounds { min: bound(&field.min), max: bound(&field.max) };
    let mut problems = kind::of(&definition.control).check(place, value, &bounds);
    if context.mode == Mode::Draft {
        problems.retain(|problem| problem.code != ProblemCode::TooFew);
    }
    if context.mode == Mode::Submit && definition.unique && (context.is_taken)(&field.id, value) {
        problems.push(Problem::error(place, ProblemCode::NotUnique));
    }
    problems
}

fn is_required(definition: &Field, field: &CompiledField, settled: &Settled, context: &Context<'_>) -> bool {
    context.rights.of(&field.id) == FieldAccess::Required
        || definition.required
        || field.required_if.as_ref().is_some_and(|rule| context.scene.holds(rule, &settled.values))
}
