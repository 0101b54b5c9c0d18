import { focusProperty } from "@/ui/designer/focus_property";
import { bringIntoView } from "@/ui/motion";

/** Brings a field or section of the surface into view, and the focus to a property of the inspector. */
export function showProperty(target: string, property: string | undefined): void {
  const section = CSS.escape(target.replace(/^section:/, ""));
  const shown = document.querySelector(`[data-item="${CSS.escape(target)}"], [data-section="${section}"]`);
  bringIntoView(shown, "nearest");
  if (property) focusProperty(property);
}
