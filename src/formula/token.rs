//! The words of a formula. Meaning comes later: `and` may be an operator or the name of a function.

use rust_decimal::Decimal;

use super::problem::Span;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned {
    pub token: Token,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Number(Decimal),
    /// A literal's content, escapes resolved.
    Text(String),
    /// A field, a function or a word operator.
    Name(String),
    Symbol(Symbol),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
    Ampersand,
    DoubleAmpersand,
    DoubleBar,
    Bang,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    ParenOpen,
    ParenClose,
    BracketOpen,
    BracketClose,
    BraceOpen,
    BraceClose,
    Comma,
}

/// Longer spellings first, so that the first match is the longest.
pub(super) const SYMBOLS: &[(&str, Symbol)] = &[
    ("&&", Symbol::DoubleAmpersand),
    ("||", Symbol::DoubleBar),
    ("!=", Symbol::NotEqual),
    ("<>", Symbol::NotEqual),
    ("<=", Symbol::LessEqual),
    (">=", Symbol::GreaterEqual),
    ("==", Symbol::Equal),
    ("+", Symbol::Plus),
    ("-", Symbol::Minus),
    ("*", Symbol::Star),
    ("/", Symbol::Slash),
    ("%", Symbol::Percent),
    ("^", Symbol::Caret),
    ("&", Symbol::Ampersand),
    ("!", Symbol::Bang),
    ("=", Symbol::Equal),
    ("<", Symbol::Less),
    (">", Symbol::Greater),
    ("(", Symbol::ParenOpen),
    (")", Symbol::ParenClose),
    ("[", Symbol::BracketOpen),
    ("]", Symbol::BracketClose),
    ("{", Symbol::BraceOpen),
    ("}", Symbol::BraceClose),
    (",", Symbol::Comma),
    ("，", Symbol::Comma),
    ("（", Symbol::ParenOpen),
    ("）", Symbol::ParenClose),
];

impl Symbol {
    /// The usual spelling, for "expected …".
    pub fn spelling(self) -> &'static str {
        SYMBOLS.iter().find(|(_, symbol)| *symbol == self).expect("every symbol has a spelling").0
    }
}
