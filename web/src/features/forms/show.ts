/** Brings a field of the surface into view and the focus to a property of the inspector, once both are drawn. */
export function showProperty(target: string, property: string | undefined): void {
  setTimeout(() => {
    const selector = `[data-item="${CSS.escape(target)}"], [data-section="${CSS.escape(target.replace(/^section:/, ""))}"]`;
    document.querySelector(selector)?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    if (!property) return;
    const row = document.querySelector(`[data-property="${CSS.escape(property)}"]`);
    row?.scrollIntoView({ block: "nearest" });
    row?.querySelector<HTMLElement>("input, textarea, [contenteditable=true], [role=combobox], button")?.focus();
  }, 60);
}
