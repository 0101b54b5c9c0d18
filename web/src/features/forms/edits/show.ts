import { focusProperty } from "@/ui/designer/focus_property";
import { bringIntoView } from "@/ui/motion";
import type { FormStore } from "./session";

/** Brings a field or section of the surface into view, and the focus to a property of the inspector. */
export function showProperty(target: string, property: string | undefined): void {
  const section = CSS.escape(target.replace(/^section:/, ""));
  const shown = document.querySelector(`[data-item="${CSS.escape(target)}"], [data-section="${section}"]`);
  bringIntoView(shown, "nearest");
  if (property) focusProperty(property);
}

/** To where a rule of the form stands: a field, a group, or `title`. */
export function goTo(store: FormStore, owner: string, property?: string): void {
  store.getState().select(owner === "title" ? [] : [owner]);
  showProperty(owner, property);
}
