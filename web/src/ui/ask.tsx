// The one question before something that cannot be undone, and the list of what stands in the way.

import { useRouter } from "@tanstack/react-router";
import type { ModalFuncProps } from "antd";
import { useCallback } from "react";
import { useTranslation } from "@/i18n/words";
import { layOver } from "./back_closes";
import { usersOf } from "./in_use";
import { useKitModal } from "./kit_modal";
import { toast } from "./toast";
import { useIsPhone } from "./viewport";

export interface Question {
  title: string;
  /** What will be gone, and what stays. */
  text?: string;
  /** The verb on the button. */
  ok: string;
  isDanger?: boolean;
  /** A step in the browser's history waits for the answer, so that none may be added to it. */
  holdsHistory?: boolean;
}

/** Shows a question or a message; on a phone "back" answers it with no. */
function useShown(): (kind: "confirm" | "warning", words: ModalFuncProps, holdsHistory?: boolean) => Promise<boolean> {
  const modal = useKitModal();
  const isPhone = useIsPhone();
  const { history: places } = useRouter();
  return useCallback(
    async (kind, words, holdsHistory = false) => {
      let end = async () => {};
      const answer = await new Promise<boolean>((resolve) => {
        const shown = modal[kind]({ ...words, onOk: () => resolve(true), onCancel: () => resolve(false) });
        if (!isPhone || holdsHistory) return;
        end = layOver(places, () => {
          shown.destroy();
          resolve(false);
        });
      });
      await end();
      return answer;
    },
    [modal, isPhone, places],
  );
}

/** Asks; the dangerous answer never has the focus. */
export function useAsk(): (question: Question) => Promise<boolean> {
  const { t } = useTranslation();
  const show = useShown();
  return useCallback(
    ({ title, text, ok, isDanger = false, holdsHistory }) => {
      const words = { title, content: text, okText: ok, cancelText: t("cancel"), okButtonProps: { danger: isDanger } };
      const focusable = { autoFocusButton: isDanger ? "cancel" : "ok" } as const;
      return show("confirm", { ...words, focusable }, holdsHistory);
    },
    [show, t],
  );
}

/** Asks, deletes, and says what still uses it when it cannot go. True when it is gone. */
export function useDelete(): (question: Omit<Question, "ok">, remove: () => Promise<unknown>) => Promise<boolean> {
  const { t } = useTranslation();
  const show = useShown();
  const ask = useAsk();
  return useCallback(
    async (question, remove) => {
      if (!(await ask({ ...question, ok: t("ask.delete"), isDanger: true }))) return false;
      try {
        await remove();
        return true;
      } catch (error) {
        const by = await usersOf(error);
        if (by.length === 0) toast.problem(error);
        else {
          void show("warning", {
            title: t("ask.inUse"),
            content: (
              <ul>
                {by.map(({ words, href }) => (
                  <li key={words}>
                    {href ? (
                      // In a tab of its own: there may be several, and what was to be deleted stays at hand.
                      <a href={href} target="_blank" rel="noopener">
                        {words}
                      </a>
                    ) : (
                      words
                    )}
                  </li>
                ))}
              </ul>
            ),
            okText: t("close"),
          });
        }
        return false;
      }
    },
    [ask, show, t],
  );
}
