// Fields a drawing asks about: conditions, formulas, people taken from the form. A trial run asks for these first.

import type { FlowDefinition, Source, Step } from "@/model/flow";
import { parse } from "@/model/formula/parser";
import { children, type Expr } from "@/model/formula/syntax";

function fieldsIn(expr: Expr): string[] {
  return expr.is === "field" ? [expr.field] : children(expr).flatMap(fieldsIn);
}

function inFormula(text: string | undefined): string[] {
  const parsed = text ? parse(text) : null;
  return parsed?.ok ? fieldsIn(parsed.expr) : [];
}

function sourcesOf(step: Step): readonly Source[] {
  switch (step.kind) {
    case "handle":
    case "approve":
      return step.assign?.sources ?? [];
    case "cc":
      return step.recipients ?? [];
    case "start":
    case "exclusive":
    case "parallel":
    case "join":
    case "update":
    case "end":
      return [];
  }
}

export function usedFields(flow: FlowDefinition): ReadonlySet<string> {
  const conditions = flow.edges.flatMap(({ condition }) => inFormula(condition));
  const people = flow.nodes.flatMap(({ step }) =>
    sourcesOf(step).flatMap((source) => (source.kind === "field" ? [source.field] : [])),
  );
  const formulas = flow.nodes.flatMap(({ step }) =>
    step.kind === "update" ? (step.set ?? []).flatMap(({ formula }) => inFormula(formula)) : [],
  );
  return new Set([...conditions, ...people, ...formulas]);
}
