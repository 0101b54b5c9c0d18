//! Whether a formula is right on a form, for programs; the designers of the web app check while people type.

use std::collections::BTreeSet;

use actix_web::web;
use serde::{Deserialize, Serialize};

use super::definition::history;
use super::{Route, post};
use crate::access::{self, Wish};
use crate::catalog::form::scope;
use crate::catalog::rule;
use crate::formula::scope::FieldType;
use crate::formula::{check, depend, parser};
use crate::http::body::Body;
use crate::http::caller::{Allowed, SignedIn};
use crate::http::refusal::{Refused, WireProblem};
use crate::model::form::FormDefinition;
use crate::model::id::{FieldId, FormId};
use crate::model::party::Action;
use crate::model::value::Type;

pub fn routes() -> Vec<Route> {
    vec![post("/formula/check", judge)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    form: FormId,
    /// Absent: the working copy.
    #[serde(default)]
    definition: Option<FormDefinition>,
    formula: String,
    #[serde(default)]
    expected: Option<Expected>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum Expected {
    Text,
    Number,
    Bool,
    Date,
    DateTime,
    User,
    Department,
}

#[derive(Serialize, Default)]
struct Judgement {
    problems: Vec<WireProblem>,
    /// Absent when there are problems.
    #[serde(rename = "type")]
    kind: Option<String>,
    /// What it reads.
    fields: BTreeSet<FieldId>,
}

async fn judge(caller: Allowed<SignedIn>, body: Body<Question>) -> Result<web::Json<Judgement>, Refused> {
    let catalog = caller.house.catalog();
    let Question { form, definition, formula, expected } = body.0;
    access::can(&catalog, caller.who.user, Wish::Form(form, Action::Design)).or_refuse()?;
    let scope = scope(definition.as_ref().unwrap_or(&history(&catalog, form)?.form.draft));
    let wanted = expected.map(|expected| FieldType::plain(kind(expected)));
    let judged = parser::parse(&formula).and_then(|expr| {
        let checked = check::check(&expr, &scope, wanted.as_ref())?;
        Ok((checked.result.name(), depend::fields(&expr)))
    });
    Ok(web::Json(match judged {
        Ok((kind, fields)) => Judgement { problems: Vec::new(), kind: Some(kind), fields },
        Err(problems) => {
            let problems = problems.iter().map(|problem| WireProblem::of(&rule::at("formula", problem)));
            Judgement { problems: problems.collect(), ..Judgement::default() }
        }
    }))
}

const fn kind(expected: Expected) -> Type {
    match expected {
        Expected::Text => Type::Text,
        Expected::Number => Type::Number,
        Expected::Bool => Type::Bool,
        Expected::Date => Type::Date,
        Expected::DateTime => Type::DateTime,
        Expected::User => Type::User,
        Expected::Department => Type::Department,
    }
}
