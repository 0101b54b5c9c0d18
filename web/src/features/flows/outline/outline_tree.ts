// A flow from the start down, as a list: the branches of a gateway stand below it in their order, until they meet again.
// Whatever nothing leads to follows at the end. Pure.

import { type Note, type Phase, phaseOf } from "@/model/canvas";
import type { Edge, FlowDefinition, Node } from "@/model/flow";
import { exitsOf, meetingOf, portsOf, reachedFrom } from "@/model/flow_ports";

export type Listed =
  | { kind: "step"; node: Node; branches: readonly Branch[] }
  /** Before the first of its steps. */
  | { kind: "phase"; phase: Phase }
  /** Behind its step; a free one last of all. */
  | { kind: "note"; note: Note };

/** Without anything listed, the line leads straight to where the branches meet. */
export interface Branch {
  edge: Edge;
  listed: readonly Listed[];
}

export function outlineOf(flow: FlowDefinition): Listed[] {
  const { nodes, notes = [] } = flow;
  const steps = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const begun = new Set<string>();

  const around = (node: Node, branches: readonly Branch[]): Listed[] => {
    const phase = phaseOf(flow, node.id);
    const isFirst = phase && !begun.has(phase.id);
    if (phase) begun.add(phase.id);
    return [
      ...(isFirst ? [{ kind: "phase", phase } as const] : []),
      { kind: "step", node, branches },
      ...notes.filter(({ step }) => step === node.id).map((note) => ({ kind: "note", note }) as const),
    ];
  };

  const follow = (first: string, stops: ReadonlySet<string>): Listed[] => {
    const listed: Listed[] = [];
    let next: string | null = first;
    while (next !== null) {
      const node = steps.get(next);
      if (!node || stops.has(node.id) || seen.has(node.id)) break;
      seen.add(node.id);
      const exits = exitsOf(flow, node.id);
      if (portsOf(node.step).isMany) {
        next = meetingOf(flow, node);
        const inner = next === null ? stops : new Set([...stops, next]);
        listed.push(
          ...around(
            node,
            exits.map((edge) => ({ edge, listed: follow(edge.to, inner) })),
          ),
        );
      } else {
        const [main, ...others] = exits;
        next = main?.to ?? null;
        const ahead = next === null ? stops : new Set([...stops, next, ...reachedFrom(flow, next)]);
        listed.push(...around(node, []), ...others.flatMap(({ to }) => follow(to, ahead)));
      }
    }
    return listed;
  };

  const starts = nodes.filter(({ step }) => step.kind === "start");
  const rest = nodes.filter(({ step }) => step.kind !== "start");
  return [
    ...[...starts, ...rest].flatMap(({ id }) => follow(id, new Set())),
    ...notes
      .filter(({ step }) => step === undefined || !steps.has(step))
      .map((note) => ({ kind: "note", note }) as const),
  ];
}
