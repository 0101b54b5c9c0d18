// The house rules of the web app that no linter knows: layers, file names, and one colour system.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PHONE_QUERY } from "@/ui/viewport";

const SRC = "src";

function read(suffix: RegExp): [path: string, source: string][] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => suffix.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(`${SRC}/${path}`, "utf8")]);
}

/** Who may use whom: a layer sees itself and what its row names. */
const LAYERS: Record<string, readonly string[]> = {
  model: [],
  i18n: [],
  api: ["model"],
  ui: ["model", "i18n", "api"],
  fields: ["model", "i18n", "api", "ui"],
  nodes: ["model", "i18n", "api", "ui", "fields"],
  tiles: ["model", "i18n", "api", "ui", "fields"],
  features: ["model", "i18n", "api", "ui", "fields", "nodes", "tiles"],
  app: ["model", "i18n", "api", "ui", "fields", "nodes", "tiles", "features"],
};

interface Import {
  from: string;
  to: string;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** `features/inbox/InboxPage.tsx` imports `@/ui/Page`: both as paths under src. */
function importsOf(path: string, source: string): Import[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, name = ""]) => {
    if (name.startsWith("@/")) return [{ from: path, to: name.slice(2) }];
    if (!name.startsWith(".")) return [];
    return [{ from: path, to: new URL(name, `file:///${folderOf(path)}/`).pathname.slice(1) }];
  });
}

function trespasses({ from, to }: Import): boolean {
  const [layer = "", room] = from.split("/");
  const [otherLayer = "", otherRoom] = to.split("/");
  if (layer === otherLayer) return layer === "features" && room !== otherRoom;
  return !LAYERS[layer]?.includes(otherLayer);
}

const files = read(/\.tsx?$/);

/** The rooms of each feature, by what they use of one another; styles are drawn upon from anywhere. */
function roomsOf(imports: readonly Import[]): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [room, other] = [folderOf(from), folderOf(to)];
    const isInside = from.startsWith("features/") && other.split("/")[1] === room.split("/")[1];
    if (!isInside || room === other || to.endsWith(".css")) continue;
    rooms.set(room, (rooms.get(room) ?? new Set()).add(other));
  }
  return rooms;
}

/** Rooms that come back to themselves, whatever way. */
function circles(rooms: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reaches = (at: string, goal: string, seen = new Set<string>()): boolean =>
    [...(rooms.get(at) ?? [])].some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return [...rooms.keys()].filter((room) => reaches(room, room));
}

describe("tidy", () => {
  it("imports only downwards, and no feature from another", () => {
    const found = files.flatMap(([path, source]) => importsOf(path, source)).filter(trespasses);
    expect(found).toEqual([]);
  });

  it("finds a planted trespass", () => {
    const source =
      'import { a } from "../orders/OrderPage";\nimport { b } from "./row";\nconst c = import("@/app/Shell");';
    expect(importsOf("features/inbox/InboxPage.tsx", source).filter(trespasses)).toHaveLength(2);
  });

  it("lets the rooms of a feature use one another one way", () => {
    const rooms = roomsOf(files.flatMap(([path, source]) => importsOf(path, source)));
    expect(rooms.size).toBeGreaterThan(10);
    expect(circles(rooms)).toEqual([]);
  });

  it("finds a planted circle of rooms", () => {
    const use = (from: string, to: string) => ({ from: `features/flows/${from}/a.ts`, to: `features/flows/${to}/b` });
    const rooms = roomsOf([
      use("edits", "canvas"),
      use("canvas", "trial"),
      use("trial", "edits"),
      use("versions", "edits"),
    ]);
    expect(circles(rooms)).toEqual(["edits", "canvas", "trial"].map((room) => `features/flows/${room}`));
  });

  it("names files for things and verbs", () => {
    const drawers = /(^|\/|_)(utils?|helpers?|common|misc|managers?|services?)\.tsx?$/;
    expect(files.map(([path]) => path).filter((path) => drawers.test(path) && !path.startsWith("i18n/"))).toEqual([]);
  });

  it("takes every colour from the tokens", () => {
    const allowed = /features\/session\/session|ui\/UserAvatar/;
    const found = read(/\.module\.css$/).filter(
      ([path, sheet]) => !allowed.test(path) && /#[0-9a-f]{3,8}\b|rgba?\(/i.test(sheet),
    );
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it("asks for a phone in the same words everywhere", () => {
    const asked = read(/\.css$/).flatMap(([path, sheet]) =>
      [...sheet.matchAll(/@media (\(max-width: 767px[^{]*) \{/g)].map(([, query]) => [path, query]),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(([, query]) => query !== PHONE_QUERY)).toEqual([]);
  });

  it("joins names and sentences as the language does", () => {
    const joiner = /join\(\s*["'`][、；：，]|\}[、；：，][^`"]*\$\{/;
    expect(joiner.test('names.join("、")')).toBe(true);
    expect(files.filter(([path, source]) => !path.startsWith("i18n/") && joiner.test(source))).toEqual([]);
  });

  it("moves things by the one hand that knows who wants them still", () => {
    const moving = /behavior: "smooth"|duration: CALM_MS/;
    const found = files.filter(([path, source]) => path !== "ui/motion.ts" && moving.test(source));
    expect(found.map(([path]) => path)).toEqual([]);
  });
});
