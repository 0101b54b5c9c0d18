// Literals and conversions. A literal text may become an option, a date, an instant, a person or a department; a date may
// become the instant it begins. Nothing else converts by itself.

import type { Checking } from "../check";
import { EMPTY } from "../datum";
import { parseDate, parseLocal } from "../moment";
import type { Node } from "../node";
import { problem, type Span } from "../problem";
import type { FieldType, Kind } from "../scope";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The empty text is the empty value. */
export function textLiteral(text: string): Node {
  return { is: "literal", datum: text === "" ? EMPTY : { is: "text", text } };
}

export function literal(checking: Checking, span: Span, text: string, wanted: FieldType): Node | null {
  if (text === "") return textLiteral(text);
  const { kind } = wanted;
  switch (kind) {
    case "text":
      return textLiteral(text);
    case "option":
      if (!wanted.options.has(text)) return checking.fail(problem(span, "option_unknown", text));
      return { is: "literal", datum: { is: "option", id: text } };
    case "date":
    case "date_time":
    case "user":
    case "department":
      return converted(text, kind) ?? checking.fail(problem(span, "literal_invalid", kind));
    default:
      return checking.mismatch({ span }, kind, "text");
  }
}

function converted(text: string, kind: "date" | "date_time" | "user" | "department"): Node | null {
  if (kind === "date") {
    const day = parseDate(text);
    return day === null ? null : { is: "literal", datum: { is: "date", day } };
  }
  if (kind === "date_time") {
    const local = parseLocal(text);
    return local === null ? null : { is: "local", local };
  }
  return UUID.test(text) ? { is: "literal", datum: { is: kind, id: text.toLowerCase() } } : null;
}

/** Fits a node of type `type` into a place of type `wanted`. */
export function coerce(checking: Checking, span: Span, node: Node, type: FieldType, wanted: FieldType): Node | null {
  if (type.kind === wanted.kind) return node;
  if (type.kind === "date" && wanted.kind === "date_time") return { is: "instant", inner: node };
  return checking.mismatch({ span }, wanted.kind, type.kind);
}

/** The type both fit into; for choices, the options of both. */
export function joined(left: FieldType, right: FieldType): FieldType | null {
  const kind = joinedKind(left.kind, right.kind);
  if (!kind) return null;
  const options = left.options === right.options ? left.options : new Map([...right.options, ...left.options]);
  return { kind, options };
}

function joinedKind(left: Kind, right: Kind): Kind | null {
  if (left === right) return left;
  const moments: readonly Kind[] = ["date", "date_time"];
  return moments.includes(left) && moments.includes(right) ? "date_time" : null;
}
