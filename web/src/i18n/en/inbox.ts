import type { Same } from "../namespaces";
import type zh from "../zh/inbox";

const inbox: Same<typeof zh> = {
  title: "Inbox",
  list: "Tasks",
  search: "Search by title or person",
  none: "Nothing found for “{{text}}”",
  pick: "Choose a task to see it",
  pickText: "J and K move, O opens, X selects.",
  tabs: {
    label: "Lists",
    todo: "To do",
    done: "Done",
    started: "Started by me",
    copied: "Copied to me",
    drafts: "Drafts",
  },
  empties: {
    todo: "Nothing to do. All done",
    done: "You have not handled an order yet",
    started: "You have not started an order yet",
    copied: "Nothing was copied to you",
    drafts: "No drafts",
  },
  overdue: "{{count}} overdue",
  overdueBy: "Overdue by {{span}}",
  dueIn: "{{span}} left",
  arrived: "{{count}} new tasks",
  arrived_one: "{{count}} new task",
  tick: "Select {{title}}",
  untitled: "Untitled {{form}}",
  progress: "Progress {{done}} of {{total}}",
  claim: "Claim",
  claimed: "Claimed: it is yours now",
  keys: {
    title: "Task list",
    next: "Next",
    previous: "Previous",
    open: "Open",
    tick: "Select or clear",
    range: "Select up to here",
    back: "Back",
  },
  batch: {
    title: "Approve together",
    picked: "{{count}} selected",
    clear: "Clear selection",
    comment: "Comment for all of them (optional)",
    approve: "Approve {{count}}",
    retry: "Retry what failed",
    running: "Working",
    done: "{{count}} approved",
    partly: "{{count}} did not succeed. Each shows its reason.",
    unlike: "Only tasks of one form and one step that you already hold can be approved together.",
  },
};

export default inbox;
