// A source of people in words, for cards and lists: "Team Repair", "the initiator's manager".

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Directory, directoryQuery } from "@/api/directory";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { Source } from "@/model/flow";
import type { FormDefinition } from "@/model/form";

export interface SourceWords {
  of: (source: Source) => string;
  /** Several sources, or that there are none. */
  who: (sources: readonly Source[] | undefined) => string;
}

const NAMES_MAX = 3;

const named = new WeakMap<Directory, ReadonlyMap<string, string>>();

/** By id; gathered once for a directory, not for each of 150 cards. */
function namesIn(directory: Directory): ReadonlyMap<string, string> {
  const known = named.get(directory);
  if (known) return known;
  const { users, teams, departments, roles } = directory;
  const names = new Map([...users, ...teams, ...departments, ...(roles ?? [])].map(({ id, name }) => [id, name]));
  named.set(directory, names);
  return names;
}

export function useSourceWords(form: FormDefinition): SourceWords {
  const { t } = useTranslation("node");
  const { data } = useQuery(directoryQuery);
  return useMemo(() => {
    const names = data && namesIn(data);
    const nameOf = (id: string) => names?.get(id) ?? t("source.unknown");
    const of = (source: Source): string => {
      switch (source.kind) {
        case "users": {
          const shown = listed(source.users.slice(0, NAMES_MAX).map(nameOf));
          const count = source.users.length;
          return count > NAMES_MAX ? t("source.andMore", { names: shown, count }) : shown || t("source.nobody");
        }
        case "team":
          return source.team ? nameOf(source.team) : t("source.nobody");
        case "role":
          return source.role ? nameOf(source.role) : t("source.nobody");
        case "department_members":
          return source.department ? nameOf(source.department) : t("source.nobody");
        case "department_head":
          return source.department ? t("source.headOf", { name: nameOf(source.department) }) : t("source.nobody");
        case "initiator_department_head":
          return t(source.level > 1 ? "source.departmentHeadUp" : "source.departmentHead", { count: source.level });
        case "initiator_manager":
          return t(source.level > 1 ? "source.managerUp" : "source.manager", { count: source.level });
        case "field":
          return form.fields.find(({ id }) => id === source.field)?.label ?? t("source.nobody");
        case "initiator":
          return t("source.kind.initiator");
      }
    };
    const who = (sources: readonly Source[] = []) => (sources.length ? listed(sources.map(of)) : t("source.nobody"));
    return { of, who };
  }, [data, form, t]);
}
