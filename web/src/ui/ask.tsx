// The one question before something that cannot be undone, and the list of what stands in the way.

import { useRouter } from "@tanstack/react-router";
import type { ModalFuncProps } from "antd";
import { useCallback } from "react";
import { ApiProblem } from "@/api/problem";
import { i18n } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";
import { layOver } from "./back_closes";
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

/** `flows.设备报修.派单` as a person says it. */
function userWords(path: string): string {
  const [kind = "", ...names] = path.split(".");
  const noun = i18n.exists(`ask.kind.${kind}`) ? i18n.t(`ask.kind.${kind}` as never) : "";
  return [noun, names.join(" / ")].filter(Boolean).join(" · ");
}

export function usersOf(error: unknown): string[] {
  if (!(error instanceof ApiProblem) || error.code !== "in_use" || !Array.isArray(error.data.by)) return [];
  return error.data.by.map((path) => userWords(String(path)));
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
        const by = usersOf(error);
        if (by.length === 0) toast.problem(error);
        else {
          void show("warning", {
            title: t("ask.inUse"),
            content: (
              <ul>
                {by.map((user) => (
                  <li key={user}>{user}</li>
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
