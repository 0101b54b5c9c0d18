// Rules and rights on the screen against the golden stories of the server's form engine; tests/form.rs says how they are
// written. Left out is what only the server does: reading foreign input, numbering, unique values, titles.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CompiledForm, compileForm } from "@/model/fill/compile";
import { type Scene, settle } from "@/model/fill/settle";
import type { Control, Field, FieldAccess, FieldMatrix, FormDefinition, Section } from "@/model/form";
import type { Value, Values } from "@/model/value";
import { TYPES } from "../table";
import { accessTo, checkFilled, type Rights } from "./check";

const OURS = new Set(["required", "too_early", "too_late"]);

function rule(text: string, name: string): string | undefined {
  return text.split(`${name}: `)[1]?.split("; ")[0];
}

function field(line: string): Field {
  const [, id = "", rest = ""] = /^field (\S+) (.*)$/.exec(line) ?? [];
  const json = rest.slice(0, endOfJson(rest));
  const after = rest.slice(json.length);
  const given = JSON.parse(json) as Control;
  const control = { ...TYPES[given.kind].settings(), ...given } as Control;
  const [visible_if, required_if] = [rule(after, "visible_if"), rule(after, "required_if")];
  return {
    id,
    label: id,
    required: (after.split(": ")[0] ?? "").split(" ").includes("required"),
    ...(visible_if && { visible_if }),
    ...(required_if && { required_if }),
    control,
  };
}

function endOfJson(text: string): number {
  const candidates = [...text.matchAll(/\}/g)].map(({ index }) => index + 1);
  const isWhole = (end: number) => {
    try {
      JSON.parse(text.slice(0, end));
      return true;
    } catch {
      return false;
    }
  };
  return candidates.find(isWhole) ?? text.length;
}

function definitionOf(lines: readonly string[]): FormDefinition {
  const fields = lines.filter((line) => line.startsWith("field ")).map(field);
  const sections = lines
    .filter((line) => line.startsWith("section "))
    .map((line): Section => {
      const [items = "", visible_if] = line.slice("section ".length).split(" visible_if: ");
      const [id = "", ...placed] = items.split(" ");
      return {
        id,
        title: "",
        ...(visible_if && { visible_if }),
        items: placed.map((one) => ({ field: one, span: 6 })),
      };
    });
  return { fields, sections };
}

/** As the screen holds it: numbers as decimal text; what is no value of its field is not there. */
function typed(form: CompiledForm, text: string, rights: Rights): Values {
  const json = JSON.parse(text) as Record<string, unknown>;
  const kept = Object.entries(json).flatMap(([id, value]): [string, Value][] => {
    const control = form.fields.find((one) => one.field.id === id)?.field.control;
    const access = accessTo(id, rights);
    if (!control || !TYPES[control.kind].isTyped || access === "read" || access === "hidden") return [];
    if (typeof value === "number") return [[id, String(value)]];
    if (control.kind === "money" && typeof value === "string") return [];
    return typeof value === "string" && value.trim() === "" ? [[id, null]] : [[id, value as Value]];
  });
  return Object.fromEntries(kept);
}

function shown(value: Value, control: Control): string {
  const isText = control.kind === "text" || control.kind === "textarea";
  return isText ? JSON.stringify(value) : String(value);
}

function matrixOf(line: string | undefined): FieldMatrix {
  const pairs = (line ?? "").split(" ").filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => pair.split("=") as [string, FieldAccess]));
}

function found(form: CompiledForm, lines: readonly string[]): string[] {
  const line = (word: string) => lines.find((one) => one.startsWith(word))?.slice(word.length);
  const rights: Rights = { matrix: matrixOf(line("rights ")), unnamed: lines.includes("node") ? "read" : "edit" };
  const open: Rights = { matrix: {}, unnamed: "edit" };
  const now = Date.parse(line("now ") ?? "2026-11-24T08:30:00Z");
  const nobody = { person: () => null, department: () => null };
  const scene: Scene = { now, zone: "Asia/Shanghai", user: null, order: {}, ...nobody };
  const values = { ...typed(form, line("base ") ?? "{}", open), ...typed(form, line("raw ") ?? "{}", rights) };
  const settled = settle(form, values, scene);
  const written = [...form.fields]
    .sort((a, b) => (a.field.id < b.field.id ? -1 : 1))
    .flatMap(({ field: { id, control } }) => {
      const value = settled.values[id] ?? null;
      return value === null ? [] : [`> ${id} ${shown(value, control)}`];
    });
  if (line("mode ") === "draft") return written;
  const problems = checkFilled(form, settled, rights, scene).filter(({ code }) => OURS.has(code));
  const data = (all: Record<string, string>) => Object.entries(all).map(([name, value]) => ` ${name}=${value}`);
  return [...written, ...problems.map((one) => `! ${one.place} ${one.code}${data(one.data).join("")}`)];
}

describe.each(["rules", "rights"])("the story of %s", (story) => {
  const blocks = readFileSync(`../tests/golden/form/${story}.txt`, "utf8").split("\n\n");
  let form: CompiledForm | null = null;
  for (const block of blocks) {
    const lines = block.split("\n");
    const title = lines.find((line) => line.startsWith("case "));
    if (!title) {
      form = compileForm(definitionOf(lines));
      continue;
    }
    const current = form;
    it(title.slice("case ".length), () => {
      if (!current) throw new Error("cases follow a form");
      const serials = new Set(
        current.fields.filter(({ field: one }) => one.control.kind === "serial").map(({ field: one }) => one.id),
      );
      const told = lines.filter(
        (line) =>
          (line.startsWith("> ") && !serials.has(line.split(" ")[1] ?? "")) ||
          (line.startsWith("! ") && OURS.has(line.split(" ")[2] ?? "")),
      );
      expect(found(current, lines)).toEqual(told);
    });
  }
});
