import { useBlocker } from "@tanstack/react-router";
import { useCallback } from "react";
import { useTranslation } from "@/i18n/words";
import { useAsk } from "./ask";

/** What would be lost. */
export type Loss = "changes" | "uploads";

const WORDS = {
  changes: { title: "ask.leave", text: "ask.leaveText", ok: "ask.leaveOk" },
  uploads: { title: "ask.leaveUploads", text: "ask.leaveUploadsText", ok: "ask.leaveUploadsOk" },
} as const;

/** The question alone, for a close button. `true`: nothing is lost, or it may be. */
export function useLeaveQuestion(isLost: boolean, loss: Loss): (holdsHistory?: boolean) => Promise<boolean> {
  const { t } = useTranslation();
  const ask = useAsk();
  return useCallback(
    async (holdsHistory = false) => {
      const { title, text, ok } = WORDS[loss];
      return !isLost || (await ask({ title: t(title), text: t(text), ok: t(ok), isDanger: true, holdsHistory }));
    },
    [isLost, loss, ask, t],
  );
}

/**
 * For what does not save itself: whoever goes to another page or closes the window over changes is asked first. Returns the
 * same question for a close button; `true`: nothing is lost, or it may be.
 */
export function useLeaveGuard(isLost: boolean, loss: Loss = "changes"): () => Promise<boolean> {
  const mayLeave = useLeaveQuestion(isLost, loss);
  useBlocker({
    // A sheet that closes, or a choice kept in the address, is no other page.
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await mayLeave(true)),
    enableBeforeUnload: isLost,
    disabled: !isLost,
  });
  return useCallback(() => mayLeave(false), [mayLeave]);
}
