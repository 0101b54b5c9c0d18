import { expect, it } from "vitest";
import type { FlowDefinition } from "@/model/flow";
import type { Problem } from "@/model/problem";
import { designProblems, insideOf, marksOf } from "./flow_problems";

const flow: FlowDefinition = {
  nodes: [
    { id: "start", name: "Report", x: 0, y: 0, step: { kind: "start" } },
    { id: "review", name: "Review", x: 0, y: 100, step: { kind: "exclusive" } },
  ],
  edges: [{ id: "e1", from: "review", to: "start", port: "out", condition: " " }],
};

const problem = (place: string, code: string, severity: Problem["severity"] = "error"): Problem => ({
  place,
  code,
  severity,
  data: {},
});

it("names the step or line, leads to it, and calls an empty condition missing", () => {
  const problems = [
    problem("nodes.review.assign", "flow_no_assignee"),
    problem("edges.e1.condition", "formula_syntax"),
    problem("nodes", "flow_no_end"),
  ];
  const rows = designProblems(flow, problems, {
    whole: "The flow",
    noCondition: "missing",
    blankNote: "Note",
    blankPhase: "Phase",
  });
  expect(rows.map(({ target, subject }) => [target, subject])).toEqual([
    ["nodes.review", "Review"],
    ["edges.e1", "Review → Report"],
    ["nodes", "The flow"],
  ]);
  expect([rows[0]?.property, rows[1]?.text]).toEqual(["assign", "missing"]);
});

it("marks a place by the worst that is wrong with it", () => {
  const marks = marksOf([
    problem("nodes.review.limit", "out_of_range"),
    problem("nodes.review.assign", "flow_may_block", "warning"),
    problem("nodes.start.fields.a", "flow_required_not_editable", "warning"),
  ]);
  expect([...marks]).toEqual([
    ["nodes.review", "error"],
    ["nodes.start", "warning"],
  ]);
  expect(insideOf(problem("nodes.start.fields.a", "x")).place).toBe("fields.a");
});
