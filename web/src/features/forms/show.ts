import { focusProperty } from "@/ui/designer/focus_property";

/** Brings a field or section of the surface into view, and the focus to a property of the inspector. */
export function showProperty(target: string, property: string | undefined): void {
  const section = CSS.escape(target.replace(/^section:/, ""));
  const shown = document.querySelector(`[data-item="${CSS.escape(target)}"], [data-section="${section}"]`);
  shown?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  if (property) focusProperty(property);
}
