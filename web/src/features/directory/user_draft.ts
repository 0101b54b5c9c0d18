// A person while somebody edits them: every question answered with something, and the roles beside the record.

import type { DirectoryUser, Stated } from "@/api/directory";
import type { Role, User } from "@/model/party";

export interface UserDraft {
  user: Omit<Required<User>, "id">;
  roles: readonly string[];
  /** Of the record it begins with. */
  rev: number | undefined;
}

/** `known` null: a new person, in the department that is being looked at. */
export function draftOf(known: DirectoryUser | null, department: string | null, roles: readonly Role[]): UserDraft {
  return {
    user: {
      login: known?.login ?? "",
      name: known?.name ?? "",
      email: known?.email ?? "",
      mobile: known?.mobile ?? "",
      departments: known?.departments ?? (department ? [department] : []),
      manager: known?.manager ?? null,
      positions: known?.positions ?? [],
      is_active: known?.is_active ?? true,
      language: known?.language ?? "zh",
    },
    rev: known?.rev,
    roles: known ? roles.filter(({ members }) => members.includes(known.id)).map(({ id }) => id) : [],
  };
}

/** What of it cannot be left out. */
export function isWhole({ user }: UserDraft): boolean {
  return user.login.trim() !== "" && user.name.trim() !== "";
}

/** The roles as they have to be saved so that the person holds exactly these; those that stay as they are left out. */
export function changedRoles(roles: readonly Stated<Role>[], user: string, held: readonly string[]): Stated<Role>[] {
  return roles
    .filter(({ id, members }) => members.includes(user) !== held.includes(id))
    .map((role) => ({
      ...role,
      members: held.includes(role.id) ? [...role.members, user] : role.members.filter((member) => member !== user),
    }));
}
