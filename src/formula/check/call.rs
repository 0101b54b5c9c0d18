//! Typing of function calls against the one table.

use super::agree::is_soft;
use super::literal::join;
use super::node::{self, Node};
use super::operator::{is_equatable, is_ordered};
use super::{Checker, Typed};
use crate::formula::function::{Form, Function, Shape, Work, find};
use crate::formula::problem::{FormulaCode, FormulaProblem};
use crate::formula::scope::FieldType;
use crate::formula::syntax::{Expr, ExprKind};
use crate::model::value::{Type, Value};

impl Checker<'_> {
    /// `wanted` reaches the branches of IF and its kin, so literals there become what the place needs.
    pub(super) fn call(&mut self, whole: &Expr, name: &str, args: &[Expr], wanted: Option<&FieldType>) -> Typed {
        let Some(function) = find(name) else {
            return self.fail(FormulaProblem::new(whole.span, FormulaCode::FunctionUnknown).with(name));
        };
        self.count(whole, function, args.len())?;
        match function.work {
            Work::Form(form) => self.form(form, args, wanted),
            Work::Strict(_) | Work::Open(_) => self.plain(function, args),
        }
    }

    fn count(&mut self, whole: &Expr, function: &Function, given: usize) -> Option<()> {
        let least = function.takes.len();
        let fixed = least + function.may_take.len();
        // A condition of IFS without its result.
        let cut =
            given > fixed && function.repeats.len() > 1 && !(given - fixed).is_multiple_of(function.repeats.len());
        let problem = FormulaProblem::new(whole.span, FormulaCode::ArgumentsTooFew).with(function.name);
        if given < least || cut {
            return self.fail(problem.with(if cut { given + 1 } else { least }.to_string()));
        }
        match function.arguments_max().filter(|most| given > *most) {
            Some(most) => {
                self.fail(FormulaProblem { code: FormulaCode::ArgumentsTooMany, ..problem }.with(most.to_string()))
            }
            None => Some(()),
        }
    }

    fn form(&mut self, form: Form, args: &[Expr], wanted: Option<&FieldType>) -> Typed {
        let all: Vec<&Expr> = args.iter().collect();
        match form {
            Form::If => self.choose(&[(&args[0], &args[1])], args.get(2), wanted),
            Form::Ifs => {
                let arms: Vec<(&Expr, &Expr)> = args.chunks_exact(2).map(|arm| (&arm[0], &arm[1])).collect();
                self.choose(&arms, None, wanted)
            }
            Form::Switch => self.switch(args, wanted),
            Form::Coalesce => self.agree(&all, wanted).map(|(nodes, kind)| (Node::FirstOf(nodes), kind)),
            Form::And => self.all(&all).map(|parts| (Node::All(parts), node::bool())),
            Form::Or => self.all(&all).map(|parts| (Node::AnyOf(parts), node::bool())),
            Form::Between => self.between(&all),
            Form::In => self.member(&args[0], &args[1]),
            Form::Contains => self.contains(&args[0], &args[1]),
        }
    }

    fn choose(&mut self, arms: &[(&Expr, &Expr)], otherwise: Option<&Expr>, wanted: Option<&FieldType>) -> Typed {
        let conditions: Vec<&Expr> = arms.iter().map(|(condition, _)| *condition).collect();
        let results: Vec<&Expr> = arms.iter().map(|(_, result)| *result).chain(otherwise).collect();
        let conditions = self.all(&conditions);
        let (mut results, kind) = self.agree(&results, wanted)?;
        let otherwise = otherwise.and_then(|_| results.pop()).map(Box::new);
        Some((Node::Choose(conditions?.into_iter().zip(results).collect(), otherwise), kind))
    }

    /// `SWITCH(subject, case, result, case, result, default)`.
    fn switch(&mut self, args: &[Expr], wanted: Option<&FieldType>) -> Typed {
        let pairs = args[1..].chunks_exact(2);
        let default = pairs.remainder().first();
        let subject_and_cases: Vec<&Expr> =
            std::iter::once(&args[0]).chain(pairs.clone().map(|pair| &pair[0])).collect();
        let results: Vec<&Expr> = pairs.map(|pair| &pair[1]).chain(default).collect();
        let compared = self.agree(&subject_and_cases, None);
        let given = self.agree(&results, wanted);
        let ((mut cases, subject_kind), (mut results, kind)) = (compared?, given?);
        self.comparable(&args[0], &subject_kind, is_equatable)?;
        let subject = cases.remove(0);
        let otherwise = default.and_then(|_| results.pop()).map(Box::new);
        Some((Node::Match(Box::new(subject), cases.into_iter().zip(results).collect(), otherwise), kind))
    }

    /// Both ends included.
    fn between(&mut self, args: &[&Expr]) -> Typed {
        let (nodes, kind) = self.agree(args, None)?;
        self.comparable(args[0], &kind, is_ordered)?;
        Some((Node::Within(Box::new(<[Node; 3]>::try_from(nodes).ok()?)), node::bool()))
    }

    /// An item in a list, or a text in a text.
    fn contains(&mut self, whole: &Expr, part: &Expr) -> Typed {
        let (whole_node, kind) = self.infer(whole)?;
        match (kind.item(), &kind.kind) {
            (Some(item), _) => {
                let part = self.expect(part, &item)?;
                Some((Node::Member(Box::new(part), Box::new(whole_node)), node::bool()))
            }
            (None, Type::Text) => {
                let part = self.expect(part, &node::text())?;
                Some((Node::Part(Box::new(whole_node), Box::new(part)), node::bool()))
            }
            (None, _) => self.mismatch(whole.span, "text|list", &kind.name()),
        }
    }

    fn plain(&mut self, function: &'static Function, args: &[Expr]) -> Typed {
        let shaped: Vec<(&Expr, Shape)> =
            args.iter().enumerate().filter_map(|(index, arg)| Some((arg, function.shape(index)?))).collect();
        let firm: Vec<Typed> = shaped.iter().map(|(arg, shape)| self.firm(arg, *shape)).collect();
        let item = self.item_type(&shaped, &firm)?;
        let mut moment = None;
        let mut nodes = Vec::with_capacity(shaped.len());
        for ((arg, shape), typed) in shaped.iter().zip(firm) {
            if *shape == Shape::Moment && moment.is_none() {
                moment = typed.as_ref().map(|(_, kind)| kind.clone());
            }
            nodes.push(self.argument(arg, *shape, typed, &item));
        }
        let nodes = nodes.into_iter().collect::<Option<Vec<Node>>>()?;
        let result = match function.gives {
            Shape::Item => item,
            Shape::Items => item.list(),
            Shape::Moment => moment.unwrap_or_else(|| FieldType::plain(Type::Date)),
            gives => FieldType::plain(gives.kind()?),
        };
        Some((Node::Call(function, nodes), result))
    }

    /// Types an argument whose shape leaves the type open; `None` for what its shape or its neighbours decide.
    fn firm(&mut self, arg: &Expr, shape: Shape) -> Typed {
        let open = match shape {
            Shape::Item | Shape::Items | Shape::OrderedItems => !is_soft(arg),
            Shape::Moment | Shape::Any | Shape::Numbers | Shape::ShownItems => true,
            Shape::Text
            | Shape::Number
            | Shape::Bool
            | Shape::Date
            | Shape::DateTime
            | Shape::User
            | Shape::Department
            | Shape::Texts
            | Shape::Bools
            | Shape::Shown
            | Shape::Word(_) => false,
        };
        if open { self.infer(arg) } else { None }
    }

    /// The type `Item` stands for in this call; text where only literals say.
    fn item_type(&mut self, shaped: &[(&Expr, Shape)], firm: &[Typed]) -> Option<FieldType> {
        let mut item: Option<FieldType> = None;
        for ((arg, shape), typed) in shaped.iter().zip(firm) {
            let Some((_, kind)) = typed.as_ref().filter(|_| is_generic(*shape)) else { continue };
            let own = match shape {
                Shape::Items => match kind.item() {
                    Some(own) => own,
                    None => return self.mismatch(arg.span, "list", &kind.name()),
                },
                Shape::OrderedItems => kind.item().unwrap_or_else(|| kind.clone()),
                _ => kind.clone(),
            };
            item = match item {
                Some(before) => match join(&before, &own) {
                    Some(joined) => Some(joined),
                    None => return self.mismatch(arg.span, &before.name(), &own.name()),
                },
                None => Some(own),
            };
            if *shape == Shape::OrderedItems {
                self.comparable(arg, item.as_ref()?, is_ordered)?;
            }
        }
        Some(item.unwrap_or_else(node::text))
    }

    fn argument(&mut self, arg: &Expr, shape: Shape, typed: Typed, item: &FieldType) -> Option<Node> {
        match shape {
            Shape::Word(words) => self.word(arg, words),
            Shape::Shown => self.shown(arg),
            Shape::ShownItems => {
                let (node, kind) = typed?;
                let Type::List(of) = kind.kind else { return self.mismatch(arg.span, "list", &kind.name()) };
                Some(if *of == Type::Text { node } else { Node::ShownItems(kind.options, Box::new(node)) })
            }
            Shape::Any => typed.map(|(node, _)| node),
            Shape::Moment => self.one_of(arg, typed?, &[Type::Date, Type::DateTime], "date|date_time"),
            Shape::Numbers => self.one_of(arg, typed?, &[Type::Number, Type::List(Box::new(Type::Number))], "number"),
            Shape::Item | Shape::Items | Shape::OrderedItems => self.generic(arg, shape, typed, item),
            Shape::Text
            | Shape::Number
            | Shape::Bool
            | Shape::Date
            | Shape::DateTime
            | Shape::User
            | Shape::Department
            | Shape::Texts
            | Shape::Bools => self.expect(arg, &FieldType::plain(shape.kind()?)),
        }
    }

    fn generic(&mut self, arg: &Expr, shape: Shape, typed: Typed, item: &FieldType) -> Option<Node> {
        let many = match (&typed, shape) {
            (_, Shape::Items) => true,
            (Some((_, kind)), Shape::OrderedItems) => kind.item().is_some(),
            (None, Shape::OrderedItems) => matches!(arg.kind, ExprKind::List(_)),
            _ => false,
        };
        let wanted = if many { item.clone().list() } else { item.clone() };
        match typed {
            Some((node, kind)) => self.coerce(arg.span, node, &kind, &wanted),
            None if is_soft(arg) => self.expect(arg, &wanted),
            None => None,
        }
    }

    fn one_of(&mut self, arg: &Expr, typed: (Node, FieldType), kinds: &[Type], name: &str) -> Option<Node> {
        if kinds.contains(&typed.1.kind) { Some(typed.0) } else { self.mismatch(arg.span, name, &typed.1.name()) }
    }

    fn word(&mut self, arg: &Expr, words: &[&str]) -> Option<Node> {
        match &arg.kind {
            ExprKind::Text(word) if words.contains(&word.as_str()) => Some(Node::Literal(Value::Text(word.clone()))),
            _ => self.fail(FormulaProblem::new(arg.span, FormulaCode::WordUnknown).with(words.join(" "))),
        }
    }
}

const fn is_generic(shape: Shape) -> bool {
    matches!(shape, Shape::Item | Shape::Items | Shape::OrderedItems)
}
