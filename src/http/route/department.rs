//! Departments: made, moved in their tree, given a head, deleted when nobody relies on them.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{Route, delete, post, put};
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed};
use crate::http::refusal::Refused;
use crate::http::stated::Stated;
use crate::model::command::PartyAsk;
use crate::model::id::{DepartmentId, UserId};
use crate::model::party::Department;
use crate::model::refusal::Refusal;

pub fn routes() -> Vec<Route> {
    vec![
        post("/departments", create),
        put("/departments/{department}", save),
        delete("/departments/{department}", remove),
    ]
}

/// A [`Department`] before it has an id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewDepartment {
    name: String,
    #[serde(default)]
    parent: Option<DepartmentId>,
    #[serde(default)]
    head: Option<UserId>,
}

async fn create(
    caller: Allowed<Administer>,
    body: Body<NewDepartment>,
) -> Result<web::Json<Stated<Department>>, Refused> {
    let NewDepartment { name, parent, head } = body.0;
    let department = Department { id: caller.fresh(DepartmentId::from_u128), name, parent, head };
    caller.submit_party(PartyAsk::SaveDepartment(department.clone())).await?;
    Ok(web::Json(Stated::of(department)))
}

async fn save(
    caller: Allowed<Administer>,
    id: web::Path<DepartmentId>,
    body: Body<Department>,
) -> Result<web::Json<Stated<Department>>, Refused> {
    caller.house.catalog().directory.departments.get(&*id).ok_or(Refusal::NotFound)?;
    let department = Department { id: *id, ..body.0 };
    caller.submit_party(PartyAsk::SaveDepartment(department.clone())).await?;
    Ok(web::Json(Stated::of(department)))
}

async fn remove(caller: Allowed<Administer>, id: web::Path<DepartmentId>) -> Result<HttpResponse, Refused> {
    caller.submit_party(PartyAsk::DeleteDepartment(*id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
