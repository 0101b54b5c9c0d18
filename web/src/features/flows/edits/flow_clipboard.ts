// Steps and notes to the clipboard and back. Nothing is cut that is not on the clipboard; what is not says why.

import { copy, cut, parseFragment } from "@/model/edit/flow_copy";
import type { FlowDefinition } from "@/model/flow";
import { fromClipboard, toClipboard } from "@/ui/designer/clipboard";
import type { Deeds } from "./deeds";
import type { Chosen } from "./selection";

export async function copySteps(flow: FlowDefinition, { nodes, notes }: Chosen): Promise<void> {
  const fragment = copy(flow, nodes, notes);
  if (fragment) await toClipboard(JSON.stringify(fragment));
}

/** Cannot be pasted without steps, or at all. */
export type Uncut = "line" | "phase" | "start";

/** Answers what of the chosen stayed. A line of a step that went needs no word: it went with it. */
export async function cutSteps(flow: FlowDefinition, chosen: Chosen, deeds: Pick<Deeds, "remove">): Promise<Uncut[]> {
  const fragment = cut(flow, chosen.nodes, chosen.notes);
  const nodes = (fragment?.nodes ?? []).map(({ id }) => id);
  const phases = (fragment?.phases ?? []).map(({ id }) => id);
  const lines = flow.edges.filter(({ id }) => chosen.edges.includes(id));
  const stayed: [Uncut, boolean][] = [
    ["line", lines.some(({ from, to }) => !nodes.includes(from) && !nodes.includes(to))],
    ["phase", chosen.phases.some((id) => !phases.includes(id))],
    ["start", !fragment && chosen.nodes.length > 0],
  ];
  if (fragment) {
    await toClipboard(JSON.stringify(fragment));
    deeds.remove({ nodes, notes: (fragment.notes ?? []).map(({ id }) => id) }, "cut");
  }
  return stayed.flatMap(([what, is]) => (is ? [what] : []));
}

export async function pasteSteps(deeds: Deeds, chosen: () => Chosen): Promise<void> {
  const fragment = parseFragment(await fromClipboard());
  if (fragment) deeds.paste(fragment, chosen());
}
