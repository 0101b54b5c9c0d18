import type { Same } from "../namespaces";
import type zh from "../zh/condition";

const condition: Same<typeof zh> = {
  field: "Field",
  how: "Comparison",
  add: "Add",
  remove: "Remove this condition",
  formula: "Write a formula",
  build: "Choose it in rows",
  joint: { all: "All of these", any: "Any of these" },
  is: {
    is: "is",
    is_not: "is not",
    one_of: "is one of",
    contains: "contains",
    more: "above",
    at_least: "at least",
    less: "below",
    at_most: "at most",
    yes: "is yes",
    no: "is no",
    empty: "is empty",
    not_empty: "is filled",
  },
  period: { before: "before", until: "until", after: "after", from: "from" },
};

export default condition;
