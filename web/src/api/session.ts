// Who is signed in, and the state of the installation before anybody is.

import { queryOptions } from "@tanstack/react-query";
import type { Power, User } from "@/model/party";
import type { Theme, Tour } from "@/model/preference";
import type { AppSummary } from "./apps";
import { api } from "./client";
import { ApiProblem } from "./problem";
import { queryClient } from "./query_client";

export interface Me {
  user: User;
  powers: Power[];
  theme: Theme;
  /** Those that were given. */
  tours: Tour[];
  /** For opinions, the person's own. */
  phrases: string[];
  must_change_password: boolean;
  organisation: string;
  /** IANA name. */
  zone: string;
  apps: AppSummary[];
  /** How the names of apps and what is in them are read, by id; see model/pinyin. */
  pinyin: Record<string, string>;
  counts: { todo: number; unread_notices: number };
}

export interface Installation {
  setup_needed: boolean;
  sealed: boolean;
  version: string;
  organisation: string;
  language: "zh" | "en";
  signed_in: boolean;
}

const NOBODY: readonly string[] = ["signed_out", "setup_needed"];

/** `null` when nobody is signed in, or nobody can be yet. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }): Promise<Me | null> =>
    api.get<Me>("/session", { signal }).catch((problem: unknown) => {
      if (problem instanceof ApiProblem && NOBODY.includes(problem.code)) return null;
      throw problem;
    }),
  staleTime: 60_000,
});

/** What the person who is signed in has just chosen. An answer that is under way was given before the choice. */
export function noteChoice(choose: (me: Me) => Me): void {
  void queryClient.cancelQueries({ queryKey: sessionQuery.queryKey });
  queryClient.setQueryData(sessionQuery.queryKey, (me: Me | null | undefined) => me && choose(me));
}

export const installationQuery = queryOptions({
  queryKey: ["installation"],
  queryFn: ({ signal }) => api.get<Installation>("/state", { signal }),
});

export const signIn = (login: string, password: string): Promise<Me> => api.post("/session", { login, password });
export const signOut = (): Promise<void> => api.delete("/session");
export const signOutEverywhere = (): Promise<void> => api.delete("/session/all");
export const changePassword = (current: string, next: string): Promise<void> =>
  api.put("/session/password", { current, new: next });
export const chooseLanguage = (language: "zh" | "en"): Promise<void> => api.put("/session/language", { language });
export const chooseTheme = (theme: Theme): Promise<void> => api.put("/session/theme", { theme });
export const beginTour = (tour: Tour): Promise<void> => api.put(`/session/tours/${tour}`, {});
export const keepPhrase = (phrase: string): Promise<void> => api.post("/session/phrases", { phrase });
export const movePhrase = (phrase: string, at: number): Promise<void> =>
  api.post("/session/phrases/move", { phrase, at });
export const removePhrase = (phrase: string): Promise<void> => api.post("/session/phrases/remove", { phrase });

/** The id of whoever is signed in, for what runs outside of a page; empty for nobody. */
export const signedInAs = (): string => queryClient.getQueryData(sessionQuery.queryKey)?.user.id ?? "";
