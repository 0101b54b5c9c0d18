// Problem codes become sentences: what happened, and what to do about it. A code without a translation falls back to
// the server's own title, then to its status.

import { useTranslation } from "react-i18next";
import { ApiProblem, type FieldProblem } from "@/api/problem";
import { i18n } from "@/i18n/i18n";

export interface ProblemText {
  title: string;
  remedy: string;
}

function lookUp(key: string, params: Record<string, unknown> = {}): string {
  return i18n.exists(key, { ns: "problem" }) ? String(i18n.t(key as never, { ns: "problem", ...params } as never)) : "";
}

function statusGroup(status: number): string {
  if (status === 401 || status === 403 || status === 404 || status === 413 || status === 429) return `http_${status}`;
  if (status === 409 || status === 412) return "http_409";
  return status >= 500 ? "http_5xx" : "http_4xx";
}

export function problemText(error: unknown): ProblemText {
  if (!(error instanceof ApiProblem)) return { title: lookUp("app.title"), remedy: lookUp("app.remedy") };
  const group = error.isOffline ? "unreachable" : statusGroup(error.status);
  return {
    title: lookUp(`${error.code}.title`) || error.title || lookUp(`${group}.title`),
    remedy: lookUp(`${error.code}.remedy`) || error.detail || lookUp(`${group}.remedy`),
  };
}

/** The sentence under a field. */
export function fieldProblemText(problem: FieldProblem): string {
  return lookUp(`field.${problem.code}`, problem.detail) || lookUp("field.invalid");
}

/** The same, in a component: follows the language. */
export function useProblemText(error: unknown): ProblemText {
  useTranslation();
  return problemText(error);
}
