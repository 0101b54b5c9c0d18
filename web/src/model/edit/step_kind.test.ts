// A step of any kind, with everything said that it can be told, becomes any other kind: nothing stays said that no row shows.

import { describe, expect, it } from "vitest";
import type { Assign, Edge, FlowDefinition, Node, NodeKind, Source, Step, StepOf } from "../flow";
import { changeKind, changeStep, type StepSetting } from "./step_kind";

const people: Source[] = [{ kind: "role", role: "keeper" }];
const BY_PEOPLE = {
  signature_required: true,
  fields: { amount: "edit" as const },
  going_back: { returns: "start" as const },
  limit: { minutes: 60, actions: [{ kind: "remind" as const }] },
  notices: [{ recipients: people }],
};

/** No setting is as it began. */
const SET: { [K in NodeKind]: Required<StepOf<K>> } = {
  start: { kind: "start", fields: { amount: "required" }, withdraw: "never" },
  handle: {
    ...BY_PEOPLE,
    kind: "handle",
    assign: { sources: people, when_empty: { kind: "skip" } },
    mode: "all",
    dispatch: "claim",
    outcomes: [{ id: "mended", label: "Mended" }],
  },
  approve: {
    ...BY_PEOPLE,
    kind: "approve",
    assign: { sources: people, when_empty: { kind: "skip" }, self_approval: "skip" },
    mode: "all",
    on_reject: "return_to_start",
    comment_required: "always",
  },
  cc: { kind: "cc", recipients: people, channel: "mail", repeat: true },
  exclusive: { kind: "exclusive" },
  parallel: { kind: "parallel", join: "meeting" },
  join: { kind: "join", need: "any", on_branch_reject: "collect", rest: "let_run" },
  update: { kind: "update", set: [{ field: "amount", formula: "1" }] },
  end: { kind: "end", result: "mended" },
};

/** By kind: what it can be told, one by one. */
const COMMON: readonly StepSetting[] = [
  "people",
  "when_empty",
  "mode",
  "signature_required",
  "fields",
  "going_back",
  "limit",
  "notices",
];
const ASKS: { [K in NodeKind]: readonly StepSetting[] } = {
  start: ["fields", "withdraw"],
  handle: [...COMMON, "dispatch", "outcomes"],
  approve: [...COMMON, "self_approval", "on_reject", "comment_required"],
  cc: ["people", "channel", "repeat"],
  exclusive: [],
  parallel: ["join"],
  join: ["need", "on_branch_reject", "rest"],
  update: ["set"],
  end: ["result"],
};

const KINDS = Object.keys(SET) as NodeKind[];
const PAIRS = KINDS.flatMap((from) => KINDS.filter((to) => to !== from).map((to) => [from, to] as const));

/** What a step is told, under one name for the people of every kind. */
function settingsOf(step: Step): Partial<Record<StepSetting, unknown>> {
  const { kind, assign, recipients, ...plain } = step as { kind: NodeKind; assign?: Assign; recipients?: Source[] };
  const { sources = recipients, ...rules } = assign ?? {};
  return { ...plain, ...rules, ...(sources && { people: sources }) };
}

const node = (step: Step): Node => ({ id: "one", name: "One", x: 4, y: 8, step });
const alone = (step: Step): FlowDefinition => ({ nodes: [node(step)], edges: [] });

describe("a step that becomes another kind", () => {
  it.each(PAIRS)("from %s to %s keeps what both can be told, and names the rest", (from, to) => {
    const before = settingsOf(SET[from]);
    const shared = ASKS[from].filter((name) => ASKS[to].includes(name));
    const { plan, lost } = changeKind(alone(SET[from]), node(SET[from]), { kind: to } as Step);
    const [after] = plan.flow.nodes;
    expect(after).toMatchObject({ id: "one", name: "One", x: 4, y: 8, step: { kind: to } });
    const kept = Object.entries(settingsOf(after?.step ?? SET[from])).filter(([, value]) => String(value) !== "");
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(shared.map((name) => [name, before[name]])));
    expect([...lost.settings].sort()).toEqual(ASKS[from].filter((name) => !shared.includes(name)).sort());
  });

  it.each(PAIRS)("loses nothing from %s to %s that nobody had said", (from, to) => {
    const bare = { kind: from } as Step;
    expect(changeKind(alone(bare), node(bare), { kind: to } as Step).lost).toEqual({
      settings: [],
      conditions: 0,
      lines: 0,
    });
  });

  it("gives an approval to everybody who would have had the work, never to the first alone", () => {
    const single: Step = { kind: "handle", mode: "single" };
    expect(changeStep(single, { kind: "approve", mode: "any" })).toMatchObject({ mode: "any" });
    expect(changeKind(alone(single), node(single), { kind: "approve" }).lost.settings).toEqual(["mode"]);
    const same: Step = {
      kind: "approve",
      mode: "sequential",
      on_reject: "end_instance",
      comment_required: "on_reject",
    };
    expect(changeKind(alone(same), node(same), { kind: "handle", mode: "any" }).lost.settings).toEqual([]);
  });

  it("says how many lines go, and how many lose what is asked on them", () => {
    const gateway = node({ kind: "exclusive" });
    const line = (id: string, condition?: string): Edge => ({
      id,
      from: "one",
      to: id,
      port: "out",
      ...(condition !== undefined && { condition }),
    });
    const flow = { nodes: [gateway], edges: [line("a", "amount > 5"), line("b", ""), line("c")] };
    const lostAs = (kind: NodeKind) => changeKind(flow, gateway, { kind } as Step).lost;
    expect(lostAs("approve")).toEqual({ settings: [], conditions: 1, lines: 1 });
    expect(lostAs("handle")).toEqual({ settings: [], conditions: 1, lines: 2 });
    expect(lostAs("end")).toEqual({ settings: [], conditions: 0, lines: 3 });
  });
});
