// Which kinds the picker offers, and what choosing one does.

import { useCallback, useState } from "react";
import type { FlowDefinition, NodeKind } from "@/model/flow";
import { freePort } from "@/model/flow_ports";
import { NODE_KINDS } from "@/nodes/table";
import type { PickFor } from "./canvas_context";
import type { Deeds } from "./deeds";
import type { FlowStore } from "./draft_session";

const ADDED = NODE_KINDS.filter((kind) => kind !== "start" && kind !== "join");
/** An end in the middle of a line would cut off what follows. */
const INTO_LINE = ADDED.filter((kind) => kind !== "end");
/** Kinds that become each other without anything else: a split brings its join. */
const REPLACED = ADDED.filter((kind) => kind !== "parallel");

function kindsFor(what: PickFor, flow: FlowDefinition): readonly NodeKind[] {
  if ("edge" in what || "before" in what) return INTO_LINE;
  if ("replace" in what) return REPLACED;
  const after = "after" in what ? flow.nodes.find(({ id }) => id === what.after) : undefined;
  return after && !freePort(flow, after) ? INTO_LINE : ADDED;
}

export interface Picker {
  isOpen: boolean;
  at: { x: number; y: number };
  kinds: readonly NodeKind[];
  pick: (what: PickFor, at: { x: number; y: number }) => void;
  choose: (kind: NodeKind) => void;
  close: () => void;
}

export function usePicker(deeds: Deeds, store: FlowStore): Picker {
  const [open, setOpen] = useState<{ what: PickFor; at: { x: number; y: number } } | null>(null);
  const pick = useCallback((what: PickFor, at: { x: number; y: number }) => setOpen({ what, at }), []);
  const close = () => setOpen(null);
  const choose = (kind: NodeKind) => {
    close();
    if (!open) return;
    const { what } = open;
    const { doc, selection } = store.getState().history;
    if ("nothing" in what) deeds.addBesideSelection(kind, selection);
    else if ("replace" in what) {
      const node = doc.nodes.find(({ id }) => id === what.replace);
      if (node && node.step.kind !== kind) deeds.replaceKind(node, kind);
    } else deeds.add(kind, what);
  };
  return {
    isOpen: open !== null,
    at: open?.at ?? { x: 0, y: 0 },
    kinds: open ? kindsFor(open.what, store.getState().history.doc) : [],
    pick,
    choose,
    close,
  };
}
