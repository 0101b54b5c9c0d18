// What a person does with phases, as named steps of history. A step is in one phase at most, and a phase has a step at least:
// whoever takes the last one out takes the phase away.

import { PHASE_COLORS, PHASES_MAX, type Phase, phaseOf, phasePlace } from "@/model/canvas";
import type { FlowChange } from "@/model/edit/flow";
import type { FlowDefinition } from "@/model/flow";
import { freshSlug } from "@/model/id";
import type { FlowStore } from "./draft_session";
import type { IsRefused } from "./locks";

export function phaseDeeds(store: FlowStore, isRefused: IsRefused) {
  const flow = () => store.getState().history.doc;
  const phases = () => flow().phases ?? [];
  const perform = (
    key: string,
    changes: readonly FlowChange[],
    over: { name?: string; selection?: string[]; group?: string },
  ) => {
    const { name = "", ...rest } = over;
    if (isRefused(changes)) return;
    store.getState().dispatch({ changes, name: { key, params: { name } }, ...rest });
  };

  return {
    /** A new phase of these steps, which leave those they were in. */
    group(steps: readonly string[], name: (number: number) => string) {
      if (steps.length === 0 || phases().length >= PHASES_MAX) return;
      const id = freshSlug("phase", new Set(phases().map((phase) => phase.id)));
      const names = new Set(phases().map((phase) => phase.name));
      let number = 1;
      while (names.has(name(number))) number += 1;
      const color = PHASE_COLORS[phases().length % PHASE_COLORS.length] ?? "teal";
      const phase: Phase = { id, name: name(number), color, steps: [...steps] };
      perform("phaseAdd", withPhase(flow(), phase), { name: phase.name, selection: [phasePlace(id)] });
    },
    /** Another name, colour or other steps. */
    set(phase: Phase, group?: string) {
      perform("phase", withPhase(flow(), phase), { name: phase.name, ...(group && { group: `${phase.id}.${group}` }) });
    },
    takeOut(step: string) {
      const phase = phases().find(({ steps }) => steps.includes(step));
      if (phase) this.set({ ...phase, steps: phase.steps.filter((id) => id !== step) });
    },
  };
}

/** The phase as it is now; its steps are in no other, and a phase without steps is gone. */
function withPhase(flow: FlowDefinition, phase: Phase): FlowChange[] {
  const taken = new Set(phase.steps);
  const others = (flow.phases ?? []).filter(({ id }) => id !== phase.id);
  const left = others.map((other) => ({ ...other, steps: other.steps.filter((id) => !taken.has(id)) }));
  return changesTo(flow, [...left, phase]);
}

function changesTo(flow: FlowDefinition, wanted: readonly Phase[]): FlowChange[] {
  const old = flow.phases ?? [];
  const changed = wanted.filter((phase) => {
    const known = old.find(({ id }) => id === phase.id);
    return !known || JSON.stringify(known) !== JSON.stringify(phase);
  });
  return changed.map((phase): FlowChange => {
    if (phase.steps.length === 0) return { kind: "drop_phase", id: phase.id };
    const at = old.findIndex(({ id }) => id === phase.id);
    return { kind: "put_phase", phase, at: at < 0 ? old.length : at };
  });
}

/** Steps that are gone leave their phase; new ones between two steps of one phase are part of it, unless they bring one along. */
export function phasesKept(before: FlowDefinition, after: FlowDefinition): FlowChange[] {
  const phases = after.phases ?? [];
  if (phases.length === 0) return [];
  const old = new Set(before.nodes.map(({ id }) => id));
  const now = new Set(after.nodes.map(({ id }) => id));
  const added = [...now].filter((id) => !old.has(id) && !phaseOf(after, id));
  const home = added.length ? homeOf(after, new Set(added)) : undefined;
  return changesTo(
    after,
    phases.map((phase) => {
      const steps = phase.steps.filter((id) => now.has(id));
      return { ...phase, steps: phase === home ? [...steps, ...added] : steps };
    }),
  );
}

/** The one phase that all lines to and from the added steps come from and lead to. */
function homeOf({ edges, phases = [] }: FlowDefinition, added: ReadonlySet<string>): Phase | undefined {
  const into = edges.filter(({ from, to }) => added.has(to) && !added.has(from)).map(({ from }) => from);
  const out = edges.filter(({ from, to }) => added.has(from) && !added.has(to)).map(({ to }) => to);
  if (into.length === 0 || out.length === 0) return undefined;
  return phases.find(({ steps }) => [...into, ...out].every((id) => steps.includes(id)));
}
