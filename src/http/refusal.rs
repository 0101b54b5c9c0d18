//! How a no leaves the house: an RFC 9457 problem document. Refuses to tell more than the code, its data and its problems.

use std::collections::BTreeMap;
use std::fmt;

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use serde_json::{Value, json};

use super::code::Code;
use crate::model::party::Language;
use crate::model::problem::{Problem, ProblemCode, Severity};
use crate::model::refusal::Refusal;
use crate::model::time::Timestamp;

/// A refusal on its way out. The frame adds the title in the caller's language and the request's id.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    pub code: Code,
    /// One English sentence about this very request; only where the code alone does not say enough.
    pub detail: Option<String>,
    pub data: BTreeMap<&'static str, Value>,
    pub problems: Vec<Problem>,
    /// Seconds, for `Retry-After`.
    pub retry_after: Option<u64>,
    /// Methods, for `Allow`.
    pub allow: Option<String>,
}

impl Refused {
    pub const fn new(code: Code) -> Self {
        Self { code, detail: None, data: BTreeMap::new(), problems: Vec::new(), retry_after: None, allow: None }
    }

    /// The request cannot be read; `detail` names the place.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..Self::new(Code::Malformed) }
    }

    /// One bad field of a body whose shape was right.
    pub fn invalid(place: &str, code: ProblemCode) -> Self {
        Refusal::Invalid(vec![Problem::error(place, code)]).into()
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.data.insert(name, value.into());
        self
    }

    /// Says when it may be tried again.
    #[must_use]
    pub fn retry_at(mut self, at: Timestamp, now: Timestamp) -> Self {
        let ms = u64::try_from(at.since(now)).unwrap_or(0);
        self.retry_after = Some(ms.div_ceil(1_000).max(1));
        self.with("retry_at", at.0)
    }

    /// The document itself.
    pub fn document(&self, language: Language, request_id: &str) -> Document<'_> {
        Document {
            kind: format!("/api/v1/refusals/{}", self.code.name()),
            status: self.code.status(),
            code: self.code.name(),
            title: self.code.title(language),
            detail: self.detail.as_deref(),
            data: &self.data,
            request_id: request_id.to_owned(),
            problems: self.problems.iter().map(WireProblem::of).collect(),
        }
    }

    /// The finished answer.
    pub fn answer(&self, language: Language, request_id: &str) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        if let Some(seconds) = self.retry_after {
            response.insert_header((RETRY_AFTER, seconds));
        }
        if let Some(methods) = &self.allow {
            response.insert_header((ALLOW, methods.as_str()));
        }
        response.insert_header((CONTENT_TYPE, "application/problem+json"));
        let text = serde_json::to_string(&self.document(language, request_id)).expect("a document is plain JSON");
        response.body(text)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.name())
    }
}

impl std::error::Error for Refused {}

impl ResponseError for Refused {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).expect("the table holds valid statuses")
    }

    /// Empty: the frame finds the refusal inside and writes the document.
    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(self.clone());
        response
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let of = |code| Self::new(code);
        match refusal {
            Refusal::Invalid(problems) => Self { problems, ..of(Code::Invalid) },
            Refusal::NotFound => of(Code::NotFound),
            Refusal::NotAllowed => of(Code::NotAllowed),
            Refusal::StaleRevision { now } => of(Code::StaleRevision).with("now", now),
            Refusal::OrderEnded { by, at } => by_at(of(Code::OrderEnded), by, at),
            Refusal::TaskClosed { by, at } => by_at(of(Code::TaskClosed), by, at),
            Refusal::NotYours => of(Code::NotYours),
            Refusal::AlreadyClaimed { by, at } => by_at(of(Code::AlreadyClaimed), Some(by), at),
            Refusal::NotReturnable { node } => {
                of(Code::NotReturnable).with("node", json!(node.map(|node| node.to_string())))
            }
            Refusal::AmbiguousPrevious { candidates } => {
                let names: Vec<String> = candidates.iter().map(ToString::to_string).collect();
                of(Code::AmbiguousPrevious).with("candidates", names)
            }
            Refusal::RecallTooLate { by, at } => by_at(of(Code::RecallTooLate), by, at),
            Refusal::RecallEffects { node } => of(Code::RecallEffects).with("node", node.to_string()),
            Refusal::WithdrawTooLate { by, at } => by_at(of(Code::WithdrawTooLate), by, at),
            Refusal::AlreadyParticipant { user } => of(Code::AlreadyParticipant).with("user", user.to_string()),
            Refusal::UserInactive { user } => of(Code::UserInactive).with("user", user.to_string()),
            Refusal::CommentRequired => of(Code::CommentRequired),
            Refusal::SignatureRequired => of(Code::SignatureRequired),
            Refusal::TooSoon { retry_at } => of(Code::TooSoon).with("retry_at", retry_at.0),
            Refusal::NotPublished => of(Code::NotPublished),
            Refusal::InUse { by } => of(Code::InUse).with("by", by),
            Refusal::LastAdministrator => of(Code::LastAdministrator),
            Refusal::BuiltIn => of(Code::BuiltIn),
            Refusal::LimitReached { limit } => of(Code::LimitReached).with("limit", limit),
            Refusal::DecisionHeld { due } => of(Code::DecisionHeld).with("due", due.0),
            Refusal::TakeBackTooLate => of(Code::TakeBackTooLate),
            Refusal::CommandMismatch => of(Code::CommandMismatch),
            Refusal::MigrationBlocked(problems) => Self { problems, ..of(Code::MigrationBlocked) },
        }
    }
}

pub(super) fn by_at(refused: Refused, by: Option<crate::model::id::UserId>, at: Timestamp) -> Refused {
    refused.with("by", json!(by.map(|user| user.to_string()))).with("at", at.0)
}

/// RFC 9457, with our members.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    #[serde(rename = "type")]
    kind: String,
    status: u16,
    code: &'static str,
    title: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    data: &'a BTreeMap<&'static str, Value>,
    request_id: String,
    problems: Vec<WireProblem>,
}

/// A problem as browsers read it: the operands of its sentence by name.
#[derive(Debug, Clone, Serialize)]
pub struct WireProblem {
    place: String,
    code: ProblemCode,
    severity: Severity,
    data: BTreeMap<String, String>,
}

impl WireProblem {
    pub fn of(problem: &Problem) -> Self {
        Self {
            place: problem.place.clone(),
            code: problem.code,
            severity: problem.severity,
            data: problem.data.iter().cloned().collect(),
        }
    }

    pub fn all(problems: &[Problem]) -> Vec<Self> {
        problems.iter().map(Self::of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_says_all_that_is_wrong_in_the_callers_language() {
        let problem = Problem::error("amount", ProblemCode::TooLarge).with("max", 200);
        let refused = Refused::from(Refusal::Invalid(vec![problem]));
        assert_eq!(
            serde_json::to_value(refused.document(Language::En, "r1")).unwrap(),
            json!({
                "type": "/api/v1/refusals/invalid", "status": 422, "code": "invalid",
                "title": "Some of what was filled in is not right", "request_id": "r1",
                "problems": [{"place": "amount", "code": "too_large", "severity": "error", "data": {"max": "200"}}],
            })
        );
    }

    #[test]
    fn a_pause_is_said_twice_for_people_and_for_programs() {
        let refused = Refused::new(Code::LockedOut).retry_at(Timestamp(61_500), Timestamp(60_000));
        assert_eq!(refused.retry_after, Some(2));
        assert_eq!(refused.data["retry_at"], json!(61_500));
    }
}
