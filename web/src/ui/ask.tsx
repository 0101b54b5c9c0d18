// The one question before something that cannot be undone, and the list of what stands in the way.

import { useCallback } from "react";
import { ApiProblem } from "@/api/problem";
import { i18n } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";
import { useKitModal } from "./kit_modal";
import { toast } from "./toast";

export interface Question {
  title: string;
  /** What will be gone, and what stays. */
  text?: string;
  /** The verb on the button. */
  ok: string;
  isDanger?: boolean;
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

/** Asks; the dangerous answer never has the focus. */
export function useAsk(): (question: Question) => Promise<boolean> {
  const { t } = useTranslation();
  const modal = useKitModal();
  return useCallback(
    async ({ title, text, ok, isDanger }) =>
      await modal.confirm({
        title,
        content: text,
        okText: ok,
        cancelText: t("cancel"),
        okButtonProps: { danger: isDanger ?? false },
        focusable: { autoFocusButton: isDanger ? "cancel" : "ok" },
      }),
    [modal, t],
  );
}

/** Asks, deletes, and says what still uses it when it cannot go. True when it is gone. */
export function useDelete(): (question: Omit<Question, "ok">, remove: () => Promise<unknown>) => Promise<boolean> {
  const { t } = useTranslation();
  const modal = useKitModal();
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
          modal.warning({
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
    [ask, modal, t],
  );
}
