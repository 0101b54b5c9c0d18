// Problem codes become sentences: what happened, and what to do about it. A code without a translation falls back to
// the server's own title, then to its status.

import { ApiProblem } from "@/api/problem";
import { i18n } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";
import type { Problem } from "@/model/problem";

export interface ProblemText {
  title: string;
  remedy: string;
}

function lookUp(key: string, data: Record<string, unknown> = {}): string {
  return i18n.exists(key, { ns: "problem" }) ? String(i18n.t(key as never, { ns: "problem", ...data } as never)) : "";
}

function statusGroup(status: number): string {
  if (status === 0) return "unreachable";
  if (status === 409 || status === 412) return "http_409";
  if ([401, 403, 404, 413, 429].includes(status)) return `http_${status}`;
  return status >= 500 ? "http_5xx" : "http_4xx";
}

export function problemText(error: unknown): ProblemText {
  if (isShut(error)) return { title: lookUp("clipboard_shut.title"), remedy: lookUp("clipboard_shut.remedy") };
  if (!(error instanceof ApiProblem)) return { title: lookUp("app.title"), remedy: lookUp("app.remedy") };
  const group = statusGroup(error.status);
  return {
    title: lookUp(`${error.code}.title`, error.data) || error.title || lookUp(`${group}.title`),
    remedy: lookUp(`${error.code}.remedy`, error.data) || error.detail || lookUp(`${group}.remedy`),
  };
}

/** Of all that a browser asks its owner about, these pages use the clipboard alone. */
const isShut = (error: unknown): boolean => error instanceof DOMException && error.name === "NotAllowedError";

/** The sentence under a field, or in a designer's list of problems. */
export function placeText({ code, data }: Problem): string {
  return lookUp(`place.${code}`, data) || lookUp("place.invalid");
}

/** In a component: follows the language. */
export function useProblemText(error: unknown): ProblemText {
  useTranslation();
  return problemText(error);
}
