//! Every address, in one table. A route is a method, a path and a handler; its permission is the type of the handler's first
//! argument, so one without does not compile. The same table serves requests, the tests of permissions and the API description.

use std::collections::BTreeMap;
use std::future::Future;

use actix_web::http::Method;
use actix_web::{FromRequest, Handler, Responder, web};

use super::caller::{Allowed, Gate, Permission};
use super::code::Code;
use super::refusal::Refused;

pub mod app;
pub mod audit;
pub mod backup;
pub mod board;
pub mod calendar;
pub mod channel;
pub mod definition;
pub mod department;
pub mod directory;
pub mod file;
pub mod flow;
pub mod formula;
pub mod grant;
pub mod health;
pub mod held;
pub mod import;
pub mod inbox;
pub mod key;
pub mod live;
pub mod migration;
pub mod notice;
pub mod openapi;
pub mod order;
pub mod order_page;
pub mod outbox;
pub mod pinyin;
pub mod presence;
pub mod push;
pub mod quarantine;
pub mod record;
pub mod role;
pub mod search;
pub mod session;
pub mod setting;
pub mod setup;
pub mod state;
pub mod system;
pub mod team;
pub mod tile;
pub mod trial;
pub mod upload;
pub mod user;
pub mod view;

/// One address with one method.
pub struct Route {
    pub method: Method,
    /// As the router reads it: `/api/v1/orders/{order}`.
    pub path: String,
    pub gate: Gate,
    /// The handler's own name: `order::approve`.
    pub name: String,
    service: actix_web::Route,
}

/// A handler whose first argument is [`Allowed`].
pub trait Guarded<Args>: Handler<Args> {
    const GATE: Gate;
}

macro_rules! guarded {
    ($($arg:ident)*) => {
        impl<F, Fut, P, $($arg,)*> Guarded<(Allowed<P>, $($arg,)*)> for F
        where
            F: Fn(Allowed<P>, $($arg,)*) -> Fut + Clone + 'static,
            Fut: Future,
            P: Permission,
        {
            const GATE: Gate = P::GATE;
        }
    };
}

guarded!();
guarded!(A);
guarded!(A B);
guarded!(A B C);

pub fn route<F, Args>(method: Method, path: &str, handler: F) -> Route
where
    F: Guarded<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let full = std::any::type_name::<F>();
    let name = full.rsplit("route::").next().unwrap_or(full).to_owned();
    let service = web::method(method.clone()).to(handler);
    Route { method, path: path.to_owned(), gate: F::GATE, name, service }
}

macro_rules! methods {
    ($($name:ident $method:ident;)*) => {$(
        pub fn $name<F, Args>(path: &str, handler: F) -> Route
        where
            F: Guarded<Args>,
            Args: FromRequest + 'static,
            F::Output: Responder + 'static,
        {
            route(Method::$method, path, handler)
        }
    )*};
}

methods! {
    get GET;
    post POST;
    put PUT;
    patch PATCH;
    delete DELETE;
}

/// All of them, in the order of the nouns.
pub fn all() -> Vec<Route> {
    let api = [
        state::routes(),
        setup::routes(),
        session::routes(),
        app::routes(),
        definition::routes(),
        flow::routes(),
        migration::routes(),
        presence::routes(),
        trial::routes(),
        formula::routes(),
        order::routes(),
        held::routes(),
        directory::routes(),
        import::routes(),
        user::routes(),
        department::routes(),
        team::routes(),
        role::routes(),
        grant::routes(),
        setting::routes(),
        file::routes(),
        upload::routes(),
        board::routes(),
        push::routes(),
        record::routes(),
        view::routes(),
        tile::routes(),
        inbox::routes(),
        notice::routes(),
        search::routes(),
        pinyin::routes(),
        live::routes(),
        channel::routes(),
        calendar::routes(),
        outbox::routes(),
        audit::routes(),
        backup::routes(),
        quarantine::routes(),
        key::routes(),
        system::routes(),
        openapi::routes(),
    ];
    let api = api.into_iter().flatten().map(|route| Route { path: format!("/api/v1{}", route.path), ..route });
    health::routes().into_iter().chain(api).collect()
}

/// Puts the table into the router: one scope per noun, one resource per path, and a plain answer for methods it does not have. The
/// router tries one pattern after the other, so it should only try those of the noun that was asked for.
pub fn mount(config: &mut web::ServiceConfig) {
    let mut nouns: BTreeMap<String, BTreeMap<String, Vec<Route>>> = BTreeMap::new();
    for route in all() {
        let (noun, rest) = route.path.split_at(end_of_noun(&route.path));
        nouns.entry(noun.to_owned()).or_default().entry(rest.to_owned()).or_default().push(route);
    }
    for (noun, paths) in nouns {
        // Fixed parts before names: `/orders/count` must not be read as an order.
        let mut paths: Vec<_> = paths.into_iter().collect();
        paths.sort_by_key(|(path, _)| path.matches('{').count());
        let resources = paths.into_iter().map(|(path, routes)| resource(&path, routes));
        config.service(resources.fold(web::scope(&noun), actix_web::Scope::service));
    }
}

/// Where `/api/v1/orders` ends in `/api/v1/orders/{order}/claim`.
fn end_of_noun(path: &str) -> usize {
    path.match_indices('/').nth(3).map_or(path.len(), |(at, _)| at)
}

fn resource(path: &str, routes: Vec<Route>) -> actix_web::Resource {
    let methods = routes.iter().map(|route| route.method.to_string()).collect::<Vec<_>>().join(", ");
    let other = move || {
        let allow = Some(methods.clone());
        async move { Err::<String, _>(Refused { allow, ..Refused::new(Code::MethodUnknown) }) }
    };
    let resource = web::resource(path).default_service(web::to(other));
    routes.into_iter().fold(resource, |resource, route| resource.route(route.service))
}

/// Addresses and questions that cannot be read.
pub fn configure(config: &mut web::ServiceConfig) {
    let path = web::PathConfig::default().error_handler(|_, _| Refused::new(Code::NotFound).into());
    let query = web::QueryConfig::default().error_handler(|error, _| {
        Refused::malformed(format!("The question in the address cannot be read: {error}.")).into()
    });
    config.app_data(path).app_data(query);
}
