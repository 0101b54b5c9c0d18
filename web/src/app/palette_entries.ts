// What Ctrl+K finds without asking the server: pages, and everything inside the person's apps. What the server finds
// follows.

import type { AppSummary } from "@/api/apps";
import type { Hits } from "@/api/search";
import type { named } from "@/ui/by_name";
import type { Part } from "@/ui/designer/parts";

export type EntryKind =
  | Part["kind"]
  | "page"
  | "app"
  | "form"
  | "fill"
  | "board"
  | "design"
  | "order"
  | "person"
  | "setting";

export interface Entry {
  id: string;
  kind: EntryKind;
  title: string;
  /** What it is, or where it belongs. */
  detail: string;
  link: string;
  /** How the name is read; see model/pinyin. */
  pinyin?: string | undefined;
}

/** The words around a name: `Fill in Repair`. */
export interface EntryWords {
  fill: (form: string) => string;
  design: (form: string) => string;
  flow: (form: string) => string;
}

export function appEntries(
  apps: readonly AppSummary[],
  pinyin: Readonly<Record<string, string>>,
  words: EntryWords,
): Entry[] {
  return apps.flatMap((app) => {
    const at = `/apps/${app.id}`;
    const forms = app.forms.flatMap((form): Entry[] => {
      const may = new Set(form.actions);
      const records = `${at}/forms/${form.id}`;
      const entry = (kind: EntryKind, title: string, link: string): Entry[] => [
        { id: `${kind}-${link}`, kind, title, detail: app.name, link, pinyin: pinyin[form.id] },
      ];
      return [
        ...(may.has("create") && form.form_version > 0 ? entry("fill", words.fill(form.name), `/new/${form.id}`) : []),
        ...(may.has("view") ? entry("form", form.name, records) : []),
        ...(may.has("design") ? entry("design", words.design(form.name), `${records}/design`) : []),
        ...(may.has("design") ? entry("design", words.flow(form.name), `${records}/flow`) : []),
      ];
    });
    const boards = app.boards.map(({ id, name }): Entry => {
      const link = `${at}/boards/${id}`;
      return { id: link, kind: "board", title: name, detail: app.name, link, pinyin: pinyin[id] };
    });
    return [{ ...appEntry(app), pinyin: pinyin[app.id] }, ...forms, ...boards];
  });
}

const appEntry = ({ id, name }: { id: string; name: string }): Entry => ({
  id: `/apps/${id}`,
  kind: "app",
  title: name,
  detail: "",
  link: `/apps/${id}`,
});

/** Parts of the document in the open designer, whose address it is. */
export const partEntries = (parts: readonly Part[], address: string): Entry[] =>
  parts.map(({ target, kind, title }) => {
    const link = `${address}#${target}`;
    return { id: link, kind, title, detail: "", link };
  });

/** What the server found besides `known`: it also knows how Chinese names are read. */
export const hitEntries = (hits: Hits, known: readonly Entry[] = []): Entry[] => [
  ...hits.apps.map(appEntry).filter(({ id }) => known.every((one) => one.id !== id)),
  ...hits.orders.map(
    ({ id, title, form_name }): Entry => ({ id, kind: "order", title, detail: form_name, link: `/orders/${id}` }),
  ),
  ...hits.people.map(
    ({ id, name }): Entry => ({ id, kind: "person", title: name, detail: "", link: `/directory?user=${id}` }),
  ),
];

/** Every word that was typed stands somewhere in the title or beside it, or says how it is read; what begins with it comes first. */
export function matching(entries: readonly Entry[], text: string, isNamed: typeof named): Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ title, detail, id, pinyin }) => {
    const all = `${title} ${detail} ${id}`.toLowerCase();
    return words.every((word) => all.includes(word) || isNamed(title, word, pinyin));
  });
  const rank = ({ title }: Entry): number => (words[0] && title.toLowerCase().startsWith(words[0]) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}

const RECENT_MAX = 6;

export const withRecent = (recent: readonly Entry[], opened: Entry): Entry[] =>
  [opened, ...recent.filter(({ id }) => id !== opened.id)].slice(0, RECENT_MAX);
