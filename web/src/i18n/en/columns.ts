import type { Same } from "../namespaces";
import type zh from "../zh/columns";

const columns: Same<typeof zh> = {
  column: "Column",
  test: "Test",
  operand: "Value",
  add: "Add a condition",
  remove: "Remove the condition",
  time: { unit: "Unit of time", minute: "Minutes", hour: "Hours", day: "Days" },
  me: "Me",
  list: ", ",
  order: {
    title: "Title",
    state: "State",
    node: "Step",
    handler: "Handler",
    initiator: "Started by",
    department: "Department",
    created_at: "Created",
    submitted_at: "Submitted",
    updated_at: "Updated",
    ended_at: "Ended",
    duration: "Duration",
  },
  op: {
    is: "is",
    is_not: "is not",
    in: "is one of",
    contains: "contains",
    at_least: "at least",
    at_most: "at most",
    empty: "is empty",
    not_empty: "is not empty",
    within: "within",
  },
  span: {
    today: "today",
    yesterday: "yesterday",
    this_week: "this week",
    last_week: "last week",
    this_month: "this month",
    last_month: "last month",
    this_quarter: "this quarter",
    this_year: "this year",
    last7_days: "last 7 days",
    last30_days: "last 30 days",
    last90_days: "last 90 days",
    last365_days: "last year",
  },
};

export default columns;
