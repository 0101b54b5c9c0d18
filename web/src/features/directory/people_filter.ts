// Which people a list shows: those of a department and below, by state, by words.

import type { Directory, DirectoryUser } from "@/api/directory";
import { childrenByParent, withBelow } from "@/model/department_tree";
import { isSaid } from "@/model/pinyin";

export const PEOPLE_STATES = ["active", "inactive", "no_password", "all"] as const;

export type PeopleState = (typeof PEOPLE_STATES)[number];

export interface PeopleFilter {
  /** `null`: all of them. */
  department: string | null;
  state: PeopleState;
  text: string;
}

function isIn(state: PeopleState, user: DirectoryUser): boolean {
  switch (state) {
    case "active":
      return user.is_active;
    case "inactive":
      return !user.is_active;
    case "no_password":
      return user.is_active && user.has_password === false;
    case "all":
      return true;
  }
}

/** Everything that names a person, in one text to look in. */
function words({ name, login, email, mobile, positions }: DirectoryUser): string {
  return [name, login, email, mobile, ...(positions ?? [])].filter(Boolean).join("\n").toLowerCase();
}

/** In the order of their names. Every word typed has to be somewhere, or all of it is how the name is read. */
export function peopleOf(directory: Directory, { department, state, text }: PeopleFilter): DirectoryUser[] {
  const within = department ? withBelow(childrenByParent(directory.departments), department) : null;
  const asked = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return directory.users
    .filter((user) => isIn(state, user))
    .filter((user) => !within || user.departments.some((id) => within.has(id)))
    .filter((user) => asked.every((word) => words(user).includes(word)) || isSaid(directory.pinyin[user.id], text))
    .sort((one, other) => one.name.localeCompare(other.name, ["zh-CN", "en"]));
}
