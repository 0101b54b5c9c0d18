import { Lightbulb } from "lucide-react";
import { useConditionWords } from "@/fields/condition/condition_words";
import { useTranslation } from "@/i18n/words";
import { type BranchHint, branchHints } from "@/model/branch_hints";
import { writeCondition } from "@/model/condition";
import type { Edge } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import styles from "./inspector.module.css";

interface BranchHintsProps {
  exits: readonly Edge[];
  form: FormDefinition;
  /** What the line leads to. */
  nameOf: (edge: string) => string;
}

/** Where conditions overlap, hide one another or leave something to the line for everything else, each by an example. */
export function BranchHints({ exits, form, nameOf }: BranchHintsProps) {
  const { t } = useTranslation("flows");
  const words = useConditionWords(form);
  const hints = branchHints(exits, form);
  const isCaught = exits.some(({ condition }) => condition === undefined);
  const textOf = (hint: BranchHint): string => {
    const sample = words(writeCondition({ joint: "all", rows: [hint.sample] }, form));
    switch (hint.kind) {
      case "overlap":
        return t("hint.overlap", { sample, first: nameOf(hint.first), second: nameOf(hint.second) });
      case "hidden":
        return t("hint.hidden", { sample, second: nameOf(hint.second) });
      case "gap":
        return t(isCaught ? "hint.caught" : "hint.gap", { sample });
    }
  };
  if (hints.length === 0) return null;
  return (
    <ul className={styles.hints} aria-label={t("hint.label")}>
      {hints.map((hint) => (
        <li
          key={textOf(hint)}
          data-tone={hint.kind === "hidden" || (hint.kind === "gap" && !isCaught) ? "warning" : "info"}
        >
          <Lightbulb size={14} aria-hidden="true" />
          {textOf(hint)}
        </li>
      ))}
    </ul>
  );
}
