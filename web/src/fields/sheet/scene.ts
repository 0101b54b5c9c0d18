// What rules may look at besides the fields: now, the workspace's zone, the person, the directory.

import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo, useState } from "react";
import { type Directory, directoryQuery } from "@/api/directory";
import { sessionQuery } from "@/api/session";
import type { Scene } from "@/model/fill/settle";
import type { DepartmentFacts, PersonFacts } from "@/model/formula/env";

/** No company has more levels between a person and the top. */
const LEVELS_MAX = 24;

/** From one up to the top, without going round. */
function upwards(from: string, next: (id: string) => string | null | undefined): string[] {
  const found: string[] = [];
  for (let at = next(from); at && found.length < LEVELS_MAX && !found.includes(at); at = next(at)) found.push(at);
  return found;
}

function factsOf({ users, departments, roles }: Directory) {
  const people = new Map(users.map((user) => [user.id, user]));
  const places = new Map(departments.map((department) => [department.id, department]));
  const person = (id: string): PersonFacts | null => {
    const user = people.get(id);
    if (!user) return null;
    const held = (roles ?? []).filter(({ everyone, members }) => everyone || members.includes(id));
    return {
      name: user.name,
      departments: user.departments,
      managers: upwards(id, (one) => people.get(one)?.manager),
      roles: held.map((role) => role.id),
    };
  };
  const department = (id: string): DepartmentFacts | null => {
    const found = places.get(id);
    if (!found) return null;
    return { name: found.name, head: found.head ?? null, above: upwards(id, (one) => places.get(one)?.parent) };
  };
  return { person, department };
}

const NOBODY = { person: () => null, department: () => null };

/** Whose eyes a form is tried on with; oneself without one. */
export const TriedBy = createContext<string | null>(null);

export function useScene(): Scene {
  const triedBy = useContext(TriedBy);
  const { data: directory } = useQuery(directoryQuery);
  const { data: me } = useQuery(sessionQuery);
  const [now] = useState(() => Date.now());
  const facts = useMemo(() => (directory ? factsOf(directory) : NOBODY), [directory]);
  return useMemo(
    () => ({ now, zone: me?.zone ?? "UTC", user: triedBy ?? me?.user.id ?? null, order: {}, ...facts }),
    [facts, me, now, triedBy],
  );
}
