// The keys of the flow designer, besides those all designers share.

import { useTranslation } from "react-i18next";
import { copy, parseFragment } from "@/model/edit/flow_copy";
import { nodePlace } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import { fromClipboard, toClipboard } from "@/ui/designer/clipboard";
import { type Shortcut, useShortcuts } from "@/ui/shortcuts";
import type { CanvasControl } from "./canvas_control";
import type { Deeds } from "./deeds";
import type { FlowStore } from "./draft_session";
import { chosenOf } from "./selection";
import { neighbour, type Way } from "./walk";

interface KeyActions {
  store: FlowStore;
  deeds: Deeds;
  control: { current: CanvasControl | null };
  /** Opens the picker of kinds beside the selection. */
  pick: () => void;
  find: () => void;
}

async function copySteps(flow: FlowDefinition, nodes: readonly string[]): Promise<void> {
  const fragment = copy(flow, nodes);
  if (fragment) await toClipboard(JSON.stringify(fragment));
}

async function pasteSteps(deeds: Deeds): Promise<void> {
  const fragment = parseFragment(await fromClipboard());
  if (fragment) deeds.paste(fragment);
}

/** Puts the cursor into the name in the inspector. */
export function focusName(): void {
  const input = document.querySelector<HTMLInputElement>("[data-step-name]");
  input?.focus();
  input?.select();
}

export function useFlowKeys({ store, deeds, control, pick, find }: KeyActions): void {
  const { t } = useTranslation("flows");
  const flow = () => store.getState().history.doc;
  const chosen = () => chosenOf(store.getState().history.selection);
  const removeChosen = () => {
    const { nodes, edges } = chosen();
    deeds.remove(nodes, edges);
  };
  const walk = (way: Way) => () => {
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
    key("escape", "keyed.escape", () => deeds.select([])),
    key("mod+a", "keyed.mod+a", () => deeds.select(flow().nodes.map(({ id }) => nodePlace(id)))),
    key("mod+d", "keyed.mod+d", () => deeds.duplicate(chosen().nodes)),
    key("mod+c", "keyed.mod+c", () => void copySteps(flow(), chosen().nodes)),
    key("mod+x", "keyed.mod+x", () => void copySteps(flow(), chosen().nodes).then(removeChosen)),
    key("mod+v", "keyed.mod+v", () => void pasteSteps(deeds)),
    key("mod+f", "keyed.mod+f", find),
    key("shift+alt+t", "keyed.shift+alt+t", deeds.tidy),
    key("arrowdown", "keyed.walk", walk("down")),
    key("arrowup", "keyed.walk", walk("up")),
    key("arrowleft", "keyed.walk", walk("left")),
    key("arrowright", "keyed.walk", walk("right")),
    key("1", "keyed.1", () => control.current?.fit()),
    key("0", "keyed.0", () => control.current?.zoom("full")),
    key("+", "keyed.zoomIn", () => control.current?.zoom("in")),
    key("-", "keyed.zoomOut", () => control.current?.zoom("out")),
  ]);
}
