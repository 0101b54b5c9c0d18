// Ids of people and departments become names. One directory for the whole window, kept fresh by the live stream.

import { useQuery } from "@tanstack/react-query";
import { type Directory, type DirectoryUser, directoryQuery } from "@/api/directory";
import type { Department } from "@/model/party";

/** `undefined` while the directory is on its way, or for somebody it does not name. */
export function usePerson(id: string | null | undefined): DirectoryUser | undefined {
  const { data } = useQuery({ ...directoryQuery, enabled: Boolean(id) });
  return id ? data?.users.find((user) => user.id === id) : undefined;
}

export function useDepartment(id: string | null | undefined): Department | undefined {
  const { data } = useQuery({ ...directoryQuery, enabled: Boolean(id) });
  return id ? data?.departments.find((department) => department.id === id) : undefined;
}

export interface NamedOption {
  value: string;
  label: string;
  pinyin?: string | undefined;
}

/** What a Select over people, departments, teams or roles offers. */
export function namedOptions(
  list: readonly { id: string; name: string }[] | undefined,
  directory: Directory | undefined,
): NamedOption[] {
  return (list ?? []).map(({ id, name }) => ({ value: id, label: name, pinyin: directory?.pinyin[id] }));
}
