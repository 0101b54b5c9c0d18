// The keys of the flow designer, besides those all designers share.

import { useTranslation } from "@/i18n/words";
import { notePlace } from "@/model/canvas";
import type { Point } from "@/model/edit/flow";
import { nodePlace } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import { announce } from "@/ui/designer/announce";
import { openDrawer } from "@/ui/designer/drawers";
import type { Aside } from "@/ui/designer/set_aside";
import { type Shortcut, useShortcuts } from "@/ui/shortcuts";
import { toast } from "@/ui/toast";
import type { CanvasControl } from "./canvas/canvas_control";
import { neighbour, type Way } from "./canvas/walk";
import type { Deeds } from "./edits/deeds";
import type { FlowStore } from "./edits/draft_session";
import { copySteps, cutSteps, pasteSteps } from "./edits/flow_clipboard";
import { chosenOf } from "./edits/selection";

interface KeyActions {
  store: FlowStore;
  deeds: Deeds;
  control: { current: CanvasControl | null };
  /** Opens the picker of kinds beside the selection. */
  pick: () => void;
  find: () => void;
}

/** From one dot of the ground to the next. */
const PIXELS = 20;
/** With Shift so many times as far. */
const FAR = 5;

const WAYS: readonly Way[] = ["down", "up", "left", "right"];

const steps = (way: Way): Point => ({
  x: way === "left" ? -PIXELS : way === "right" ? PIXELS : 0,
  y: way === "up" ? -PIXELS : way === "down" ? PIXELS : 0,
});

/** What is set aside is not meant. */
const everything = ({ nodes, notes = [] }: FlowDefinition, { hidden, locked }: Aside): string[] =>
  [...nodes.map(({ id }) => nodePlace(id)), ...notes.map(({ id }) => notePlace(id))].filter(
    (place) => !hidden.includes(place) && !locked.includes(place),
  );

/** Puts the cursor into the name in the inspector. */
export function focusName(): void {
  openDrawer("inspector");
  const input = document.querySelector<HTMLInputElement>("[data-step-name]");
  input?.focus();
  input?.select();
}

export function useFlowKeys({ store, deeds, control, pick, find }: KeyActions): void {
  const { t } = useTranslation("flows");
  const flow = () => store.getState().history.doc;
  const chosen = () => chosenOf(store.getState().history.selection);
  const removeChosen = () => deeds.remove(chosen());
  const cutChosen = async () => {
    for (const what of await cutSteps(flow(), chosen(), deeds)) {
      toast.refused(t(`uncut.${what}.title`), t(`uncut.${what}.text`));
    }
  };
  const nudge = (way: Way, times = 1) => {
    const by = steps(way);
    const places = Object.entries(deeds.nudge({ x: by.x * times, y: by.y * times }));
    const [[place, at] = []] = places;
    if (!place || !at) return;
    const { name } = flow().nodes.find(({ id }) => id === place) ?? { name: t("note.label") };
    announce(t(places.length > 1 ? "said.movedAll" : "said.moved", { name, count: places.length, ...at }));
  };
  /** Along the flow; a note on its own is moved instead. */
  const walk = (way: Way) => () => {
    const { nodes, edges, notes } = chosen();
    if (notes.length && nodes.length + edges.length === 0) return nudge(way);
    const next = neighbour(flow(), chosen().nodes.at(-1) ?? null, way);
    if (!next) return;
    deeds.selectNode(next);
    control.current?.center(nodePlace(next));
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${next}"]`)?.focus();
  };
  const key = (keys: string, name: Parameters<typeof t>[0], run: () => void): Shortcut => ({
    keys,
    label: String(t(name as never)),
    run,
  });
  useShortcuts(t("title"), [
    key("n", "keyed.n", pick),
    key("/", "keyed.n", pick),
    key("f2", "keyed.f2", focusName),
    key("enter", "keyed.enter", focusName),
    key("delete", "keyed.delete", removeChosen),
    key("backspace", "keyed.delete", removeChosen),
    key("h", "keyed.h", () => deeds.turn("hidden", store.getState().history.selection)),
    key("l", "keyed.l", () => deeds.turn("locked", store.getState().history.selection)),
    key("escape", "keyed.escape", () => deeds.select([])),
    key("mod+a", "keyed.mod+a", () => deeds.select(everything(flow(), store.getState().aside))),
    key("mod+g", "keyed.mod+g", () => deeds.phases.group(chosen().nodes, (number) => t("phase.fresh", { number }))),
    key("shift+s", "keyed.shift+s", () => deeds.notes.add()),
    key("mod+d", "keyed.mod+d", () => deeds.duplicate(chosen())),
    key("mod+c", "keyed.mod+c", () => void copySteps(flow(), chosen())),
    key("mod+x", "keyed.mod+x", () => void cutChosen()),
    key("mod+v", "keyed.mod+v", () => void pasteSteps(deeds, chosen)),
    key("mod+f", "keyed.mod+f", find),
    key("shift+alt+t", "keyed.shift+alt+t", deeds.tidy),
    ...WAYS.flatMap((way) => [
      key(`arrow${way}`, "keyed.walk", walk(way)),
      key(`shift+arrow${way}`, "keyed.noteSize", () => deeds.notes.grow(steps(way))),
      key(`alt+arrow${way}`, "keyed.nudge", () => nudge(way)),
      key(`shift+alt+arrow${way}`, "keyed.nudgeFar", () => nudge(way, FAR)),
    ]),
    key("1", "keyed.1", () => control.current?.fit()),
    key("0", "keyed.0", () => control.current?.zoom("full")),
    key("+", "keyed.zoomIn", () => control.current?.zoom("in")),
    key("-", "keyed.zoomOut", () => control.current?.zoom("out")),
  ]);
}
