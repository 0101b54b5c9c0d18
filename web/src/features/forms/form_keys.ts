// The keys of the form designer beside those all designers share.

import { useTranslation } from "@/i18n/words";
import { sectionOf } from "@/model/edit/form_plan";
import { searchPalette } from "@/ui/designer/left_pane";
import { type Aside, turnAside } from "@/ui/designer/set_aside";
import { useShortcuts } from "@/ui/shortcuts";
import { copy, cut, duplicate, labelsOf, paste, remove, step } from "./edits/act";
import { isRefused, lockOn, nameOfKey } from "./edits/locks";
import type { Designing } from "./edits/session";
import { showProperty } from "./edits/show";

export function useFormKeys(designing: Designing): void {
  const { store } = designing;
  const { t } = useTranslation("forms");
  const selection = () => store.getState().history.selection;
  const form = () => store.getState().history.doc;
  /** What is set aside is not meant by all. */
  const all = () => {
    const { hidden } = store.getState().aside;
    const ids = form().fields.map(({ id }) => id);
    return ids.filter((id) => !hidden.includes(id) && lockOn(store, [id]) === null);
  };
  const turn = (how: keyof Aside) => {
    const [first, ...more] = selection();
    if (first === undefined) return;
    const name = more.length > 0 ? labelsOf(form(), selection()) : nameOfKey(form(), first);
    turnAside(store, how, selection(), name);
  };
  const rename = () => {
    const [first] = selection();
    if (first !== undefined && !isRefused(store, [first]))
      showProperty(first, sectionOf(first) === null ? "label" : "title");
  };
  useShortcuts(t("keys"), [
    { keys: "delete", label: t("tool.remove"), run: () => remove(designing, selection()) },
    { keys: "backspace", label: t("tool.remove"), run: () => remove(designing, selection()) },
    { keys: "mod+d", label: t("tool.duplicate"), run: () => duplicate(store, selection()) },
    { keys: "mod+c", label: t("tool.copy"), run: () => void copy(store) },
    { keys: "mod+x", label: t("tool.cut"), run: () => void cut(designing) },
    { keys: "mod+v", label: t("tool.paste"), run: () => void paste(store) },
    { keys: "mod+a", label: t("tool.all"), run: () => store.getState().select(all()) },
    { keys: "alt+arrowup", label: t("tool.up"), run: () => step(store, -1) },
    { keys: "alt+arrowdown", label: t("tool.down"), run: () => step(store, 1) },
    { keys: "h", label: t("tool.hide"), run: () => turn("hidden") },
    { keys: "l", label: t("tool.lock"), run: () => turn("locked") },
    { keys: "f2", label: t("tool.rename"), run: rename },
    { keys: "escape", label: t("tool.none"), run: () => store.getState().select([]) },
    { keys: "/", label: t("tool.add"), run: searchPalette },
    { keys: "n", label: t("tool.add"), run: searchPalette },
  ]);
}
