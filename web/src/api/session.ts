// Who is signed in.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import { ApiProblem } from "./problem";

export interface Me {
  id: string;
  name: string;
  login: string;
  avatar?: string;
  department?: string;
  language?: "zh" | "en";
  /** What the shell may offer: `apps.design`, `directory.manage`, `admin`. Decided by the server alone. */
  abilities: string[];
}

export interface Session {
  user: Me;
  workspace: { name: string; version: string };
}

export interface Credentials {
  login: string;
  password: string;
  /** The second factor, when the server asked for it (`second_factor_required`). */
  code?: string;
}

/** `null` when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }): Promise<Session | null> =>
    api.get<Session>("/session", { signal }).catch((problem: unknown) => {
      if (problem instanceof ApiProblem && problem.status === 401) return null;
      throw problem;
    }),
  staleTime: 5 * 60_000,
});

export const signIn = (credentials: Credentials): Promise<Session> => api.post("/session", credentials);
export const signOut = (): Promise<void> => api.delete("/session");
