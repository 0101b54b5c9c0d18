//! Text to tokens. Refuses characters that start nothing; reports every such place, not only the first.

use rust_decimal::Decimal;

use super::problem::{FormulaCode, FormulaProblem, Span};
use super::token::{SYMBOLS, Spanned, Token};
use crate::model::limit::FORMULA_CHARS_MAX;

/// A literal of at most this many digits is always exact in a 96-bit decimal.
const NUMBER_DIGITS_MAX: usize = 28;

/// Full-width quotes and brackets are accepted where an input method writes them by itself.
pub fn lex(text: &str) -> Result<Vec<Spanned>, Vec<FormulaProblem>> {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > FORMULA_CHARS_MAX {
        let problem = FormulaProblem::new(span(0, chars.len()), FormulaCode::SourceTooLong);
        return Err(vec![problem.with(FORMULA_CHARS_MAX.to_string())]);
    }
    let mut lexer = Lexer { chars: &chars, at: 0, problems: Vec::new() };
    let mut tokens = Vec::new();
    while let Some(&first) = chars.get(lexer.at) {
        let start = lexer.at;
        let token = match first {
            c if c.is_whitespace() => {
                lexer.at += 1;
                None
            }
            '0'..='9' => lexer.number(),
            'a'..='z' | 'A'..='Z' | '_' => Some(lexer.name()),
            '"' | '\'' => lexer.text(first),
            '“' | '”' => lexer.text('”'),
            _ => lexer.symbol(),
        };
        if let Some(token) = token {
            tokens.push(Spanned { token, span: span(start, lexer.at) });
        }
    }
    if lexer.problems.is_empty() { Ok(tokens) } else { Err(lexer.problems) }
}

struct Lexer<'a> {
    chars: &'a [char],
    at: usize,
    problems: Vec<FormulaProblem>,
}

impl Lexer<'_> {
    fn number(&mut self) -> Option<Token> {
        let start = self.at;
        self.skip(|c| c.is_ascii_digit());
        let fraction = self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit);
        if fraction && self.chars.get(self.at) == Some(&'.') {
            self.at += 1;
            self.skip(|c| c.is_ascii_digit());
        }
        let digits: String = self.chars[start..self.at].iter().collect();
        if digits.len() - usize::from(digits.contains('.')) > NUMBER_DIGITS_MAX {
            self.note(start, FormulaCode::NumberTooLong, NUMBER_DIGITS_MAX.to_string());
            return None;
        }
        Some(Token::Number(digits.parse::<Decimal>().expect("28 digits fit a decimal").normalize()))
    }

    fn name(&mut self) -> Token {
        let start = self.at;
        self.skip(|c| c.is_ascii_alphanumeric() || c == '_');
        Token::Name(self.chars[start..self.at].iter().collect())
    }

    fn text(&mut self, close: char) -> Option<Token> {
        let start = self.at;
        let mut content = String::new();
        self.at += 1;
        while let Some(&c) = self.chars.get(self.at) {
            self.at += 1;
            if c == close {
                return Some(Token::Text(content));
            }
            content.push(if c == '\\' { self.escaped() } else { c });
        }
        self.problems.push(FormulaProblem::new(span(start, self.at), FormulaCode::TextUnclosed));
        None
    }

    fn escaped(&mut self) -> char {
        let backslash = self.at - 1;
        let c = self.chars.get(self.at).copied().unwrap_or('\\');
        self.at = (self.at + 1).min(self.chars.len());
        match c {
            'n' => '\n',
            't' => '\t',
            '\\' | '"' | '\'' | '”' => c,
            _ => {
                self.note(backslash, FormulaCode::EscapeUnknown, c.to_string());
                c
            }
        }
    }

    fn symbol(&mut self) -> Option<Token> {
        let rest = &self.chars[self.at..];
        let found = SYMBOLS
            .iter()
            .find(|(spelling, _)| spelling.chars().eq(rest.iter().copied().take(spelling.chars().count())));
        if let Some((spelling, symbol)) = found {
            self.at += spelling.chars().count();
            return Some(Token::Symbol(*symbol));
        }
        self.at += 1;
        self.note(self.at - 1, FormulaCode::CharUnexpected, rest[0].to_string());
        None
    }

    fn skip(&mut self, accept: impl Fn(char) -> bool) {
        while self.chars.get(self.at).is_some_and(|&c| accept(c)) {
            self.at += 1;
        }
    }

    fn note(&mut self, start: usize, code: FormulaCode, datum: String) {
        self.problems.push(FormulaProblem::new(span(start, self.at), code).with(datum));
    }
}

fn span(start: usize, end: usize) -> Span {
    let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { start: clip(start), end: clip(end) }
}
