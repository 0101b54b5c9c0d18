import { useTranslation } from "@/i18n/words";
import type { OrderAction, OrderVerb } from "@/model/order";
import { useShortcuts } from "@/ui/shortcuts";

const KEYS: Partial<Record<OrderVerb, string>> = {
  approve: "a",
  complete: "a",
  reject: "r",
  transfer: "t",
  claim: "e",
};

/** The decisions under a finger; a step with several outcomes begins with the first. */
export function useVerbKeys(
  shown: readonly OrderAction[],
  start: (action: OrderAction, outcome?: string) => void,
): void {
  const { t } = useTranslation("orders");
  useShortcuts(
    t("keys"),
    shown.flatMap((action) => {
      const keys = KEYS[action.verb];
      return keys
        ? [{ keys, label: t(`verb.${action.verb}`), run: () => start(action, action.outcomes?.[0]?.id) }]
        : [];
    }),
  );
}
