// What becomes of a step that nobody does in time, in words: "2 days late → tell the manager".

import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { Limit, LimitAction } from "@/model/flow";
import { inUnit } from "./minutes";

export function useLimitWords(): (limit: Limit) => string {
  const { t } = useTranslation("node");
  const brief = (action: LimitAction): string => {
    if (action.kind === "remind") return t("limit.brief.remind");
    return t(action.level > 1 ? "limit.brief.managerUp" : "limit.brief.manager", { level: action.level });
  };
  return ({ minutes, actions }) => {
    const { amount, unit } = inUnit(minutes);
    const time = { amount, unit: t(`limit.short.${unit}`, { count: amount }) };
    if (actions.length === 0) return t("limit.only", time);
    // The same by two channels is one thing to the reader of a card.
    const done = listed([...new Set(actions.map(brief))]);
    return t("limit.late", { ...time, done });
  };
}
