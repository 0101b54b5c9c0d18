import { useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useLayoutEffect, useState } from "react";
import { inboxQuery } from "@/api/inbox";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import { isTourDue, noteTour } from "@/ui/face";
import { PlainButton } from "@/ui/PlainButton";
import { useIsPhone } from "@/ui/viewport";
import styles from "./CoachMarks.module.css";

/** Four places a newcomer needs, and where they are. A phone has no keys. */
const MARKS = [
  { id: "inbox", target: 'nav a[href="/inbox"]', isOnPhone: true },
  { id: "start", target: 'nav a[href="/new"]', isOnPhone: true },
  { id: "search", target: '[data-coach="search"]', isOnPhone: false },
  { id: "keys", target: '[data-coach="keys"]', isOnPhone: false },
] as const;

/** On the first day of somebody who has done nothing here yet, once: where things are. Whoever goes on to work is told no more. */
export default function CoachMarks({ user }: { user: string }) {
  const { t } = useTranslation("shell");
  const isPhone = useIsPhone();
  const isNew = useIsNew(user);
  const isHome = useRouterState({ select: ({ location }) => location.pathname === "/inbox" });
  const [at, setAt] = useState(0);
  const marks = MARKS.filter(({ isOnPhone }) => isOnPhone || !isPhone);
  const mark = isNew && isHome ? marks[at] : undefined;
  const place = usePlace(mark?.target);
  if (isNew && !isHome && at < marks.length) setAt(marks.length);
  if (!mark || !place) return null;
  const isLast = at === marks.length - 1;
  return (
    <>
      <div className={styles.ring} style={place} data-unprinted />
      <section className={styles.mark} data-unprinted aria-live="polite" aria-label={t("coach.title")}>
        <strong>{t(`coach.${mark.id}.title`)}</strong>
        <p>{t(`coach.${mark.id}.text`)}</p>
        <div className={styles.foot}>
          <span className={styles.count}>{`${at + 1} / ${marks.length}`}</span>
          {!isLast && <PlainButton onClick={() => setAt(marks.length)}>{t("coach.skip")}</PlainButton>}
          <PlainButton kind="primary" onClick={() => setAt(at + 1)}>
            {t(isLast ? "coach.end" : "coach.next")}
          </PlainButton>
        </div>
      </section>
    </>
  );
}

/** Asked once and remembered at once: whoever reloads in the middle is not told again. */
function useIsNew(user: string): boolean {
  const [isUnseen] = useState(() => isTourDue("welcome"));
  const { data: isFresh = false } = useQuery({
    queryKey: ["coach", user],
    queryFn: async () => {
      const { pages } = await queryClient.ensureInfiniteQueryData(inboxQuery("todo", ""));
      const counts = pages[0]?.counts;
      noteTour("welcome");
      return counts !== undefined && counts.done + counts.started + counts.drafts === 0;
    },
    enabled: isUnseen,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return isUnseen && isFresh;
}

/** Around its target. */
function usePlace(target: string | undefined): Record<string, number> | null {
  const [place, setPlace] = useState<Record<string, number> | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const box = target && document.querySelector(target)?.getBoundingClientRect();
      setPlace(box ? { left: box.left, top: box.top, width: box.width, height: box.height } : null);
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [target]);
  return place;
}
