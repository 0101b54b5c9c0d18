// Two people at one thing that has no draft: whoever saves second is asked before it goes over what the first one saved.

import { useCallback } from "react";
import { isStale } from "@/api/problem";
import { useTranslation } from "@/i18n/words";
import { useAsk } from "./ask";

/** `isOver`: whatever was saved meanwhile. Whoever decides against that keeps what is typed, and the refusal is thrown. */
export type Save<T> = (isOver: boolean) => Promise<T>;

export function useOverwrite(): <T>(name: string, save: Save<T>) => Promise<T> {
  const { t } = useTranslation();
  const ask = useAsk();
  return useCallback(
    async (name, save) => {
      try {
        return await save(false);
      } catch (error) {
        if (!isStale(error)) throw error;
        const question = { title: t("ask.changed", { name }), text: t("ask.changedText"), ok: t("ask.overwrite") };
        if (!(await ask({ ...question, isDanger: true }))) throw error;
        return save(true);
      }
    },
    [ask, t],
  );
}
