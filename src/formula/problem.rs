//! What can be wrong with a formula, as a code and the values its sentence needs. No sentences here.

use serde::Serialize;

/// Half-open range of characters (not bytes) of the formula's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    #[must_use]
    pub const fn to(self, last: Self) -> Self {
        Self { start: self.start, end: last.end }
    }
}

/// One thing to repair, with the place to underline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormulaProblem {
    pub span: Span,
    pub code: FormulaCode,
    /// The values the sentence of `code` names, in the order its documentation gives.
    pub data: Vec<String>,
}

impl FormulaProblem {
    pub fn new(span: Span, code: FormulaCode) -> Self {
        Self { span, code, data: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, datum: impl Into<String>) -> Self {
        self.data.push(datum.into());
        self
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $text:literal;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FormulaCode {
            $($(#[$doc])* $name,)*
        }

        impl FormulaCode {
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

codes! {
    /// More characters than a formula may have: the bound.
    SourceTooLong "source_too_long";
    /// No token starts with this: the character.
    CharUnexpected "char_unexpected";
    /// A text literal without its closing quote.
    TextUnclosed "text_unclosed";
    /// A backslash before something other than `\ " ' n t`: the character.
    EscapeUnknown "escape_unknown";
    /// A number literal of more digits than are exact: the bound.
    NumberTooLong "number_too_long";
    /// The text ends, or an operator stands, where a value belongs.
    ExpectedValue "expected_value";
    /// Another symbol belongs here: the symbol.
    ExpectedSymbol "expected_symbol";
    /// The formula was complete before this.
    Unexpected "unexpected";
    /// `a < b < c`: say it with AND.
    ComparisonChained "comparison_chained";
    /// More levels than a formula may have: the bound.
    TooDeep "too_deep";
    /// More nodes than a formula may have: the bound.
    TooLarge "too_large";
    /// A name that no field can have: the name.
    NameInvalid "name_invalid";
    /// No such field in this form: the name.
    FieldUnknown "field_unknown";
    /// No such function: the name.
    FunctionUnknown "function_unknown";
    /// The function's name, then how many arguments it needs.
    ArgumentsTooFew "arguments_too_few";
    /// The function's name, then how many arguments it takes.
    ArgumentsTooMany "arguments_too_many";
    /// The type that belongs here, then the type that stands here.
    TypeMismatch "type_mismatch";
    /// Two types that do not go together.
    TypesDiffer "types_differ";
    /// The type that has no order or no equality.
    NotComparable "not_comparable";
    /// The choice field has no such option: the option.
    OptionUnknown "option_unknown";
    /// The text is no literal of this type: the type.
    LiteralInvalid "literal_invalid";
    /// Only one of these words may stand here, as a literal: the words.
    WordUnknown "word_unknown";
    /// Nothing equals the empty text; `IS_EMPTY` asks for emptiness.
    ComparisonWithEmpty "comparison_with_empty";
    /// `[]` has no type.
    ListEmpty "list_empty";
}

impl Serialize for FormulaCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
