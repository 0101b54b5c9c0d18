import { useBlocker } from "@tanstack/react-router";
import { useCallback } from "react";
import { useTranslation } from "@/i18n/words";
import { useAsk } from "./ask";

/**
 * For what does not save itself: whoever goes to another page or closes the window over changes is asked first. Returns the
 * same question for a close button; `true`: nothing is lost, or it may be.
 */
export function useLeaveGuard(isLost: boolean): () => Promise<boolean> {
  const { t } = useTranslation();
  const ask = useAsk();
  const mayLeave = useCallback(
    async (holdsHistory: boolean) => {
      const words = { title: t("ask.leave"), text: t("ask.leaveText"), ok: t("ask.leaveOk") };
      return !isLost || (await ask({ ...words, isDanger: true, holdsHistory }));
    },
    [isLost, ask, t],
  );
  useBlocker({
    // A sheet that closes, or a choice kept in the address, is no other page.
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await mayLeave(true)),
    enableBeforeUnload: isLost,
    disabled: !isLost,
  });
  return useCallback(() => mayLeave(false), [mayLeave]);
}
