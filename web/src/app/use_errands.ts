import { useEffect, useRef } from "react";
import type { BatchResult } from "@/api/inbox";
import { useTranslation } from "@/i18n/words";
import type { OrderPage } from "@/model/order";
import { hasMovedOn, useDecided } from "@/ui/decided";
import { type ErrandEnd, onErrandEnd } from "@/ui/errand_book";
import { startErrands } from "@/ui/errand_rounds";
import { toastHeld } from "@/ui/held";
import { clearJobs } from "@/ui/jobs";
import { problemText } from "@/ui/problem_text";
import { toast } from "@/ui/toast";

/** Carries what the person decided to the server, and says what became of it, on whatever page that is heard. */
export function useErrandNews(user: string | undefined): void {
  const { t } = useTranslation();
  const decided = useDecided();
  const handledBy = ({ data }: BatchResult) => (data?.at ? decided.wordsOf({ by: data.by, at: data.at }) : null);
  const tell = async (ended: ErrandEnd) => {
    const { errand, since, giveBack } = ended;
    const { key, order, what, title, portion } = errand;
    if (portion) return (await import("@/features/inbox/batch")).hearPortion(ended, handledBy);
    if (ended.error === undefined) {
      const isHeld = (ended.answer as OrderPage).held?.some(({ id }) => id === key);
      const done = t("errand.done", { what });
      if (isHeld) toastHeld([key], t("errand.held", { what, title }), { since, takenBack: giveBack, done });
      else toast.success(done);
      return;
    }
    const by = hasMovedOn(ended.error) ? await decided.ask(order) : null;
    const { title: reason, remedy } = problemText(ended.error);
    toast.refused(t("errand.refused", { what, title }), by ?? `${reason} ${remedy}`);
  };
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => onErrandEnd((ended) => void latest.current(ended)), []);
  useEffect(() => {
    if (!user) return;
    const stop = startErrands(user);
    return () => {
      stop();
      clearJobs();
    };
  }, [user]);
}
