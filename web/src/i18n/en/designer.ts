import type { Same } from "../namespaces";
import type zh from "../zh/designer";

const designer: Same<typeof zh> = {
  palette: "Palette",
  inspector: "Properties",
  keys: "Designer",
  search: "Search",
  nothingFound: "Nothing found",
  undo: "Undo",
  redo: "Redo",
  undoOf: "Undo: {{name}}",
  redoOf: "Redo: {{name}}",
  preview: "Preview",
  publish: "Publish",
  reset: "Back to the default",
  tabs: { label: "Form and flow", form: "Form", flow: "Flow" },
  version: "Version {{version}}",
  unpublished: "Not published",
  saveKey: "Save (automatic)",
  save: {
    clean: "Every change saves itself",
    saving: "Saving…",
    saved: "Saved {{at}}",
    offline: "Offline; saves when the network is back",
    conflict: "Somebody else changed this too; not saved",
    refused: "Not saved: mend what is marked",
  },
  problems: {
    label: "Problems",
    title: "Problems ({{count}})",
    close: "Close problems",
    none: "No problems. Ready to publish.",
    error: "Error",
    warning: "Warning",
    hint: "Suggestion",
  },
  phone: {
    title: "Design on a computer",
    text: "The designers need a larger screen. Open this address on a computer.",
  },
};

export default designer;
