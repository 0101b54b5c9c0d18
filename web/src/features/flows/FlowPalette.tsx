import { StickyNote } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { Point } from "@/model/edit/flow";
import type { NodeKind } from "@/model/flow";
import { NODE_GROUPS } from "@/nodes/registry";
import { NODE_KINDS, nodeType } from "@/nodes/table";
import { PaletteFrame } from "@/ui/designer/PaletteFrame";
import { noteAdded } from "@/ui/designer/recent";
import { startDrag } from "@/ui/drag";
import type { CanvasControl } from "./canvas/canvas_control";
import { edgePan } from "./canvas/edge_pan";
import type { Where } from "./edits/deeds";

interface FlowPaletteProps {
  control: { current: CanvasControl | null };
  onAdd: (kind: NodeKind) => void;
  onDrop: (kind: NodeKind, where: Where) => void;
  /** At a point of the canvas; with none, beside the selection. */
  onNote: (at?: Point) => void;
}

const NOTE = "note";

/** What lies under the pointer: a line's middle, a line, a step, or the bare canvas. */
function landing(under: Element | null): { element: Element; where: "edge" | "after"; id: string } | null {
  const middle = under?.closest<HTMLElement>("[data-edge]");
  if (middle?.dataset.edge) return { element: middle, where: "edge", id: middle.dataset.edge };
  const line = under?.closest<HTMLElement>(".react-flow__edge")?.dataset.id;
  const itsMiddle = line && document.querySelector(`[data-edge="${line}"]`);
  if (line && itsMiddle) return { element: itsMiddle, where: "edge", id: line };
  const step = under?.closest<HTMLElement>(".react-flow__node-step");
  return step?.dataset.id ? { element: step, where: "after", id: step.dataset.id } : null;
}

export function FlowPalette({ control, onAdd, onDrop, onNote }: FlowPaletteProps) {
  const { t } = useTranslation(["node", "flows"]);
  const lit = useRef<Element | null>(null);
  const light = (element: Element | null) => {
    if (element === lit.current) return;
    lit.current?.removeAttribute("data-drop");
    element?.setAttribute("data-drop", "true");
    lit.current = element;
  };
  const groups = NODE_GROUPS.filter((group) => group !== "frame").map((group) => ({
    id: group,
    label: t(`group.${group}`),
    items: NODE_KINDS.map(nodeType)
      .filter((type) => type.group === group)
      .map(({ kind, icon: Icon }) => ({
        id: kind,
        label: t(`kind.${kind}.label`),
        purpose: t(`kind.${kind}.purpose`),
        said: t(`kind.${kind}.said`),
        icon: <Icon size={16} />,
      })),
  }));
  const note = {
    id: NOTE,
    label: t("flows:note.label"),
    purpose: t("flows:note.purpose"),
    said: t("flows:note.said"),
    icon: <StickyNote size={16} />,
  };
  const isBare = (under: Element | null) => Boolean(under?.closest(".react-flow__pane, .react-flow__node-note"));
  return (
    <PaletteFrame
      name="flow"
      groups={[...groups, { id: NOTE, label: t("flows:note.group"), items: [note] }]}
      onAdd={(kind) => {
        noteAdded("flow", kind);
        if (kind === NOTE) onNote();
        else onAdd(kind as NodeKind);
      }}
      onDragStart={(event, item) =>
        startDrag<Where>(event.nativeEvent, {
          label: item.label,
          sources: [event.currentTarget],
          over: (x, y, under) => {
            const at = under?.closest(".react-flow") && control.current?.pointAt(x, y);
            // Over the palette somebody has only begun.
            const nowhere = {
              place: null,
              ...(!under?.closest("[data-side=palette]") && { deny: t("flows:offCanvas") }),
            };
            if (item.id === NOTE) return at ? { place: { at } } : nowhere;
            const found = landing(under);
            if (item.id === "end" && found?.where === "edge") {
              light(null);
              return { place: null, deny: t("endInLine") };
            }
            light(found?.element ?? null);
            if (found) return { place: found.where === "edge" ? { edge: found.id } : { after: found.id } };
            return isBare(under) && at ? { place: { at } } : nowhere;
          },
          moveOn: edgePan((x, y) => control.current?.pan(x, y)),
          drop: (where) => {
            noteAdded("flow", item.id);
            if (item.id !== NOTE) onDrop(item.id as NodeKind, where);
            else if ("at" in where) onNote(where.at);
          },
          end: () => light(null),
        })
      }
    />
  );
}
