//! The one test binary: every engine, the rim and the house itself.

mod backup;
mod crash;
mod design;
mod flow;
mod form;
mod ledger;
mod tidy;
