//! What a formula may speak of: the fields of one version of a form, by code, with their types.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::id::{FieldId, OptionId};
use crate::model::value::Type;

/// Every option a choice field ever had, archived ones too, with the label shown to people.
pub type Options = BTreeMap<OptionId, String>;

#[derive(Debug, Clone, Default)]
pub struct Scope {
    pub fields: BTreeMap<FieldId, FieldType>,
}

/// The type of a field or of an expression; for choices also which options there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldType {
    pub kind: Type,
    /// Empty unless `kind` is `Option` or a list of it.
    pub options: Arc<Options>,
}

impl FieldType {
    pub fn plain(kind: Type) -> Self {
        Self { kind, options: Arc::default() }
    }

    pub fn choice(options: Options) -> Self {
        Self { kind: Type::Option, options: Arc::new(options) }
    }

    #[must_use]
    pub fn list(self) -> Self {
        Self { kind: Type::List(Box::new(self.kind)), options: self.options }
    }

    /// The type of a list's items; `None` for what is no list.
    pub fn item(&self) -> Option<Self> {
        match &self.kind {
            Type::List(item) => Some(Self { kind: (**item).clone(), options: Arc::clone(&self.options) }),
            _ => None,
        }
    }

    /// How problems and documentation write this type: `number`, `list<option>`.
    pub fn name(&self) -> String {
        type_name(&self.kind)
    }
}

pub fn type_name(kind: &Type) -> String {
    match kind {
        Type::Text => "text".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Date => "date".to_owned(),
        Type::DateTime => "date_time".to_owned(),
        Type::Option => "option".to_owned(),
        Type::User => "user".to_owned(),
        Type::Department => "department".to_owned(),
        Type::File => "file".to_owned(),
        Type::List(item) => format!("list<{}>", type_name(item)),
    }
}
