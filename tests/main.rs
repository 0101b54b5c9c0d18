//! The one test binary: every engine, the rim and the house itself.

mod administration;
mod authorization;
mod backup;
mod bucket;
mod calendar;
mod cli;
mod crash;
mod damage;
mod design;
mod flow;
mod form;
mod formula;
mod http;
mod import;
mod ledger;
mod reading;
mod release;
mod replay;
mod report;
mod simulate;
mod support;
mod tidy;
mod view;
mod writer;
