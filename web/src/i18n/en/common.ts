import type { Same } from "../namespaces";
import type zh from "../zh/common";

const common: Same<typeof zh> = {
  product: "Tessera",
  back: "Back",
  close: "Close",
  cancel: "Cancel",
  clear: "Clear",
  confirm: "OK",
  save: "Save",
  undo: "Undo",
  retry: "Try again",
  more: "More",
  actions: "Actions",
  resize: "Drag to resize",
  requestId: "Request {{id}}",
  loading: "Loading",
  yes: "Yes",
  no: "No",
  moveRow: "Drag {{label}}, or use the up and down keys",
  choosePeople: "Choose people",
  chooseDepartment: "Choose a department",
  pick: {
    search: "Search",
    done: "Done",
    doneWith: "Done ({{count}} chosen)",
    none: "Nothing matches",
    more: "Only the first {{count}} are listed; type to narrow them down",
  },
  errand: {
    held: "{{what}} · {{title}}",
    now: "Send now",
    done: "Done: {{what}}",
    refused: "“{{title}}” was refused: {{what}}",
    waiting: "{{count}} actions are kept on this device and sent once the network is back",
    waiting_one: "{{count}} action is kept on this device and sent once the network is back",
    coming: "{{what}}: about to be sent",
    queued: "{{what}}: kept on this device, sent once the network is back",
    handled: "{{who}} handled this at {{at}}. There is nothing left for you to do.",
  },
  ask: {
    delete: "Delete",
    inUse: "It is still used here; remove it there first",
    kind: {
      users: "Member",
      departments: "Department",
      teams: "Team",
      roles: "Role",
      flows: "Flow",
      forms: "Form",
      orders: "Orders",
      boards: "Board",
    },
  },
};

export default common;
