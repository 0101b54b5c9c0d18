// The deeds of the designer, with names for new steps and words for what went, and for what did not go as asked.

import type { TFunction } from "i18next";
import { useMemo } from "react";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { firstLine } from "@/model/canvas";
import { toastStep } from "@/ui/designer/step_toast";
import { toast } from "@/ui/toast";
import { type Deeds, deedsOf, type Told } from "./deeds";
import type { FlowStore } from "./draft_session";
import { freshStep } from "./fresh_step";
import { useLostWords } from "./lost_words";
import { type Things, thingsAt } from "./selection";

/** What things of a flow are called, each; what has no name by its kind. */
function namesOf({ nodes, edges, notes, phases }: Things, t: TFunction<"flows">, word: TFunction<"node">): string[] {
  return [
    ...nodes.map(({ name, step }) => name || word(`kind.${step.kind}.label`)),
    ...edges.map(({ label }) => label || t("line")),
    ...notes.map((note) => firstLine(note) || t("note.blank")),
    ...phases.map(({ name }) => name || t("phase.blank")),
  ];
}

export function useDeeds(store: FlowStore): Deeds {
  const { t } = useTranslation("flows");
  const { t: word } = useTranslation("node");
  const lostWords = useLostWords();
  return useMemo(() => {
    const told: Told = {
      otherwise: (became) => {
        if (became === "kept") toast.refused(t("refused.kept"), t("otherwiseHeld"));
        else toast.info(t("otherwiseMoved"));
      },
      removed: (how, gone) => {
        const [name = "", ...more] = namesOf(gone, t, word);
        const count = more.length + 1;
        toastStep(store, count > 1 ? t(`gone.${how}.many`, { count }) : t(`gone.${how}.one`, { name }));
      },
      replaced: ({ name, step }, kind, lost) => {
        const things = lostWords(step.kind, lost);
        toastStep(store, t("kindLost.done", { name, kind: word(`kind.${kind}.label`), things }));
      },
      nameOf: (places) => listed(namesOf(thingsAt(store.getState().history.doc, places), t, word)),
    };
    return deedsOf(store, freshStep(store, word), told);
  }, [store, t, word, lostWords]);
}
