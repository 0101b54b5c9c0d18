import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useMemo } from "react";
import { searchQuery } from "@/api/search";
import { SECTIONS, type Section } from "@/features/admin/section_names";
import { useTranslation } from "@/i18n/words";
import { useNamed } from "@/ui/by_name";
import { useParts } from "@/ui/designer/parts";
import { ownPlace } from "@/ui/own_place";
import { readPreference } from "@/ui/preference";
import { appEntries, type Entry, hitEntries, matching, partEntries } from "./palette_entries";
import { PLACE_READINGS, SECTION_READINGS } from "./place_readings";
import { placesFor } from "./places";
import { useSession } from "./session_state";

export const recentPlace = (): string => ownPlace("palette.recent");
const LOCAL_MAX = 12;

/** `asked` is what the server is asked: `text` a little later. */
export function useEntries(text: string, asked: string): Entry[] {
  const { t } = useTranslation("shell");
  const { t: tAdmin } = useTranslation("admin");
  const me = useSession();
  const { data: hits } = useQuery({ ...searchQuery(asked.trim()), placeholderData: keepPreviousData });
  const isNamed = useNamed();
  const { parts } = useParts();
  const address = useLocation({ select: ({ pathname }) => pathname });
  const known = useMemo((): Entry[] => {
    const pages = [...placesFor(me?.powers ?? []), { id: "notices", to: "/notices" } as const];
    return [
      ...pages.map(
        ({ id, to }): Entry => ({
          id,
          kind: "page",
          title: t(id),
          detail: "",
          link: String(to),
          pinyin: PLACE_READINGS[id],
        }),
      ),
      ...(me?.powers.includes("administer") ? settingEntries((section) => tAdmin(`sections.${section}`)) : []),
      ...appEntries(me?.apps ?? [], me?.pinyin ?? {}, {
        fill: (form) => t("palette.fill", { form }),
        design: (form) => t("palette.design", { form }),
        flow: (form) => t("palette.flow", { form }),
      }),
    ];
  }, [me, t, tAdmin]);
  if (!text.trim()) {
    const recent = readPreference<Entry[]>(recentPlace(), []);
    return [...recent, ...known.filter(({ kind, id }) => kind === "page" && recent.every((one) => one.id !== id))];
  }
  const found = matching([...partEntries(parts, address), ...known], text, isNamed).slice(0, LOCAL_MAX);
  return asked.trim() && hits ? [...found, ...hitEntries(hits, found)] : found;
}

const settingEntries = (word: (section: Section) => string): Entry[] =>
  SECTIONS.map((section) => {
    const link = `/admin/${section}`;
    return { id: link, kind: "setting", title: word(section), detail: "", link, pinyin: SECTION_READINGS[section] };
  });
