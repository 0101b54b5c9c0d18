// People, departments, teams and roles: everybody signed in may know who there is; administrators change it.

import { queryOptions } from "@tanstack/react-query";
import type { Department, Role, Team, User } from "@/model/party";
import type { Problem } from "@/model/problem";
import { api } from "./client";

/** As the server states it: with its revision, which a change that is based on it names. */
export type Stated<T> = T & { rev?: number };

/** Administrators get whole records; everybody else names and departments. */
export type DirectoryUser = Pick<User, "id" | "name" | "departments" | "is_active"> &
  Partial<Stated<User>> & {
    /** `false`: nobody can sign in as this person yet. */
    has_password?: boolean;
  };

export interface Directory {
  departments: Stated<Department>[];
  teams: Stated<Team>[];
  users: DirectoryUser[];
  roles?: Stated<Role>[];
  /** How what has a Chinese name is read, by id; see `@/model/pinyin`. */
  pinyin: Record<string, string>;
}

export const directoryQuery = queryOptions({
  queryKey: ["directory"],
  queryFn: ({ signal }) => api.get<Directory>("/directory", { signal }),
  staleTime: 5 * 60_000,
});

/** Whole roles, with their grants: for administrators. */
export const rolesQuery = queryOptions({
  queryKey: ["directory", "roles"],
  queryFn: ({ signal }) => api.get<Stated<Role>[]>("/roles", { signal }),
});

type New<T extends { id: string }> = Omit<T, "id">;

interface Keep<T extends { id: string }> {
  create: (thing: New<T>) => Promise<Stated<T>>;
  /** 409 `stale_revision` where it names a revision and somebody else was faster. */
  save: (thing: Stated<T>) => Promise<Stated<T>>;
}

interface KeepAndDelete<T extends { id: string }> extends Keep<T> {
  remove: (id: string) => Promise<void>;
}

function keep<T extends { id: string }>(path: string): KeepAndDelete<T> {
  return {
    create: (thing) => api.post(path, thing),
    save: ({ rev, ...thing }) => api.put(`${path}/${thing.id}`, thing, rev === undefined ? {} : { revision: rev }),
    remove: (id) => api.delete(`${path}/${id}`),
  };
}

/** People are switched off, never deleted: their orders keep their names. */
export const users: Keep<User> = keep<User>("/users");
export const departments = keep<Department>("/departments");
export const teams = keep<Team>("/teams");
export const roles = keep<Role>("/roles");

export const setPassword = (user: string, password: string): Promise<void> =>
  api.post(`/users/${user}/password`, { password, must_change: true });

export const endSessions = (user: string): Promise<void> => api.post(`/users/${user}/end-sessions`, {});

/** One row that cannot be taken over. */
export interface ImportProblem {
  /** 1 is the line of headers. */
  row: number;
  /** The header's text as it stands in the file; empty: the whole row. */
  column: string;
  code: string;
  data?: Problem["data"];
}

export interface ImportReport {
  rows: number;
  users_new: number;
  users_changed: number;
  departments_new: number;
  teams_new?: number;
  /** Changes that are still to be made. */
  left: number;
  problems: ImportProblem[];
}

/** What would happen; nothing is written. */
export const tryImport = (file: Blob, signal?: AbortSignal): Promise<ImportReport> =>
  api.post("/directory/import", file, { query: { dry: 1 }, ...(signal && { signal }) });

/** So many changes of it, all of them or none; sent again, the next ones. */
export const importPortion = (file: Blob, changes: number): Promise<ImportReport> =>
  api.post("/directory/import", file, { query: { changes } });
