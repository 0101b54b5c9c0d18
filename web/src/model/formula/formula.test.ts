// The browser's engine against the golden files of the server's; tests/formula.rs says how they are written.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "./check";
import { dayOf, instant, local } from "./civil";
import { type Datum, EMPTY } from "./datum";
import { parseDecimal, toText } from "./decimal";
import type { DepartmentFacts, Env, OrderFacts, PersonFacts } from "./env";
import { evaluateTraced } from "./eval";
import { signature } from "./function/row";
import { FUNCTIONS } from "./function/table";
import { civil, pad, parseDate, parseLocal, showDate } from "./moment";
import type { FormulaProblem } from "./problem";
import { type FieldType, itemKind, type Kind, plain } from "./scope";

const FOLDER = "../tests/golden/formula";

class Golden {
  zone = "UTC";
  now = 0;
  acting: string | null = null;
  order: OrderFacts = {};
  readonly scope = new Map<string, FieldType>();
  readonly users = new Map<string, string>();
  readonly departments = new Map<string, string>();
  readonly people = new Map<string, PersonFacts>();
  readonly departmentFacts = new Map<string, DepartmentFacts>();

  /** The line as it should read. */
  run(line: string): string {
    const before = line.slice(0, line.lastIndexOf(" => "));
    const bar = before.indexOf("| ");
    const values = new Map<string, Datum>();
    let expected: FieldType | null = null;
    for (const word of words(before.slice(0, bar))) {
      const [field = "", text = ""] = cutAt(word, "=");
      const type = this.scope.get(field.replace(":", ""));
      if (field.startsWith(":")) expected = type ?? plain(field.slice(1) as Kind);
      else values.set(field, this.datum(text, type?.kind ?? "text"));
    }
    const compiled = compile(before.slice(bar + 2), this.scope, expected);
    if (!compiled.ok) return `${before} => problem ${compiled.problems.map(writtenProblem).join(", ")}`;
    const { value, warnings } = evaluateTraced(compiled.checked, this.env(values));
    const mark = warnings.length > 0 ? ` ! ${warnings.join(", ")}` : "";
    return `${before} => ${this.written(value)}${mark}`;
  }

  env(values: ReadonlyMap<string, Datum>): Env {
    return {
      fields: (field) => values.get(field) ?? EMPTY,
      now: this.now,
      zone: this.zone,
      user: this.acting,
      person: (id) => this.people.get(id) ?? null,
      department: (id) => this.departmentFacts.get(id) ?? null,
      order: this.order,
    };
  }

  declare(line: string): void {
    const [what, name = "", third = "", ...options] = words(line);
    const setting = (key: string) =>
      words(line)
        .find((word) => word.startsWith(`${key}=`))
        ?.slice(key.length + 1);
    const ids = (key: string, known: ReadonlyMap<string, string>) =>
      (setting(key)?.split(",") ?? []).map((one) => known.get(one) ?? "");
    if (what === "zone") this.zone = name;
    else if (what === "now") this.now = this.instant(name);
    else if (what === "acting") this.acting = this.users.get(name) ?? null;
    else if (what === "field") {
      const pairs = options.map((option) => cutAt(option, "="));
      this.scope.set(name, { kind: third as Kind, options: new Map(pairs) });
    } else if (what === "user") {
      this.users.set(name, uuid(third));
      this.people.set(uuid(third), {
        name: setting("name") ?? name,
        departments: ids("departments", this.departments),
        managers: ids("managers", this.users),
        roles: setting("roles") ? [uuid(setting("roles") ?? "")] : [],
      });
    } else if (what === "department") {
      this.departments.set(name, uuid(third));
      const head = ids("head", this.users)[0] ?? null;
      const above = ids("above", this.departments);
      this.departmentFacts.set(uuid(third), { name: setting("name") ?? name, head, above });
    } else if (what === "order") {
      const record = setting("record");
      const created = setting("created");
      this.order = {
        ...(record && { record: uuid(record) }),
        ...(created && { created: this.instant(created) }),
        serial: setting("serial") ?? "",
        node: setting("node") ?? "",
        initiator: ids("initiator", this.users)[0] ?? "",
      };
    } else throw new Error(`no such declaration: ${line}`);
  }

  instant(text: string): number {
    return instant(parseLocal(text) ?? Number.NaN, this.zone);
  }

  datum(text: string, kind: Kind): Datum {
    const item = itemKind(kind);
    if (item) {
      const items = text.replace(/^\[|\]$/g, "").split(",");
      return { is: "list", items: items.map((one) => this.datum(one, item)) };
    }
    switch (kind) {
      case "number":
        return { is: "number", number: parseDecimal(text) ?? { coefficient: 0n, places: 0 } };
      case "bool":
        return { is: "bool", truth: text === "TRUE" };
      case "date":
        return { is: "date", day: parseDate(text) ?? Number.NaN };
      case "date_time":
        return { is: "date_time", at: this.instant(text) };
      case "option":
        return { is: "option", id: text };
      case "user":
        return { is: "user", id: this.users.get(text) ?? "" };
      case "department":
        return { is: "department", id: this.departments.get(text) ?? "" };
      case "file":
        return { is: "file", id: text, name: text };
      default:
        return { is: "text", text: text.replace(/^"|"$/g, "").replaceAll("\\n", "\n") };
    }
  }

  written(datum: Datum): string {
    switch (datum.is) {
      case "empty":
        return "empty";
      case "text":
        return `"${datum.text.replaceAll("\n", "\\n")}"`;
      case "number":
        return toText(datum.number);
      case "bool":
        return datum.truth ? "TRUE" : "FALSE";
      case "date":
        return showDate(datum.day);
      case "date_time":
        return this.writtenInstant(datum.at);
      case "option":
        return datum.id;
      case "user":
      case "department":
        return [...this.users, ...this.departments].find(([, id]) => id === datum.id)?.[0] ?? datum.id;
      case "file":
        return datum.name;
      case "list":
        return `[${datum.items.map((item) => this.written(item)).join(", ")}]`;
    }
  }

  /** `2026-11-24T10:00:00+08:00`. */
  writtenInstant(at: number): string {
    const shown = local(at, this.zone);
    const { hour, minute, second } = civil(shown);
    const offset = (shown - at) / 60_000;
    const zone = `${offset < 0 ? "-" : "+"}${pad(Math.trunc(Math.abs(offset) / 60), 2)}:${pad(Math.abs(offset) % 60, 2)}`;
    return `${showDate(dayOf(shown))}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${zone}`;
  }
}

function writtenProblem({ span, code, data }: FormulaProblem): string {
  return `${span.start}..${span.end} ${code}${data.length > 0 ? `(${data.join("; ")})` : ""}`;
}

/** Split at blanks outside quotes. */
function words(line: string): string[] {
  return line.match(/(?:"[^"]*"|[^ "])+/g) ?? [];
}

function cutAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function uuid(number: string): string {
  return `00000000-0000-0000-0000-${BigInt(number).toString(16).padStart(12, "0")}`;
}

function signatureOf(line: string): string {
  const name = /^function (\w+)/.exec(line)?.[1];
  const row = FUNCTIONS.flatMap(([, rows]) => rows).find((one) => one.name === name);
  return row ? `function ${signature(row)}` : "no such function";
}

function check(file: string): { expected: string[]; found: string[] } {
  const golden = new Golden();
  const expected: string[] = [];
  const found: string[] = [];
  for (const line of readFileSync(`${FOLDER}/${file}`, "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const isSignature = line.startsWith("function ");
    if (isSignature || line.includes(" => ")) {
      expected.push(line);
      found.push(isSignature ? signatureOf(line) : golden.run(line));
    } else golden.declare(line);
  }
  return { expected, found };
}

describe("the formula engine", () => {
  it.each(readdirSync(FOLDER))("agrees with the server on %s", (file) => {
    const { expected, found } = check(file);
    expect(expected.length).toBeGreaterThan(0);
    expect(found).toEqual(expected);
  });

  it("holds every function of the golden list and no other", () => {
    const listed = readFileSync(`${FOLDER}/functions.txt`, "utf8").match(/^function \w+/gm) ?? [];
    const rows = FUNCTIONS.flatMap(([, all]) => all.map(({ name }) => `function ${name}`));
    expect(rows).toEqual(listed);
  });
});
