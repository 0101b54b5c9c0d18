//! Brings a record in step with its rules: hides what a rule hides, computes what is computed, gives serial numbers.
//! Refuses nothing; the same values always settle the same way, and settling twice changes nothing.

use std::collections::BTreeSet;

use rust_decimal::RoundingStrategy;

use super::serial::{self, Draw};
use crate::catalog::form::{CompiledField, CompiledForm};
use crate::catalog::scene::Scene;
use crate::formula::check::Checked;
use crate::model::form::{Control, SerialControl};
use crate::model::id::FieldId;
use crate::model::record::Values;
use crate::model::value::Value;

/// The last number a serial field gave out in a period; 0 before the first.
pub type LastNumber<'a> = &'a dyn Fn(&FieldId, &str) -> u64;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settled {
    /// No empty value is kept.
    pub values: Values,
    /// Fields a rule hides just now; they hold nothing.
    pub hidden: BTreeSet<FieldId>,
    pub draws: Vec<Draw>,
}

/// `numbers` is given when the order is submitted: then serial fields that are still empty get their number.
pub fn settle(form: &CompiledForm, values: Values, scene: &Scene<'_>, numbers: Option<LastNumber<'_>>) -> Settled {
    let mut settled = Settled { values, ..Settled::default() };
    settled.values.retain(|_, value| !value.is_empty());
    for (field, definition) in form.in_rule_order() {
        if !field.visible_if.iter().all(|rule| scene.holds(rule, &settled.values)) {
            settled.values.remove(&field.id);
            settled.hidden.insert(field.id.clone());
            continue;
        }
        if let Some(rule) = &field.computed {
            let value = computed(field, rule, &settled.values, scene);
            set(&mut settled.values, &field.id, value);
        }
        if let (Control::Serial(control), Some(last)) = (&definition.control, numbers)
            && !settled.values.contains_key(&field.id)
        {
            let draw = draw(field, control, scene, last);
            let text = serial::text(control, draw.number, scene.now, scene.zone);
            settled.values.insert(field.id.clone(), Value::Text(text));
            settled.draws.push(draw);
        }
    }
    settled
}

fn draw(field: &CompiledField, control: &SerialControl, scene: &Scene<'_>, last: LastNumber<'_>) -> Draw {
    let period = serial::period(control.reset, scene.now, scene.zone);
    let number = last(&field.id, &period) + 1;
    Draw { field: field.id.clone(), period, number }
}

fn computed(field: &CompiledField, rule: &Checked, values: &Values, scene: &Scene<'_>) -> Value {
    match scene.eval(rule, values) {
        Value::Number(number) => {
            let rounded =
                number.round_dp_with_strategy(u32::from(field.decimals), RoundingStrategy::MidpointAwayFromZero);
            Value::Number(rounded.normalize())
        }
        other => other,
    }
}

fn set(values: &mut Values, field: &FieldId, value: Value) {
    if value.is_empty() {
        values.remove(field);
    } else {
        values.insert(field.clone(), value);
    }
}
