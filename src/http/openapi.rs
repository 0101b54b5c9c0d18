//! The description of the API, made from the same table that serves it, so it names every address and no other. What bodies hold is
//! the JSON of the nouns in `model`; here stand the addresses, who may call them, and how a no looks.

use serde_json::{Map, Value, json};

use super::caller::Gate;
use super::code::Code;
use super::route::{self, Route};

pub fn document() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for route in route::all() {
        let path = paths.entry(route.path.clone()).or_insert_with(|| json!({}));
        path[route.method.as_str().to_lowercase()] = operation(&route);
    }
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Tessera", "version": env!("CARGO_PKG_VERSION")},
        "paths": paths,
        "components": {
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": super::caller::COOKIE}},
            "responses": {"refusal": {
                "description": "A refusal (RFC 9457)",
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/refusal"}}},
            }},
            "schemas": {
                "refusal": {
                    "type": "object",
                    "required": ["type", "status", "code", "title", "request_id", "problems"],
                    "properties": {
                        "type": {"type": "string"},
                        "status": {"type": "integer"},
                        "code": {"type": "string", "enum": codes},
                        "title": {"type": "string"},
                        "detail": {"type": "string"},
                        "data": {"type": "object"},
                        "request_id": {"type": "string"},
                        "problems": {"type": "array", "items": {"$ref": "#/components/schemas/problem"}},
                    },
                },
                "problem": {
                    "type": "object",
                    "required": ["place", "code", "severity", "data"],
                    "properties": {
                        "place": {"type": "string"},
                        "code": {"type": "string"},
                        "severity": {"enum": ["error", "warning"]},
                        "data": {"type": "object", "additionalProperties": {"type": "string"}},
                    },
                },
            },
        },
    })
}

fn operation(route: &Route) -> Value {
    let noun = route.name.split("::").next().unwrap_or_default();
    let is_change = route.method != "GET";
    let mut parameters: Vec<Value> = names(&route.path).map(in_path).collect();
    if is_change {
        parameters.push(json!({"name": "X-Tessera", "in": "header", "required": true, "schema": {"type": "string"}}));
        parameters
            .push(json!({"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "format": "uuid"}}));
    }
    let mut operation = json!({
        "operationId": route.name.replace("::", "_"),
        "tags": [noun],
        "parameters": parameters,
        "x-permission": permission(route.gate),
        "responses": {"2XX": {"description": "Done"}, "default": {"$ref": "#/components/responses/refusal"}},
    });
    if !matches!(route.gate, Gate::Public | Gate::Operator) {
        operation["security"] = json!([{"session": []}]);
    }
    operation
}

fn in_path(name: &str) -> Value {
    json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}})
}

/// What stands in braces.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

/// In words of the gate's own: `power:administer`, `form:view`.
fn permission(gate: Gate) -> String {
    match gate {
        Gate::Public => "public".to_owned(),
        Gate::Operator => "operator".to_owned(),
        Gate::OwnSession => "own_session".to_owned(),
        Gate::SignedIn => "signed_in".to_owned(),
        Gate::Power(power) => format!("power:{}", word(power)),
        Gate::App(action) => format!("app:{}", word(action)),
        Gate::Grants => "app:grants".to_owned(),
        Gate::Form(action) => format!("form:{}", word(action)),
        Gate::Board(action) => format!("board:{}", word(action)),
        Gate::Designers => "designers".to_owned(),
        Gate::View => "view".to_owned(),
    }
}

/// As it stands in JSON everywhere else.
fn word(of: impl serde::Serialize) -> String {
    json!(of).as_str().unwrap_or_default().to_owned()
}
