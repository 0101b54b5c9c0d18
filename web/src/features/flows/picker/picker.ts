// Which kinds the picker offers, and what choosing one does.

import { useCallback, useState } from "react";
import type { LostSettings } from "@/model/edit/step_kind";
import type { FlowDefinition, NodeKind } from "@/model/flow";
import { freePort } from "@/model/flow_ports";
import { NODE_KINDS } from "@/nodes/table";
import type { PickFor } from "../canvas/canvas_context";
import type { Deeds } from "../edits/deeds";
import type { FlowStore } from "../edits/draft_session";

const ADDED = NODE_KINDS.filter((kind) => kind !== "start" && kind !== "join");
/** An end in the middle of a line would cut off what follows. */
const INTO_LINE = ADDED.filter((kind) => kind !== "end");
/** Kinds that become each other without anything else: a split brings its join. */
const REPLACED = ADDED.filter((kind) => kind !== "parallel");

function kindsFor(what: PickFor, flow: FlowDefinition): readonly NodeKind[] {
  if ("edge" in what || "before" in what) return INTO_LINE;
  if ("replace" in what) {
    const now = flow.nodes.find(({ id }) => id === what.replace)?.step.kind;
    return REPLACED.filter((kind) => kind !== now);
  }
  const after = "after" in what ? flow.nodes.find(({ id }) => id === what.after) : undefined;
  return after && !freePort(flow, after) ? INTO_LINE : ADDED;
}

/** What the picker is shown with. */
export interface Picked {
  /** Left top corner on the screen. */
  at: { x: number; y: number };
  kinds: readonly NodeKind[];
  /** A step becomes another kind: which it is, and what each choice would take away. */
  replaced: { kind: NodeKind; lostAs: (kind: NodeKind) => LostSettings } | null;
  onPick: (kind: NodeKind) => void;
  onClose: () => void;
}

interface Picker {
  pick: (what: PickFor, at: Picked["at"]) => void;
  shown: Picked | null;
}

export function usePicker(deeds: Deeds, store: FlowStore): Picker {
  const [open, setOpen] = useState<{ what: PickFor; at: Picked["at"] } | null>(null);
  const pick = useCallback((what: PickFor, at: Picked["at"]) => setOpen({ what, at }), []);
  if (!open) return { pick, shown: null };
  const { what, at } = open;
  const { doc, selection } = store.getState().history;
  const node = "replace" in what ? doc.nodes.find(({ id }) => id === what.replace) : undefined;
  const onClose = () => setOpen(null);
  const onPick = (kind: NodeKind) => {
    onClose();
    if ("nothing" in what) deeds.addBesideSelection(kind, selection);
    else if (!("replace" in what)) deeds.add(kind, what);
    else if (node) deeds.replaceKind(node, kind);
  };
  const replaced = node ? { kind: node.step.kind, lostAs: (kind: NodeKind) => deeds.lostAs(node, kind) } : null;
  return { pick, shown: { at, kinds: kindsFor(what, doc), replaced, onPick, onClose } };
}
