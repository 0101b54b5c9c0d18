// How a language puts several things into one line.

import { i18n } from "./i18n";

/** Names, one after the other: 甲、乙 or A, B. */
export const listed = (names: readonly string[]): string => names.join(i18n.t("join.names"));

/** Whole conditions: they may hold lists themselves. */
export const clauses = (sentences: readonly string[]): string => sentences.join(i18n.t("join.clauses"));

/** What is said of something. */
export const saidOf = (what: string, text: string): string => i18n.t("join.said", { what, text });
