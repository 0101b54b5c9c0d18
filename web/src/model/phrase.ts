// Sentences that are often written in an opinion: those that the product offers, and a person's own.

import type { OrderVerb } from "./order";

const AGREEING = ["agreed", "seen"] as const;
const AGAINST = ["unclear", "redo"] as const;
const ENDING = ["twice", "settled"] as const;
const OTHER = ["seen", "soon"] as const;

/** The product's own, by name. */
export function usualPhrases(verb: OrderVerb) {
  if (verb === "approve" || verb === "complete") return AGREEING;
  if (verb === "terminate" || verb === "withdraw") return ENDING;
  return verb === "reject" || verb === "return" ? AGAINST : OTHER;
}

/** One's own come first; none is offered twice. */
export function offeredPhrases(own: readonly string[], usual: readonly string[]): string[] {
  return [...own, ...usual.filter((phrase) => !own.includes(phrase.trim()))];
}

/** Whether what is written is a sentence that nobody offers yet. */
export function isNewPhrase(text: string, offered: readonly string[]): boolean {
  const written = text.trim();
  return written !== "" && !offered.some((phrase) => phrase.trim() === written);
}

/** What is written, with a phrase behind it. After a Chinese full stop there is no space. */
export function withPhrase(text: string, phrase: string): string {
  const isApart = text === "" || /[\s，。；：！？、]$/.test(text);
  return `${text}${isApart ? "" : " "}${phrase}`;
}

export const withoutPhrase = (phrases: readonly string[], phrase: string): string[] =>
  phrases.filter((kept) => kept !== phrase);

/** New, or moved: at a place among the others, from 0. */
export function placedPhrase(phrases: readonly string[], phrase: string, at: number): string[] {
  const others = withoutPhrase(phrases, phrase);
  return [...others.slice(0, at), phrase, ...others.slice(at)];
}
