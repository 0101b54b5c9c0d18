// Values as people read them inside a text that a formula makes: labels of options, names of people, local times.

import { dayOf, local } from "./civil";
import type { Datum } from "./datum";
import { toText } from "./decimal";
import type { Env } from "./env";
import { civil, pad, showDate } from "./moment";
import type { Options } from "./scope";

/** Between the items of a list. */
const SEPARATOR = ", ";

export function show(datum: Datum, options: Options, env: Env): string {
  switch (datum.is) {
    case "empty":
      return "";
    case "text":
      return datum.text;
    case "number":
      return toText(datum.number);
    case "bool":
      return datum.truth ? "TRUE" : "FALSE";
    case "date":
      return showDate(datum.day);
    case "date_time":
      return showInstant(local(datum.at, env.zone));
    case "option":
      return options.get(datum.id) ?? datum.id;
    case "user":
      return env.person(datum.id)?.name ?? datum.id;
    case "department":
      return env.department(datum.id)?.name ?? datum.id;
    case "file":
      return datum.name;
    case "list":
      return datum.items.map((item) => show(item, options, env)).join(SEPARATOR);
  }
}

function showInstant(at: number): string {
  const { hour, minute, second } = civil(at);
  const seconds = second === 0 ? "" : `:${pad(second, 2)}`;
  return `${showDate(dayOf(at))} ${pad(hour, 2)}:${pad(minute, 2)}${seconds}`;
}
