// The deeds of the designer, with names for new steps and words for what did not go as asked.

import { useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import { toast } from "@/ui/toast";
import { type Deeds, deedsOf } from "./deeds";
import type { FlowStore } from "./draft_session";
import { freshStep } from "./fresh_step";

export function useDeeds(store: FlowStore): Deeds {
  const { t } = useTranslation("flows");
  const { t: word } = useTranslation("node");
  return useMemo(
    () =>
      deedsOf(store, freshStep(store, word), (otherwise) => {
        if (otherwise === "kept") toast.refused(t("refused.kept"), t("otherwiseHeld"));
        else toast.info(t("otherwiseMoved"));
      }),
    [store, t, word],
  );
}
