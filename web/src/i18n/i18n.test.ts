import { describe, expect, it } from "vitest";
import { dictionary as en } from "./en";
import { dictionary as zh } from "./zh";

/** Paths of all sentences; the plural forms of one sentence count once. */
function paths(words: Record<string, unknown>, prefix = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const path = `${prefix}${key.replace(/_(one|other|zero|two|few|many)$/, "")}`;
    return typeof value === "object" && value !== null ? paths(value as Record<string, unknown>, `${path}.`) : [path];
  });
}

function sentences(words: unknown): string[] {
  return typeof words === "string" ? [words] : Object.values(words as Record<string, unknown>).flatMap(sentences);
}

const sorted = (words: Record<string, unknown> | undefined) => [...new Set(paths(words ?? {}))].sort();

describe("languages", () => {
  it("have the same namespaces", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it.each(Object.keys(zh))("%s says the same things in both", (namespace) => {
    expect(sorted(en[namespace])).toEqual(sorted(zh[namespace]));
  });

  it("leave nothing empty, and no Chinese in English", () => {
    expect([...sentences(zh), ...sentences(en)].filter((text) => text.trim() === "")).toEqual([]);
    expect(sentences(en).filter((text) => /\p{Script=Han}/u.test(text))).toEqual(["简体中文", "简体中文"]);
  });
});
