// Whom a push is for, by name.

import { useQuery } from "@tanstack/react-query";
import { channelsQuery } from "@/api/channels";
import { directoryQuery } from "@/api/directory";
import type { PushPlan } from "@/api/pushes";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";

const NAMED_MAX = 4;

export function useAudience({ channel, users, teams, roles }: PushPlan["to"]): string {
  const { t } = useTranslation("push");
  const { data: directory } = useQuery(directoryQuery);
  const { data: channels } = useQuery(channelsQuery);
  const named = (ids: readonly string[], list: readonly { id: string; name: string }[] | undefined) =>
    ids.map((id) => list?.find((one) => one.id === id)?.name ?? "…");
  // What a role is called only administrators know.
  const rolesNamed = directory?.roles
    ? named(roles, directory.roles)
    : roles.length > 0
      ? [t("someRoles", { count: roles.length })]
      : [];
  const all = [
    ...named(channel ? [channel] : [], channels),
    ...named(teams, directory?.teams),
    ...rolesNamed,
    ...named(users, directory?.users),
  ];
  const first = listed(all.slice(0, NAMED_MAX));
  return all.length > NAMED_MAX ? t("andMore", { first, count: all.length - NAMED_MAX }) : first;
}
