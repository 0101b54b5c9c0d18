//! What codes are called: options as the form names them, people and departments as the directory does. States, yes and no have no
//! word here; the screen knows them in its own language.

use std::collections::BTreeMap;

use super::look::Look;
use crate::catalog::history::FormHistory;
use crate::model::form::{Choice, Color};
use crate::model::id::{NodeId, OptionId};
use crate::model::report::Column;
use crate::report::symbol::Symbol;
use crate::view::shape::options;

/// A word, and the colour its maker gave it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    pub text: String,
    pub color: Option<Color>,
}

/// Of one column.
pub struct Labels<'a> {
    look: &'a Look<'a>,
    choices: BTreeMap<OptionId, &'a Choice>,
}

impl<'a> Labels<'a> {
    /// An option that newer versions of the form no longer offer keeps the name it had.
    pub fn new(look: &'a Look<'a>, column: &Column) -> Self {
        let mut choices = BTreeMap::new();
        if let Column::Field(field) = column {
            for published in look.history.versions.values() {
                let known = published.compiled.definition_of(field);
                let offered = known.into_iter().flat_map(|field| options(&field.control));
                choices.extend(offered.map(|choice| (choice.id.clone(), choice)));
            }
        }
        Self { look, choices }
    }

    pub fn of(&self, symbol: &Symbol) -> Label {
        let directory = &self.look.viewer.catalog.directory;
        let word = |text: Option<&String>| Label { text: text.cloned().unwrap_or_default(), color: None };
        match symbol {
            Symbol::State(_) => Label::default(),
            Symbol::Option(option) => self.choices.get(option).map_or_else(
                || Label { text: option.to_string(), color: None },
                |choice| Label { text: choice.label.clone(), color: choice.color },
            ),
            Symbol::Node(node) => Label { text: node_name(self.look.history, node), color: None },
            Symbol::User(user) => word(directory.user(*user).map(|user| &user.name)),
            Symbol::Department(id) => word(directory.departments.get(id).map(|department| &department.name)),
        }
    }
}

/// As the newest flow that has it draws it.
pub fn node_name(history: &FormHistory, node: &NodeId) -> String {
    let drawn = history.flows.values().rev().find_map(|flow| flow.find(node));
    drawn.map_or_else(|| node.to_string(), |node| node.name.clone())
}
