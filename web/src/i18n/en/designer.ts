import type { Same } from "../namespaces";
import type zh from "../zh/designer";

const designer: Same<typeof zh> = {
  palette: "Palette",
  inspector: "Properties",
  keys: "Designer",
  search: "Search",
  recent: { label: "Recent", item: "Add another: {{name}}" },
  searchProperty: "Find a property",
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
    offline: "Offline, kept on this device",
    recalled: "Changes that were not saved last time are back",
    conflict: "Somebody else changed this too; not saved",
    refused: "Not saved: mend what is marked",
  },
  conflict: {
    by: "{{who}} changed this at {{at}}; your changes since then are not saved.",
    somebody: "Somebody else changed this; your changes since then are not saved.",
    theirs: "Drop mine, load theirs",
    mine: "Write mine over theirs",
  },
  left: { label: "Left side", palette: "Add", outline: "Outline" },
  coach: {
    label: "First steps",
    count: "{{number}} / {{count}}",
    next: "Next",
    done: "Got it",
    stop: "Do not show again",
    form: {
      palette: "On the left are fields: drag one onto the form, or press it; / searches them.",
      surface:
        "In the middle is the form: double-click a name to change it, drag to move, drag the right edge for the width.",
      inspector: "On the right is the selected field: required, default, when it is shown.",
      header: "Changes save themselves. Ctrl+P previews; people see them once you publish.",
    },
    flow: {
      palette: "On the left are steps: drag one onto a line; N searches them.",
      surface: "In the middle is the flow: the + on a line inserts a step, arrow keys walk along it.",
      inspector: "On the right is the selected step: who does it, how, and within what time.",
      header: "Ctrl+P tries the flow and names who gets each step; publish when it is right.",
    },
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
