// Typing of the arguments of one call by the shapes of its row.

import { type Checking, whole } from "../check";
import { type FunctionRow, kindOf, type Shape, shapeAt } from "../function/row";
import { type Node, TEXT, type Typed, typed } from "../node";
import { problem } from "../problem";
import { type FieldType, itemOf, type Kind, listOf, plain } from "../scope";
import type { Expr } from "../syntax";
import { isSoft } from "./agree";
import { coerce, joined } from "./literal";
import { isComparable, isOrdered, shown } from "./operator";

interface Argument {
  readonly expr: Expr;
  readonly shape: Shape;
  /** Only where the shape leaves the type open. */
  readonly typed: Typed;
}

export function plainCall(checking: Checking, row: FunctionRow, args: readonly Expr[]): Typed {
  const given = args.flatMap((expr, index): Argument[] => {
    const shape = shapeAt(row, index);
    return shape ? [{ expr, shape, typed: isOpen(expr, shape) ? checking.infer(expr) : null }] : [];
  });
  const item = itemType(checking, given);
  if (!item) return null;
  const items = whole(given.map((one) => argument(checking, one, item)));
  const result = resultOf(row, given, item);
  return items && result && typed({ is: "call", row, items }, result);
}

function resultOf(row: FunctionRow, given: readonly Argument[], item: FieldType): FieldType | null {
  if (row.gives === "item") return item;
  if (row.gives === "items") return listOf(item);
  if (row.gives === "moment") return given.find(({ shape }) => shape === "moment")?.typed?.type ?? plain("date");
  const kind = kindOf(row.gives);
  return kind && plain(kind);
}

function isOpen(expr: Expr, shape: Shape): boolean {
  if (isGeneric(shape)) return !isSoft(expr);
  return shape === "moment" || shape === "any" || shape === "numbers" || shape === "shown_items";
}

function isGeneric(shape: Shape): boolean {
  return shape === "item" || shape === "items" || shape === "ordered_items";
}

/** The type `item` stands for in this call; text where only literals say. */
function itemType(checking: Checking, given: readonly Argument[]): FieldType | null {
  let item: FieldType | null = null;
  for (const { expr, shape, typed } of given) {
    if (!typed || !isGeneric(shape)) continue;
    const inner = itemOf(typed.type);
    if (shape === "items" && !inner) return checking.mismatch(expr, "list", typed.type.kind);
    const own: FieldType = shape === "item" ? typed.type : (inner ?? typed.type);
    const both: FieldType | null = item ? joined(item, own) : own;
    if (!both) return checking.mismatch(expr, item?.kind ?? "", own.kind);
    item = both;
    if (shape === "ordered_items" && !isComparable(checking, expr, item, isOrdered)) return null;
  }
  return item ?? TEXT;
}

function argument(checking: Checking, { expr, shape, typed }: Argument, item: FieldType): Node | null {
  if (typeof shape === "object") return word(checking, expr, shape.words);
  switch (shape) {
    case "shown":
      return shown(checking, expr);
    case "shown_items":
      return shownItems(checking, expr, typed);
    case "any":
      return typed?.node ?? null;
    case "moment":
      return oneOf(checking, expr, typed, ["date", "date_time"], "date|date_time");
    case "numbers":
      return oneOf(checking, expr, typed, ["number", "list<number>"], "number");
    case "item":
    case "items":
    case "ordered_items":
      return generic(checking, { expr, shape, typed }, item);
    default: {
      const kind = kindOf(shape);
      return kind && checking.expect(expr, plain(kind));
    }
  }
}

function shownItems(checking: Checking, expr: Expr, found: Typed): Node | null {
  if (!found) return null;
  const item = itemOf(found.type);
  if (!item) return checking.mismatch(expr, "list", found.type.kind);
  if (item.kind === "text") return found.node;
  return { is: "shown", options: found.type.options, inner: found.node, each: true };
}

function generic(checking: Checking, { expr, shape, typed }: Argument, item: FieldType): Node | null {
  const isList = typed ? itemOf(typed.type) !== null : expr.is === "list";
  const many = shape === "items" || (shape === "ordered_items" && isList);
  const wanted = many ? listOf(item) : item;
  if (typed) return coerce(checking, expr.span, typed.node, typed.type, wanted);
  return isSoft(expr) ? checking.expect(expr, wanted) : null;
}

function oneOf(checking: Checking, expr: Expr, found: Typed, kinds: readonly Kind[], name: string): Node | null {
  if (!found || kinds.includes(found.type.kind)) return found?.node ?? null;
  return checking.mismatch(expr, name, found.type.kind);
}

function word(checking: Checking, expr: Expr, words: readonly string[]): Node | null {
  if (expr.is === "text" && words.includes(expr.text)) {
    return { is: "literal", datum: { is: "text", text: expr.text } };
  }
  return checking.fail(problem(expr.span, "word_unknown", words.join(" ")));
}
