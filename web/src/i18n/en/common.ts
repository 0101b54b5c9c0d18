import type { Same } from "../namespaces";
import type zh from "../zh/common";

const common: Same<typeof zh> = {
  product: "Tessera",
  back: "Back",
  close: "Close",
  cancel: "Cancel",
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
};

export default common;
