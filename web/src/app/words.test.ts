// A page comes with the words it speaks: whatever it reaches finds its namespaces among those the router names.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import { words as firstWords } from "@/i18n/zh_first";

const SRC = "src";
const NAMESPACES = readdirSync(`${SRC}/i18n/zh`).map((file) => file.replace(/\.ts$/, ""));

const sources = new Map<string, string>();

function sourceOf(path: string): string {
  const known = sources.get(path) ?? readFileSync(`${SRC}/${path}`, "utf8").replace(/^import type [^;]+;/gm, "");
  sources.set(path, known);
  return known;
}

function fileOf(from: string, name: string): string[] {
  if (!/^(@\/|\.)/.test(name)) return [];
  const path = name.startsWith("@/") ? name.slice(2) : new URL(name, `file:///${from}`).pathname.slice(1);
  return [`${path}.tsx`, `${path}.ts`].filter((file) => existsSync(`${SRC}/${file}`));
}

/** Only designers draw settings, and only the form designer those of fields. */
function importsOf(path: string, page: string): string[] {
  const found = [...sourceOf(path).matchAll(/(from|import)\s*(\(?)\s*"([^"]+)"/g)];
  const draws = page.includes(path.startsWith("fields/") ? "FormDesigner" : "Designer");
  return found
    .filter(([, , isLazy, name = ""]) => draws || !isLazy || !name.endsWith("Settings"))
    .flatMap(([, , , name = ""]) => fileOf(path, name));
}

function spokenIn(source: string): string[] {
  const named = [
    ...source.matchAll(/useTranslation\("(\w+)"/g),
    ...source.matchAll(/\bns: "(\w+)"/g),
    ...source.matchAll(/["`](\w+):[a-zA-Z$]/g),
  ].map(([, name = ""]) => name);
  return named.filter((name) => NAMESPACES.includes(name));
}

/** Every namespace that `page` or anything under it speaks, with a file that does. */
function spokenBy(page: string): Map<string, string> {
  const spoken = new Map<string, string>();
  const seen = new Set<string>();
  const waiting = [page];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const name of spokenIn(sourceOf(at))) spoken.set(name, at);
    waiting.push(...importsOf(at, page));
  }
  return spoken;
}

/** `lazyRouteComponent(inKit(() => import("…"), "Name", "word", "word"))`, and parts that are loaded in the same way. */
function partsIn(file: string): { page: string; words: string[] }[] {
  return [...sourceOf(file).matchAll(/import\("([^"]+)"\)(?:,\s*"\w+"((?:,\s*"\w+")*))?/g)].flatMap(
    ([, name = "", words = ""]) =>
      fileOf(file, name).map((page) => ({ page, words: [...words.matchAll(/"(\w+)"/g)].map(([, word = ""]) => word) })),
  );
}

const routes = partsIn("app/router.ts");

describe("words", () => {
  it("are looked for on every page", () => {
    expect(routes.length).toBeGreaterThan(20);
  });

  it("can all be had, with the first page or after it", () => {
    expect(NAMESPACES.filter((name) => !i18n.hasResourceBundle("zh", name))).toEqual([]);
  });

  it("come with the component kit on every page but the inbox", () => {
    const bare = [...sourceOf("app/router.ts").matchAll(/lazyRouteComponent\(\(\) => import\("([^"]+)"/g)];
    expect(bare.map(([, name]) => name)).toEqual(["@/features/inbox/InboxPage"]);
  });

  it.each(routes)("of $page come with it", ({ page, words }) => {
    const missing = [...spokenBy(page)].filter(([name]) => !(name in firstWords) && !words.includes(name));
    expect(missing).toEqual([]);
  });
});
