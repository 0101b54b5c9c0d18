import type { Same } from "../namespaces";
import type zh from "../zh/forms";

const forms: Same<typeof zh> = {
  title: "Form design",
};

export default forms;
