// Why something failed, in the language of the page. The store says it in English, and its diary keeps it so.

import { REASONS } from "./reason_words";

interface Reason {
  /** Matches the whole sentence; what stands between are its groups. */
  pattern: RegExp;
  /** Which `{number}` each group is. */
  places: number[];
  chinese: string;
}

const PLACE = /\{(\d)\}/;

const reasons: Reason[] = REASONS.map(([english, chinese]) => {
  const parts = english.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const places = [...english.matchAll(new RegExp(PLACE, "g"))].map(([, place]) => Number(place));
  return { pattern: new RegExp(`^${parts.join("([^]+?)")}$`), places, chinese };
});

/** What nobody has translated stays as it was said. */
export function reasonText(said: string, language: string): string {
  return language === "zh" ? inChinese(said) : said;
}

function inChinese(said: string): string {
  for (const { pattern, places, chinese } of reasons) {
    const found = pattern.exec(said);
    if (!found) continue;
    const given = new Map(places.map((place, at) => [String(place), inChinese(found[at + 1] ?? "")]));
    return chinese.replace(new RegExp(PLACE, "g"), (whole, place: string) => given.get(place) ?? whole);
  }
  return said;
}
