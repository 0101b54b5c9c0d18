// Languages. Every sentence a person sees is a key of a namespace; one namespace is one file per language
// (`zh/inbox.ts`, `en/inbox.ts`), typed by the Chinese one. Only the language in use travels: first the words of every page,
// the others with the page that speaks them.

import { createInstance } from "i18next";
import type { Namespaces } from "./namespaces";

export type Language = "zh" | "en";

export type Namespace = keyof Namespaces;

type Words = Record<string, unknown>;

/** Without the first words, which would else travel as files of their own. */
const files: Record<Language, Record<string, () => Promise<Words>>> = {
  zh: import.meta.glob<Words>(["./zh/*.ts", "!./zh/{common,inbox,orders,problem,shell}.ts"], { import: "default" }),
  en: import.meta.glob<Words>(["./en/*.ts", "!./en/{common,inbox,orders,problem,shell}.ts"], { import: "default" }),
};

/** What is said around every page, in the inbox, and when something fails: one file. */
const first: Record<Language, () => Promise<{ words: Words }>> = {
  zh: () => import("./zh_first"),
  en: () => import("./en_first"),
};

export const i18n = createInstance();

/** Called once, before the first render. */
export async function startI18n(language: Language): Promise<void> {
  await i18n.init({
    lng: language,
    fallbackLng: false,
    resources: {},
    ns: [],
    defaultNS: "common",
    interpolation: { escapeValue: false },
    returnNull: false,
    missingInterpolationHandler: () => "…",
  });
  await bring(language, []);
  document.documentElement.lang = htmlLanguage(language);
}

/** What was asked for so far, besides the first words. */
const spoken = new Set<Namespace>();

/** Brings the words of these namespaces, in the language in use; those that are here already cost nothing. */
export async function loadWords(namespaces: readonly Namespace[]): Promise<void> {
  for (const namespace of namespaces) spoken.add(namespace);
  await bring(i18n.language as Language, namespaces);
}

async function bring(language: Language, namespaces: readonly Namespace[]): Promise<void> {
  const isKnown = (namespace: string) => i18n.hasResourceBundle(language, namespace);
  const come = async (namespace: Namespace) => {
    const words = await files[language][`./${language}/${namespace}.ts`]?.();
    i18n.addResourceBundle(language, namespace, words);
  };
  const comeFirst = async () => {
    const { words } = await first[language]();
    for (const [namespace, own] of Object.entries(words)) i18n.addResourceBundle(language, namespace, own);
  };
  const missing = namespaces.filter((namespace) => !isKnown(namespace));
  await Promise.all([...(isKnown("common") ? [] : [comeFirst()]), ...missing.map(come)]);
}

/** Says everything so far in the other language. */
export async function switchLanguage(language: Language): Promise<void> {
  await bring(language, [...spoken]);
  await i18n.changeLanguage(language);
  document.documentElement.lang = htmlLanguage(language);
}

export function htmlLanguage(language: Language): string {
  return language === "zh" ? "zh-CN" : "en";
}
