//! One version of a form with every formula typed and in order. Refuses formulas that do not type and rules that need each
//! other in a circle; everything else about a definition is judged by [`crate::form::definition`].

use std::collections::BTreeMap;

use super::rule::{self, Rule};
use crate::formula::depend;
use crate::formula::parser;
use crate::formula::problem::Span;
use crate::formula::scope::{FieldType, Options, Scope};
use crate::formula::syntax::{Expr, ExprKind};
use crate::model::document::Document;
use crate::model::form::{Choice, Control, Field, FormDefinition, FormulaResult};
use crate::model::id::{AppId, FieldId, FormId};
use crate::model::problem::{Problem, ProblemCode};
use crate::model::value::Type;

#[derive(Debug, Clone)]
pub struct CompiledForm {
    pub form: FormId,
    pub app: AppId,
    /// 0 for a working copy that is only being checked.
    pub version: u32,
    pub definition: Document<FormDefinition>,
    /// In the order of the definition, one for one.
    pub fields: Vec<CompiledField>,
    /// What other formulas of this form (conditions of a flow, of a grant) may speak of.
    pub scope: Scope,
    pub title: Option<Rule>,
    index: BTreeMap<FieldId, usize>,
    rule_order: Vec<usize>,
}

#[derive(Debug, Clone)]
pub struct CompiledField {
    pub id: FieldId,
    pub kind: FieldType,
    /// The field's own and its section's; all must hold.
    pub visible_if: Vec<Rule>,
    pub required_if: Option<Rule>,
    pub default: Option<Rule>,
    /// Of a formula field.
    pub computed: Option<Rule>,
    /// Digits a computed number keeps after the point.
    pub decimals: u8,
    /// Of a date or date-time field.
    pub min: Option<Rule>,
    pub max: Option<Rule>,
}

impl CompiledForm {
    /// # Errors
    /// - every formula that does not type, at its place in the document;
    /// - `FormulaCycle`: fields that show or compute each other, at one of them.
    pub fn compile(
        form: FormId,
        app: AppId,
        version: u32,
        definition: &Document<FormDefinition>,
    ) -> Result<Self, Vec<Problem>> {
        let scope = scope(definition);
        let mut compiler = Compiler { scope: &scope, problems: Vec::new() };
        let sections: BTreeMap<&FieldId, Rule> = compiler.sections(definition);
        let fields: Vec<_> =
            definition.fields.iter().map(|field| compiler.field(field, sections.get(&field.id))).collect();
        let title = definition.title.as_deref();
        let title = title.and_then(|text| compiler.compile("title", text, &FieldType::plain(Type::Text)));
        let mut problems = compiler.problems;
        let index: BTreeMap<_, _> = fields.iter().enumerate().map(|(at, field)| (field.id.clone(), at)).collect();
        let rule_order = rule_order(definition, &index).unwrap_or_else(|cycle| {
            problems.push(cycle);
            Vec::new()
        });
        if problems.is_empty() {
            Ok(Self { form, app, version, definition: definition.clone(), fields, scope, title, index, rule_order })
        } else {
            Err(problems)
        }
    }

    pub fn find(&self, id: &FieldId) -> Option<&CompiledField> {
        self.index.get(id).map(|at| &self.fields[*at])
    }

    /// What the definition says of a field.
    pub fn definition_of(&self, id: &FieldId) -> Option<&Field> {
        self.index.get(id).map(|at| &self.definition.fields[*at])
    }

    /// Each field with what the definition says of it, in the order of the definition.
    pub fn pairs(&self) -> impl Iterator<Item = (&CompiledField, &Field)> {
        self.fields.iter().zip(&self.definition.fields)
    }

    /// Every field once, after those its visibility and its computed value depend on.
    pub fn in_rule_order(&self) -> impl Iterator<Item = (&CompiledField, &Field)> {
        self.rule_order.iter().map(|at| (&self.fields[*at], &self.definition.fields[*at]))
    }
}

/// What a control looks like to formulas.
pub fn type_of(control: &Control) -> FieldType {
    let many = |kind: Type, many: bool| {
        let one = FieldType::plain(kind);
        if many { one.list() } else { one }
    };
    match control {
        Control::Text(_) | Control::Textarea(_) | Control::Serial(_) => FieldType::plain(Type::Text),
        Control::Number(_) | Control::Money(_) | Control::Percent(_) | Control::Rating(_) => {
            FieldType::plain(Type::Number)
        }
        Control::Date(_) => FieldType::plain(Type::Date),
        Control::Datetime(_) => FieldType::plain(Type::DateTime),
        Control::Radio(choice) | Control::Select(choice) => FieldType::choice(options(&choice.options)),
        Control::Checkbox(checkbox) => FieldType::choice(options(&checkbox.options)).list(),
        Control::Switch(_) => FieldType::plain(Type::Bool),
        Control::User(user) => many(Type::User, user.many),
        Control::Dept(dept) => many(Type::Department, dept.many),
        Control::Image(_) | Control::File(_) => many(Type::File, true),
        Control::Formula(formula) => FieldType::plain(match formula.result {
            FormulaResult::Text => Type::Text,
            FormulaResult::Number => Type::Number,
            FormulaResult::Bool => Type::Bool,
            FormulaResult::Date => Type::Date,
            FormulaResult::Datetime => Type::DateTime,
        }),
    }
}

/// The fields of a definition, as formulas see them.
pub fn scope(definition: &FormDefinition) -> Scope {
    Scope { fields: definition.fields.iter().map(|field| (field.id.clone(), type_of(&field.control))).collect() }
}

fn options(options: &[Choice]) -> Options {
    options.iter().map(|choice| (choice.id.clone(), choice.label.clone())).collect()
}

struct Compiler<'a> {
    scope: &'a Scope,
    problems: Vec<Problem>,
}

impl Compiler<'_> {
    fn compile(&mut self, place: &str, text: &str, wanted: &FieldType) -> Option<Rule> {
        rule::compile(place, text, self.scope, wanted).map_err(|problems| self.problems.extend(problems)).ok()
    }

    /// The rule that shows a field's section, by field.
    fn sections<'a>(&mut self, definition: &'a FormDefinition) -> BTreeMap<&'a FieldId, Rule> {
        let mut rules = BTreeMap::new();
        for section in &definition.sections {
            let Some(text) = &section.visible_if else { continue };
            let place = format!("sections.{}.visible_if", section.id);
            if let Some(rule) = self.compile(&place, text, &FieldType::plain(Type::Bool)) {
                rules.extend(section.items.iter().map(|item| (&item.field, Rule::clone(&rule))));
            }
        }
        rules
    }

    fn field(&mut self, field: &Field, section: Option<&Rule>) -> CompiledField {
        let kind = type_of(&field.control);
        let truth = FieldType::plain(Type::Bool);
        let mut part = |name: &str, text: Option<&str>, wanted: &FieldType| {
            text.and_then(|text| self.compile(&format!("fields.{}.{name}", field.id), text, wanted))
        };
        let visible_if = part("visible_if", field.visible_if.as_deref(), &truth);
        let required_if = part("required_if", field.required_if.as_deref(), &truth);
        let default = part("default", field.default.as_deref(), &kind);
        let (computed, decimals) = match &field.control {
            Control::Formula(formula) => (part("formula", Some(&formula.formula), &kind), formula.decimals),
            _ => (None, 0),
        };
        let (min, max) = match &field.control {
            Control::Date(date) => (date.min.as_deref(), date.max.as_deref()),
            Control::Datetime(datetime) => (datetime.min.as_deref(), datetime.max.as_deref()),
            _ => (None, None),
        };
        let (min, max) = (part("min", min, &kind), part("max", max, &kind));
        let visible_if = visible_if.into_iter().chain(section.cloned()).collect();
        CompiledField { id: field.id.clone(), kind, visible_if, required_if, default, computed, decimals, min, max }
    }
}

/// Positions of the fields, each after those its visibility and computed value read.
fn rule_order(definition: &FormDefinition, index: &BTreeMap<FieldId, usize>) -> Result<Vec<usize>, Problem> {
    let mut rules: BTreeMap<&FieldId, Vec<Expr>> = definition.fields.iter().map(|field| (&field.id, vec![])).collect();
    let mut add = |field, text: Option<&str>| {
        if let (Some(known), Some(Ok(expr))) = (rules.get_mut(field), text.map(parser::parse)) {
            known.push(expr);
        }
    };
    for section in &definition.sections {
        section.items.iter().for_each(|item| add(&item.field, section.visible_if.as_deref()));
    }
    for field in &definition.fields {
        add(&field.id, field.visible_if.as_deref());
        if let Control::Formula(formula) = &field.control {
            add(&field.id, Some(&formula.formula));
        }
    }
    let nowhere = Span { start: 0, end: 0 };
    let rules: Vec<_> =
        rules.into_iter().map(|(field, all)| (field, Expr { span: nowhere, kind: ExprKind::List(all) })).collect();
    let order = depend::order(rules.iter().map(|(field, expr)| (*field, expr))).map_err(|cycle| {
        let path: Vec<_> = cycle.0.iter().map(FieldId::as_str).collect();
        Problem::error(format!("fields.{}", path[0]), ProblemCode::FormulaCycle).with("path", path.join(","))
    })?;
    Ok(order.iter().map(|field| index[field]).collect())
}
