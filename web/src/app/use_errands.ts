import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { hasMovedOn, useDecided } from "@/ui/decided";
import { startErrands } from "@/ui/errand_rounds";
import { type ErrandEnd, onErrandEnd } from "@/ui/errands";
import { problemText } from "@/ui/problem_text";
import { toast } from "@/ui/toast";

/** Carries what the person decided to the server, and says what became of it, on whatever page that is heard. */
export function useErrandNews(user: string | undefined): void {
  const { t } = useTranslation();
  const decided = useDecided();
  const tell = async ({ errand: { order, what, title }, error }: ErrandEnd) => {
    if (error === undefined) return toast.success(t("errand.done", { what }));
    const by = hasMovedOn(error) ? await decided.ask(order) : null;
    const { title: reason, remedy } = problemText(error);
    toast.refused(t("errand.refused", { what, title }), by ?? `${reason} ${remedy}`);
  };
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => onErrandEnd((ended) => void latest.current(ended)), []);
  useEffect(() => (user ? startErrands(user) : undefined), [user]);
}
