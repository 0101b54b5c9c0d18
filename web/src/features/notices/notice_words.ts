// What a notice says, in the reader's language.

import type { Notice } from "@/api/notices";
import { useTranslation } from "@/i18n/words";
import { usePerson } from "@/ui/people";

export function useSaid({ subject, node_name, by }: Notice["message"]): string {
  const { t } = useTranslation("notice");
  const { t: tOrders } = useTranslation("orders");
  const who = usePerson(by)?.name ?? t("clock");
  if (typeof subject === "string") return t(`subject.${subject}`, { who, node: node_name });
  if ("board_pushed" in subject) return t("boardPushed");
  if ("push_failed" in subject) return t("pushFailed", { why: t(`fault.${subject.push_failed.why}`) });
  const { ruling, why } = subject.unsent;
  return t("unsent", { what: tOrders(`verb.${ruling}`), why: t(`obstacle.${why}`, { who }) });
}
