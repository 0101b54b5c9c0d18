//! What a new version of a form changes, for the person who is about to publish it. Judges nothing.

use serde::Serialize;

use crate::catalog::form::type_of;
use crate::model::form::{Control, Field, FormDefinition};
use crate::model::id::{FieldId, OptionId};

/// Fields in the order of the version they stand in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Changes {
    pub added: Vec<FieldId>,
    pub removed: Vec<FieldId>,
    pub changed: Vec<FieldChange>,
    /// Sections, their order or widths.
    pub layout: bool,
    pub title: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    pub field: FieldId,
    /// In a fixed order.
    pub aspects: Vec<Aspect>,
    /// Options that are no longer offered; records that chose them keep them.
    pub options_removed: Vec<OptionId>,
}

/// What about a field is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    Label,
    Help,
    Required,
    Visibility,
    Default,
    Unique,
    /// The kind, with the same type of value: old values stay readable.
    Kind,
    /// The type of value: old values of this field are no longer readable as what it is now.
    Type,
    /// Bounds, options, formulas: anything else about the control.
    Settings,
}

pub fn changes(before: &FormDefinition, after: &FormDefinition) -> Changes {
    let find = |form: &FormDefinition, id: &FieldId| form.fields.iter().position(|field| field.id == *id);
    let missing_in = |other: &FormDefinition, form: &FormDefinition| {
        form.fields.iter().filter(|field| find(other, &field.id).is_none()).map(|field| field.id.clone()).collect()
    };
    let changed = after.fields.iter().filter_map(|field| {
        let at = find(before, &field.id)?;
        change(&before.fields[at], field)
    });
    Changes {
        added: missing_in(before, after),
        removed: missing_in(after, before),
        changed: changed.collect(),
        layout: before.sections != after.sections,
        title: before.title != after.title,
    }
}

fn change(before: &Field, after: &Field) -> Option<FieldChange> {
    let control = match (before.control == after.control, std::mem::discriminant(&before.control)) {
        (true, _) => None,
        (false, kind) if kind == std::mem::discriminant(&after.control) && same_type(before, after) => {
            Some(Aspect::Settings)
        }
        (false, _) if same_type(before, after) => Some(Aspect::Kind),
        (false, _) => Some(Aspect::Type),
    };
    let differs = [
        (before.label != after.label, Aspect::Label),
        (before.help != after.help, Aspect::Help),
        (before.required != after.required || before.required_if != after.required_if, Aspect::Required),
        (before.visible_if != after.visible_if, Aspect::Visibility),
        (before.default != after.default, Aspect::Default),
        (before.unique != after.unique, Aspect::Unique),
    ];
    let aspects: Vec<_> =
        differs.into_iter().filter(|(differs, _)| *differs).map(|(_, aspect)| aspect).chain(control).collect();
    let options = options(&after.control);
    let options_removed =
        self::options(&before.control).into_iter().filter(|id| !options.contains(id)).cloned().collect();
    (!aspects.is_empty()).then(|| FieldChange { field: after.id.clone(), aspects, options_removed })
}

fn same_type(before: &Field, after: &Field) -> bool {
    type_of(&before.control).kind == type_of(&after.control).kind
}

fn options(control: &Control) -> Vec<&OptionId> {
    match control {
        Control::Radio(choice) | Control::Select(choice) => choice.options.iter().map(|option| &option.id).collect(),
        Control::Checkbox(checkbox) => checkbox.options.iter().map(|option| &option.id).collect(),
        Control::Text(_)
        | Control::Textarea(_)
        | Control::Number(_)
        | Control::Money(_)
        | Control::Percent(_)
        | Control::Date(_)
        | Control::Datetime(_)
        | Control::Switch(_)
        | Control::Rating(_)
        | Control::User(_)
        | Control::Dept(_)
        | Control::Image(_)
        | Control::File(_)
        | Control::Serial(_)
        | Control::Formula(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &str) -> FormDefinition {
        let text = format!(r#"{{"fields":[{fields}],"sections":[]}}"#);
        serde_json::from_str(&text).expect("a definition")
    }

    fn field(id: &str) -> FieldId {
        FieldId::parse(id).expect("a slug")
    }

    #[test]
    fn a_change_is_told_by_field_and_by_what_it_means_for_old_values() {
        let before = form(
            r#"{"id":"a","label":"A","control":{"kind":"text"}},
               {"id":"b","label":"B","control":{"kind":"radio","options":[{"id":"x","label":"X"},{"id":"y","label":"Y"}]}},
               {"id":"c","label":"C","control":{"kind":"number"}},
               {"id":"d","label":"D","control":{"kind":"text"}}"#,
        );
        let after = form(
            r#"{"id":"e","label":"E","control":{"kind":"date"}},
               {"id":"a","label":"AA","required":true,"control":{"kind":"textarea"}},
               {"id":"b","label":"B","control":{"kind":"radio","options":[{"id":"y","label":"Y"}]}},
               {"id":"c","label":"C","control":{"kind":"date"}}"#,
        );
        let change = |id, aspects: &[Aspect], gone: &[&str]| FieldChange {
            field: field(id),
            aspects: aspects.to_vec(),
            options_removed: gone.iter().map(|id| OptionId::parse(id).expect("a slug")).collect(),
        };
        let expected = Changes {
            added: vec![field("e")],
            removed: vec![field("d")],
            changed: vec![
                change("a", &[Aspect::Label, Aspect::Required, Aspect::Kind], &[]),
                change("b", &[Aspect::Settings], &["x"]),
                change("c", &[Aspect::Type], &[]),
            ],
            layout: false,
            title: false,
        };
        assert_eq!(changes(&before, &after), expected);
        assert_eq!(changes(&before, &before), Changes::default());
    }
}
