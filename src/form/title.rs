//! What an order is called in lists. Never empty-handed for lack of a rule: without a title formula the first filled text
//! field speaks, then the serial number, then what was chosen first.

use super::kind::{self, Known};
use crate::catalog::form::CompiledForm;
use crate::catalog::scene::Scene;
use crate::model::form::Control;
use crate::model::limit::TITLE_CHARS_MAX;
use crate::model::record::Values;
use crate::model::value::Value;

/// At most `TITLE_CHARS_MAX` characters of one line; empty when the record gives nothing to say.
pub fn title(form: &CompiledForm, values: &Values, scene: &Scene<'_>) -> String {
    let text = match &form.title {
        Some(rule) => match scene.eval(rule, values) {
            Value::Text(text) => text,
            _ => String::new(),
        },
        None => String::new(),
    };
    let text = if text.trim().is_empty() { fallback(form, values, scene) } else { text };
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(TITLE_CHARS_MAX).collect()
}

fn fallback(form: &CompiledForm, values: &Values, scene: &Scene<'_>) -> String {
    let known = Known::to_show(scene.directory, scene.zone);
    let shown = |is_wanted: fn(&Control) -> bool| {
        let mut fields = form.definition.fields.iter().filter(|field| is_wanted(&field.control));
        fields.find_map(|field| values.get(&field.id).map(|value| kind::of(&field.control).show(value, &known)))
    };
    shown(|control| matches!(control, Control::Text(_) | Control::Textarea(_)))
        .or_else(|| shown(|control| matches!(control, Control::Serial(_))))
        .or_else(|| shown(|control| matches!(control, Control::Radio(_) | Control::Select(_))))
        .unwrap_or_default()
}
