//! 更新: sets fields by formulas in the same commit. A value its field refuses stops the order instead of spoiling the record.

use rust_decimal::RoundingStrategy;

use super::{Behaviour, Ports};
use crate::flow::advance;
use crate::flow::run::Run;
use crate::form::kind::{self, Bounds};
use crate::form::settle;
use crate::model::flow::{Port, Update};
use crate::model::form::Control;
use crate::model::id::VisitId;
use crate::model::order::Incident;
use crate::model::value::Value;

impl Behaviour for Update {
    fn enter(&self, run: &mut Run, visit: VisitId) {
        let node = &run.node(visit).id;
        let form = run.world.form;
        let mut values = run.record.values.clone();
        for (field, rule) in run.world.flow.sets(node) {
            // A field the form of this order does not have: the flow is newer or older than it.
            let Some(definition) = form.definition_of(field) else { continue };
            let value = run.with_scene(Some(node), |scene| scene.eval(rule, &values));
            let value = fitted(&definition.control, value);
            let problems = kind::of(&definition.control).check(field.as_str(), &value, &Bounds::default());
            if !value.is_empty() && !problems.is_empty() {
                advance::incident(run, visit, Incident::UpdateRefused);
                return;
            }
            values.insert(field.clone(), value);
        }
        let settled = run.with_scene(Some(node), |scene| settle::settle(form, values, scene, None));
        run.keep(&settled.values);
        advance::leave(run, visit, &Port::Out);
    }

    fn ports(&self) -> Ports {
        Ports::one()
    }
}

/// Computed numbers keep as many digits as their field shows.
fn fitted(control: &Control, value: Value) -> Value {
    let decimals = match control {
        Control::Number(number) => number.decimals,
        Control::Money(money) => money.decimals,
        Control::Percent(percent) => percent.decimals,
        Control::Rating(_) => 0,
        Control::Text(_)
        | Control::Textarea(_)
        | Control::Date(_)
        | Control::Datetime(_)
        | Control::Radio(_)
        | Control::Select(_)
        | Control::Checkbox(_)
        | Control::Switch(_)
        | Control::User(_)
        | Control::Dept(_)
        | Control::Image(_)
        | Control::File(_)
        | Control::Serial(_)
        | Control::Formula(_) => return value,
    };
    match value {
        Value::Number(number) => Value::Number(
            number.round_dp_with_strategy(u32::from(decimals), RoundingStrategy::MidpointAwayFromZero).normalize(),
        ),
        other => other,
    }
}
