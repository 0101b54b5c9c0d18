//! What holds for the whole workspace: read and replaced as one.

use actix_web::web;

use super::{Route, get, put};
use crate::http::body::Body;
use crate::http::caller::{Administer, Allowed};
use crate::http::refusal::Refused;
use crate::model::command::{Ask, WorkspaceAsk};
use crate::model::refusal::Refusal;
use crate::model::setting::Setting;

pub fn routes() -> Vec<Route> {
    vec![get("/setting", show), put("/setting", save)]
}

async fn show(caller: Allowed<Administer>) -> Result<web::Json<Setting>, Refused> {
    let catalog = caller.house.catalog();
    let setting = catalog.setting.as_deref().ok_or(Refusal::NotFound)?;
    Ok(web::Json(setting.clone()))
}

async fn save(caller: Allowed<Administer>, body: Body<Setting>) -> Result<web::Json<Setting>, Refused> {
    caller.submit(Ask::Workspace(WorkspaceAsk::SaveSetting(body.0.clone()))).await?;
    Ok(web::Json(body.0))
}
