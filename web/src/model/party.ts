// The directory: users, departments, teams, roles, and what roles allow. The same words as src/model/party.rs.

import type { FieldMatrix } from "./form";

export interface User {
  id: string;
  login: string;
  name: string;
  email?: string;
  mobile?: string;
  /** The first is the primary one. */
  departments: string[];
  manager?: string | null;
  positions?: string[];
  is_active: boolean;
  language?: "zh" | "en";
}

export interface Department {
  id: string;
  name: string;
  /** Absent: a root. */
  parent?: string | null;
  head?: string | null;
}

export interface Team {
  id: string;
  name: string;
  members: string[];
}

export interface Role {
  id: string;
  name: string;
  members: string[];
  everyone?: boolean;
  powers: Power[];
  grants: Grant[];
}

/** What a role allows in the whole workspace. */
export type Power = "administer" | "design";

export interface Grant {
  app: string;
  /** Absent: every form of the app. */
  form?: string | null;
  actions: Action[];
  scope: Scope;
  /** Of a grant on one form: the fields it hides or, with leave to edit, only lets be read. */
  fields?: FieldMatrix;
}

export type Action = "view" | "create" | "edit" | "delete" | "export" | "design" | "manage";

export type Scope =
  | { kind: "own" }
  | { kind: "department" }
  | { kind: "department_and_below" }
  | { kind: "all" }
  | { kind: "condition"; formula: string };

export const ACTIONS: readonly Action[] = ["view", "create", "edit", "delete", "export", "design", "manage"];

/** Administrators, designers, everyone: they cannot be deleted, and their powers stay. */
const BUILT_IN = /^a0{7}-(0{4}-){3}0{11}[123]$/;

export function isBuiltIn(role: string): boolean {
  return BUILT_IN.test(role);
}
