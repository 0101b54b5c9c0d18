// Which fields of its form a flow speaks of, and where.

import type { FlowDefinition, Node, Source } from "./flow";
import { fields as fieldsRead } from "./formula/depend";
import { parse } from "./formula/parser";

export interface Mention {
  /** `nodes.review`, `edges.e3`: as problems name it. */
  place: string;
  /** The setting there: `condition`, `assign`. */
  property: string;
  /** Whether the field's value decides something, is filled in, or is only shown. */
  how: "reads" | "writes" | "shows";
  fields: readonly string[];
}

function inFormula(text: string | undefined): string[] {
  const parsed = text ? parse(text) : null;
  return parsed?.ok ? [...fieldsRead(parsed.expr)] : [];
}

function inSources(sources: readonly Source[] = []): string[] {
  return sources.flatMap((source) => (source.kind === "field" ? [source.field] : []));
}

export function mentionsOf({ nodes, edges }: FlowDefinition): Mention[] {
  const lines = edges.map(({ id, condition }): Mention => {
    return { place: `edges.${id}`, property: "condition", how: "reads", fields: inFormula(condition) };
  });
  return [...nodes.flatMap(ofNode), ...lines].filter(({ fields }) => fields.length > 0);
}

function ofNode({ id, step }: Node): Mention[] {
  const at = (property: string, how: Mention["how"], fields: readonly string[]): Mention => {
    return { place: `nodes.${id}`, property, how, fields };
  };
  switch (step.kind) {
    case "start":
      return [at("fields", "shows", Object.keys(step.fields ?? {}))];
    case "handle":
    case "approve":
      return [
        at("assign", "reads", inSources(step.assign?.sources)),
        at("notices", "reads", inSources(step.notices?.flatMap(({ recipients }) => recipients))),
        at("fields", "shows", Object.keys(step.fields ?? {})),
      ];
    case "cc":
      return [at("recipients", "reads", inSources(step.recipients))];
    case "update":
      return (step.set ?? []).flatMap(({ field, formula }) => [
        at("set", "writes", [field]),
        at("set", "reads", inFormula(formula)),
      ]);
    case "exclusive":
    case "parallel":
    case "join":
    case "end":
      return [];
  }
}
