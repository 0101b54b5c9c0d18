//! Tokens to a tree. Refuses what is no expression, and trees too large or too deep to walk; stops at the first such place.

use super::lexer::lex;
use super::problem::{FormulaCode, FormulaProblem, Span};
use super::syntax::{Expr, ExprKind, Operator};
use super::token::{Spanned, Symbol, Token};
use crate::model::id::FieldId;
use crate::model::limit::{FORMULA_DEPTH_MAX, FORMULA_NODES_MAX};

/// # Errors
/// Every place where no token starts, or else the one place where the grammar ends.
pub fn parse(text: &str) -> Result<Expr, Vec<FormulaProblem>> {
    let tokens = lex(text)?;
    let end = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let mut parser = Parser { tokens: &tokens, at: 0, end, nested: 0, nodes: 0 };
    parser.whole().map_err(|problem| vec![problem])
}

struct Parser<'a> {
    tokens: &'a [Spanned],
    at: usize,
    end: u32,
    /// Open calls of `expression`; bounds the recursion before the tree exists.
    nested: usize,
    nodes: usize,
}

type Parsed<T> = Result<T, FormulaProblem>;

/// Binds weaker first: OR, AND, NOT, comparison, `&`, sum, product, sign, power.
const COMPARISON: u8 = 4;
const NOT: u8 = 3;
const SIGN: u8 = 8;

impl Parser<'_> {
    fn whole(&mut self) -> Parsed<Expr> {
        let expr = self.expression(0)?;
        if let Some(extra) = self.tokens.get(self.at) {
            return Err(FormulaProblem::new(extra.span, FormulaCode::Unexpected));
        }
        if expr.depth() > FORMULA_DEPTH_MAX { Err(too_deep(expr.span)) } else { Ok(expr) }
    }

    /// Reads operators that bind more strongly than `floor`.
    fn expression(&mut self, floor: u8) -> Parsed<Expr> {
        self.nested += 1;
        if self.nested > FORMULA_DEPTH_MAX {
            return Err(too_deep(self.here()));
        }
        let mut left = self.prefix()?;
        while let Some((operator, power, words)) = self.operator() {
            if power <= floor {
                break;
            }
            self.at += words;
            // Power is the one operator that groups from the right.
            let right = self.expression(if operator == Operator::Power { power - 1 } else { power })?;
            let chained =
                self.operator().filter(|_| power == COMPARISON).is_some_and(|(_, next, _)| next == COMPARISON);
            if chained {
                return Err(FormulaProblem::new(self.here(), FormulaCode::ComparisonChained));
            }
            let span = left.span.to(right.span);
            left = self.node(span, ExprKind::Binary(operator, Box::new(left), Box::new(right)))?;
        }
        self.nested -= 1;
        Ok(left)
    }

    /// The operator at this place, how strongly it binds, and of how many tokens it is made.
    fn operator(&self) -> Option<(Operator, u8, usize)> {
        let found = match self.peek(0)? {
            Token::Symbol(symbol) => {
                let (operator, power) = symbol_operator(*symbol)?;
                (operator, power, 1)
            }
            Token::Name(name) if is_word(name, "or") => (Operator::Or, 1, 1),
            Token::Name(name) if is_word(name, "and") => (Operator::And, 2, 1),
            Token::Name(name) if is_word(name, "in") => (Operator::In, COMPARISON, 1),
            Token::Name(name) if is_word(name, "not") => match self.peek(1) {
                Some(Token::Name(next)) if is_word(next, "in") => (Operator::NotIn, COMPARISON, 2),
                _ => return None,
            },
            Token::Name(_) | Token::Number(_) | Token::Text(_) => return None,
        };
        Some(found)
    }

    fn prefix(&mut self) -> Parsed<Expr> {
        let Some(Spanned { token, span }) = self.tokens.get(self.at).cloned() else {
            return Err(FormulaProblem::new(self.here(), FormulaCode::ExpectedValue));
        };
        self.at += 1;
        match token {
            Token::Number(number) => self.node(span, ExprKind::Number(number)),
            Token::Text(text) => self.node(span, ExprKind::Text(text)),
            Token::Name(name) => self.named(&name, span),
            Token::Symbol(Symbol::Bang) => self.not(span),
            Token::Symbol(Symbol::Minus) => {
                let inner = self.expression(SIGN)?;
                self.node(span.to(inner.span), ExprKind::Negate(Box::new(inner)))
            }
            Token::Symbol(Symbol::ParenOpen) => {
                let mut inner = self.expression(0)?;
                inner.span = span.to(self.close(Symbol::ParenClose)?);
                Ok(inner)
            }
            Token::Symbol(Symbol::BracketOpen) => {
                let (items, last) = self.items(Symbol::BracketClose)?;
                self.node(span.to(last), ExprKind::List(items))
            }
            Token::Symbol(Symbol::BraceOpen) => self.braced(span),
            Token::Symbol(_) => Err(FormulaProblem::new(span, FormulaCode::ExpectedValue)),
        }
    }

    fn named(&mut self, name: &str, span: Span) -> Parsed<Expr> {
        let called = self.peek(0) == Some(&Token::Symbol(Symbol::ParenOpen));
        if is_word(name, "not") {
            return self.not(span);
        }
        if called {
            self.at += 1;
            let (items, last) = self.items(Symbol::ParenClose)?;
            return self.node(span.to(last), ExprKind::Call(name.to_ascii_uppercase(), items));
        }
        if is_word(name, "true") || is_word(name, "false") {
            return self.node(span, ExprKind::Bool(is_word(name, "true")));
        }
        if ["and", "or", "in"].iter().any(|word| is_word(name, word)) {
            return Err(FormulaProblem::new(span, FormulaCode::ExpectedValue));
        }
        self.field(name, span)
    }

    fn not(&mut self, span: Span) -> Parsed<Expr> {
        let inner = self.expression(NOT)?;
        self.node(span.to(inner.span), ExprKind::Not(Box::new(inner)))
    }

    /// `{and}`: a field whose code is also a word of the language.
    fn braced(&mut self, span: Span) -> Parsed<Expr> {
        let Some(Token::Name(name)) = self.peek(0).cloned() else {
            return Err(FormulaProblem::new(self.here(), FormulaCode::ExpectedValue));
        };
        self.at += 1;
        let span = span.to(self.close(Symbol::BraceClose)?);
        self.field(&name, span)
    }

    fn field(&mut self, name: &str, span: Span) -> Parsed<Expr> {
        match FieldId::parse(name) {
            Ok(id) => self.node(span, ExprKind::Field(id)),
            Err(_) => Err(FormulaProblem::new(span, FormulaCode::NameInvalid).with(name)),
        }
    }

    fn items(&mut self, close: Symbol) -> Parsed<(Vec<Expr>, Span)> {
        let mut items = Vec::new();
        if self.peek(0) != Some(&Token::Symbol(close)) {
            items.push(self.expression(0)?);
            while self.peek(0) == Some(&Token::Symbol(Symbol::Comma)) {
                self.at += 1;
                items.push(self.expression(0)?);
            }
        }
        Ok((items, self.close(close)?))
    }

    fn close(&mut self, symbol: Symbol) -> Parsed<Span> {
        let span = self.here();
        if self.peek(0) == Some(&Token::Symbol(symbol)) {
            self.at += 1;
            return Ok(span);
        }
        Err(FormulaProblem::new(span, FormulaCode::ExpectedSymbol).with(symbol.spelling()))
    }

    fn node(&mut self, span: Span, kind: ExprKind) -> Parsed<Expr> {
        self.nodes += 1;
        if self.nodes > FORMULA_NODES_MAX {
            return Err(FormulaProblem::new(span, FormulaCode::TooLarge).with(FORMULA_NODES_MAX.to_string()));
        }
        Ok(Expr { span, kind })
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|spanned| &spanned.token)
    }

    /// The next token's place, or the empty place at the end.
    fn here(&self) -> Span {
        self.tokens.get(self.at).map_or(Span { start: self.end, end: self.end }, |spanned| spanned.span)
    }
}

fn too_deep(span: Span) -> FormulaProblem {
    FormulaProblem::new(span, FormulaCode::TooDeep).with(FORMULA_DEPTH_MAX.to_string())
}

fn is_word(name: &str, word: &str) -> bool {
    name.eq_ignore_ascii_case(word)
}

const fn symbol_operator(symbol: Symbol) -> Option<(Operator, u8)> {
    Some(match symbol {
        Symbol::DoubleBar => (Operator::Or, 1),
        Symbol::DoubleAmpersand => (Operator::And, 2),
        Symbol::Equal => (Operator::Equal, COMPARISON),
        Symbol::NotEqual => (Operator::NotEqual, COMPARISON),
        Symbol::Less => (Operator::Less, COMPARISON),
        Symbol::LessEqual => (Operator::LessEqual, COMPARISON),
        Symbol::Greater => (Operator::Greater, COMPARISON),
        Symbol::GreaterEqual => (Operator::GreaterEqual, COMPARISON),
        Symbol::Ampersand => (Operator::Concat, 5),
        Symbol::Plus => (Operator::Add, 6),
        Symbol::Minus => (Operator::Subtract, 6),
        Symbol::Star => (Operator::Multiply, 7),
        Symbol::Slash => (Operator::Divide, 7),
        Symbol::Percent => (Operator::Remainder, 7),
        Symbol::Caret => (Operator::Power, 9),
        Symbol::Bang
        | Symbol::ParenOpen
        | Symbol::ParenClose
        | Symbol::BracketOpen
        | Symbol::BracketClose
        | Symbol::BraceOpen
        | Symbol::BraceClose
        | Symbol::Comma => return None,
    })
}
