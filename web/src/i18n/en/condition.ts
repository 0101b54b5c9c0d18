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
  between: { all: " and ", any: " or " },
  words: {
    is: "{{field}} = {{value}}",
    is_not: "{{field}} ≠ {{value}}",
    one_of: "{{field}} is one of {{value}}",
    contains: "{{field}} contains {{value}}",
    more: "{{field}} > {{value}}",
    at_least: "{{field}} ≥ {{value}}",
    less: "{{field}} < {{value}}",
    at_most: "{{field}} ≤ {{value}}",
    yes: "{{field}}",
    no: "not {{field}}",
    empty: "{{field}} is empty",
    not_empty: "{{field}} is not empty",
  },
  period: { before: "before", until: "until", after: "after", from: "from" },
  otherwise: "Otherwise",
  unset: "No condition yet",
  port: { label: "Exit", out: "Done", approved: "Approved", rejected: "Rejected" },
};

export default condition;
