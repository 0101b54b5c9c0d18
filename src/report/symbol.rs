//! What the codes in a table's columns stand for. Codes are dense, given in order of first appearance, and never taken back;
//! a code says nothing about order or rights.

use std::collections::HashMap;

use super::lane::Family;
use crate::model::id::{DepartmentId, NodeId, OptionId, UserId};
use crate::model::report::OrderState;

/// The cell holds nothing.
pub const EMPTY_CODE: u32 = u32::MAX;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    State(OrderState),
    Option(OptionId),
    Node(NodeId),
    User(UserId),
    Department(DepartmentId),
}

impl Symbol {
    pub const fn family(&self) -> Family {
        match self {
            Self::State(_) => Family::State,
            Self::Option(_) => Family::Option,
            Self::Node(_) => Family::Node,
            Self::User(_) => Family::User,
            Self::Department(_) => Family::Department,
        }
    }
}

impl Symbol {
    pub const fn user(&self) -> Option<UserId> {
        if let Self::User(user) = self { Some(*user) } else { None }
    }

    pub const fn department(&self) -> Option<DepartmentId> {
        if let Self::Department(department) = self { Some(*department) } else { None }
    }
}

impl std::fmt::Display for Symbol {
    /// The wire form: an id, or the name of a state.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::State(state) => f.write_str(state.as_str()),
            Self::Option(option) => option.fmt(f),
            Self::Node(node) => node.fmt(f),
            Self::User(user) => user.fmt(f),
            Self::Department(department) => department.fmt(f),
        }
    }
}

/// One per table.
#[derive(Debug, Clone, Default)]
pub struct Symbols {
    codes: HashMap<Symbol, u32>,
    symbols: Vec<Symbol>,
}

impl Symbols {
    /// How many codes are in use: all are below this.
    pub fn len(&self) -> usize {
        self.symbols.len()
    }

    pub fn is_empty(&self) -> bool {
        self.symbols.is_empty()
    }

    /// `None` when no row ever held it.
    pub fn code(&self, symbol: &Symbol) -> Option<u32> {
        self.codes.get(symbol).copied()
    }

    /// `None` for [`EMPTY_CODE`].
    pub fn symbol(&self, code: u32) -> Option<&Symbol> {
        self.symbols.get(code as usize)
    }

    pub fn insert(&mut self, symbol: &Symbol) -> u32 {
        if let Some(code) = self.code(symbol) {
            return code;
        }
        let code = u32::try_from(self.symbols.len()).expect("a table holds fewer than 2^32 distinct symbols");
        self.codes.insert(symbol.clone(), code);
        self.symbols.push(symbol.clone());
        code
    }

    pub fn iter(&self) -> impl Iterator<Item = (u32, &Symbol)> {
        (0..).zip(&self.symbols)
    }
}
