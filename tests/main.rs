//! The one test binary: every engine, the rim and the house itself.

mod backup;
mod crash;
mod design;
mod form;
mod ledger;
mod flow;
mod tidy;
