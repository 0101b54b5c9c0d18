import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { useShortcuts } from "@/ui/shortcuts";
import { readPasted } from "./clipboard";
import { filledDown } from "./fill_handle";
import { boxOf, only, sizeOf, step } from "./grid_keys";
import type { Pointed } from "./use_pointer";

/** What each key does while the grid has the focus. Tab leaves it, as in every grid; only from an open cell does it go to the next. */
export function useGridKeys({ box, pages, chosen, editing, block, mayEdit, onOpen }: Pointed) {
  const { t } = useTranslation("records");
  const { choice, last, size } = chosen;
  const at = choice?.to ?? null;
  const area = choice && boxOf(choice);
  const begin = () => {
    if (at && !editing.begin(at)) editing.explain(at);
  };
  const open = () => {
    const row = at && pages.rowAt(at.row);
    if (row) onOpen(row.id);
  };
  const fillDown = () => {
    const down = area && filledDown(area);
    if (down) block.fill(down.source, down.over);
  };
  // A scroll renders at every frame: what the sheet of keys hears must not change with it.
  const now = useRef({ begin, fillDown });
  now.current = { begin, fillDown };
  const shortcuts = useMemo(
    () =>
      [
        { keys: "f2", label: t("grid.edit"), run: () => now.current.begin() },
        { keys: "mod+d", label: t("grid.fillDown"), run: () => now.current.fillDown() },
      ].map((one) => ({ ...one, isOff: !mayEdit })),
    [t, mayEdit],
  );
  useShortcuts(t("grid.keys"), shortcuts);

  const onPaste = (event: ClipboardEvent) => {
    if (event.target !== box.current || !mayEdit || !area) return;
    event.preventDefault();
    const { clipboardData: data } = event;
    block.paste(readPasted({ text: data.getData("text/plain"), html: data.getData("text/html") }), area);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || event.nativeEvent.isComposing) return;
    const isMod = event.ctrlKey || event.metaKey;
    const isPlain = !isMod && !event.altKey;
    const next = event.altKey ? null : step(at ?? last, event, size);
    if (next) chosen.goTo(at ? next : last, event.shiftKey);
    else if (isMod && event.key === "a") {
      chosen.choose({ row: 0, column: 0 }, false);
      chosen.choose({ row: size.rows - 1, column: size.columns - 1 }, true);
    } else if (!at || !area) return;
    else if (event.key === "Enter" && isPlain) {
      if (!mayEdit || !editing.begin(at)) open();
    } else if (event.key === " ") open();
    else if (isMod && event.key === "c") block.copy(area);
    else if (mayEdit && isPlain && (event.key === "Delete" || event.key === "Backspace")) block.clear(area);
    else if (event.key === "Escape" && sizeOf(area) > 1) chosen.choose(only(at).to, false);
    else if (mayEdit && isPlain && event.key.length === 1) {
      if (!editing.begin(at, event.key)) return;
    } else return;
    event.preventDefault();
  };
  return { onKeyDown, onPaste };
}
