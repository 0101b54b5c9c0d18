// Languages. Every sentence a person sees is a key of a namespace; one namespace is one file per language
// (`zh/inbox.ts`, `en/inbox.ts`), typed by the Chinese one. A language travels as one chunk.

import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import "./namespaces";

export type Language = "zh" | "en";

type Dictionary = Record<string, Record<string, unknown>>;

const dictionaries: Record<Language, () => Promise<{ dictionary: Dictionary }>> = {
  zh: () => import("./zh"),
  en: () => import("./en"),
};

export const i18n = createInstance();

/** Called once, before the first render. */
export async function startI18n(language: Language): Promise<void> {
  const { dictionary } = await dictionaries[language]();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: dictionary },
    defaultNS: "common",
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
    missingInterpolationHandler: () => "…",
  });
  document.documentElement.lang = htmlLanguage(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  const { dictionary } = await dictionaries[language]();
  for (const [namespace, words] of Object.entries(dictionary)) i18n.addResourceBundle(language, namespace, words);
  await i18n.changeLanguage(language);
  document.documentElement.lang = htmlLanguage(language);
}

export function htmlLanguage(language: Language): string {
  return language === "zh" ? "zh-CN" : "en";
}
