//! The expression language of conditions, computed fields and rules: text in, a checked tree, a value out.
//! Refuses whatever it cannot type before it runs; what runs is total, bounded and looks at nothing but its arguments.

pub mod check;
pub mod decimal;
pub mod depend;
pub mod env;
pub mod eval;
pub mod format;
pub mod function;
pub mod lexer;
pub mod moment;
pub mod parser;
pub mod problem;
pub mod scope;
pub mod syntax;
pub mod token;
pub mod turn;

mod show;
