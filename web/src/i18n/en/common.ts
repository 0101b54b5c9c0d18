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
  choosePeople: "Choose people",
  chooseDepartment: "Choose a department",
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
