import type { Same } from "../namespaces";
import type zh from "../zh/condition";

const condition: Same<typeof zh> = {
  field: "Field",
  how: "Comparison",
  add: "Add",
  remove: "Remove this condition",
  formula: "Write a formula",
  build: "Build it from conditions",
  join: { and: "All of these", or: "Any of these" },
  test: {
    is: "is",
    isNot: "is not",
    below: "below",
    atMost: "at most",
    above: "above",
    atLeast: "at least",
    contains: "contains",
    lacks: "lacks",
    yes: "is yes",
    no: "is no",
    blank: "is empty",
    filled: "is filled",
  },
  period: { before: "before", until: "until", after: "after", from: "from" },
};

export default condition;
