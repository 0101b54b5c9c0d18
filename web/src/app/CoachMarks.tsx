import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { inboxQuery } from "@/api/inbox";
import { queryClient } from "@/api/query_client";
import { readPreference, writePreference } from "@/ui/preference";
import { useIsPhone } from "@/ui/viewport";
import styles from "./CoachMarks.module.css";

/** Four places a newcomer needs, and where they are. A phone has no keys. */
const MARKS = [
  { id: "inbox", target: 'nav a[href="/inbox"]', isOnPhone: true },
  { id: "start", target: 'nav a[href="/new"]', isOnPhone: true },
  { id: "search", target: '[data-coach="search"]', isOnPhone: false },
  { id: "keys", target: '[data-coach="keys"]', isOnPhone: false },
] as const;

const placeOf = (user: string): string => `coach.${user}`;

/** On the first day of somebody who has done nothing here yet, once: where things are. It stands in nobody's way. */
export default function CoachMarks({ user }: { user: string }) {
  const { t } = useTranslation("shell");
  const isPhone = useIsPhone();
  const isNew = useIsNew(user);
  const [at, setAt] = useState(0);
  const marks = MARKS.filter(({ isOnPhone }) => isOnPhone || !isPhone);
  const mark = isNew ? marks[at] : undefined;
  const place = usePlace(mark?.target, isPhone);
  if (!mark || !place) return null;
  const isLast = at === marks.length - 1;
  return (
    <section className={styles.mark} style={place} aria-live="polite" aria-label={t("coach.title")}>
      <strong>{t(`coach.${mark.id}.title`)}</strong>
      <p>{t(`coach.${mark.id}.text`)}</p>
      <div className={styles.foot}>
        <span className={styles.count}>{`${at + 1} / ${marks.length}`}</span>
        {!isLast && (
          <Button type="text" onClick={() => setAt(marks.length)}>
            {t("coach.skip")}
          </Button>
        )}
        <Button type="primary" onClick={() => setAt(at + 1)}>
          {t(isLast ? "coach.end" : "coach.next")}
        </Button>
      </div>
    </section>
  );
}

/** Asked once and remembered at once: whoever reloads in the middle is not told again. */
function useIsNew(user: string): boolean {
  const [isUnseen] = useState(() => !readPreference(placeOf(user), false));
  const { data: isFresh = false } = useQuery({
    queryKey: ["coach", user],
    queryFn: async () => {
      const { pages } = await queryClient.ensureInfiniteQueryData(inboxQuery("todo", ""));
      const counts = pages[0]?.counts;
      writePreference(placeOf(user), true);
      return counts !== undefined && counts.done + counts.started + counts.drafts === 0;
    },
    enabled: isUnseen,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return isUnseen && isFresh;
}

/** Beside its target; above it on a phone. */
function usePlace(target: string | undefined, isPhone: boolean): Record<string, number> | null {
  const [place, setPlace] = useState<Record<string, number> | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const box = target && document.querySelector(target)?.getBoundingClientRect();
      if (!box) return setPlace(null);
      if (isPhone) setPlace({ left: 16, right: 16, bottom: innerHeight - box.top + 12 });
      else setPlace({ left: box.right + 12, top: Math.max(8, Math.min(box.top - 8, innerHeight - 180)) });
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [target, isPhone]);
  return place;
}
