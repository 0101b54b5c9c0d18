// Where an order stands in the drawing of its flow: what it went through, where it is, where it may come, and what it passed by.

import type { FlowDefinition } from "@/model/flow";
import { reachedFrom } from "@/model/flow_ports";
import type { OrderPage, Visit } from "@/model/order";

export const STANDS = ["done", "now", "ahead", "undone", "passed"] as const;

export type Stand = (typeof STANDS)[number];

export type Way = "taken" | "ahead" | "passed";

export interface StepStanding {
  stand: Stand;
  /** The latest stay, an open one first. */
  visit: Visit | null;
  times: number;
}

export interface Standing {
  step: (node: string) => StepStanding;
  line: (edge: FlowDefinition["edges"][number]) => Way;
}

export function standingOf({ definition, visits, taken_edges }: OrderPage["flow"]): Standing {
  const taken = new Set(taken_edges);
  const open = visits.filter(({ state }) => state === "open").map(({ node }) => node);
  // What was never begun may come everywhere.
  const ahead = new Set(
    visits.length === 0
      ? definition.nodes.map(({ id }) => id)
      : open.flatMap((node) => [node, ...reachedFrom(definition, node)]),
  );
  return {
    step: (node) => {
      const mine = visits.filter((visit) => visit.node === node);
      const visit =
        mine.find(({ state }) => state === "open") ??
        mine.reduce<Visit | null>((a, b) => (a && a.entered_at > b.entered_at ? a : b), null);
      return { stand: standOf(visit, ahead.has(node)), visit, times: mine.length };
    },
    line: ({ id, from }) => (taken.has(id) ? "taken" : ahead.has(from) ? "ahead" : "passed"),
  };
}

function standOf(visit: Visit | null, mayCome: boolean): Stand {
  if (!visit) return mayCome ? "ahead" : "passed";
  if (visit.state === "open") return "now";
  return visit.state === "done" ? "done" : "undone";
}
