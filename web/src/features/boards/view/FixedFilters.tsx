import { Lock } from "lucide-react";
import { clauses } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { isFilled } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { BoardDefinition } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { formsOf } from "./board_look";
import styles from "./boards.module.css";
import { commonForm } from "./common_form";

export interface FixedFiltersProps {
  board: BoardDefinition;
  forms: ReadonlyMap<string, FormDefinition>;
}

/** What the board's maker narrowed all of it to: whoever looks knows what is not counted. */
export function FixedFilters({ board, forms }: FixedFiltersProps) {
  const { t } = useTranslation("boards");
  const words = useColumnWords(commonForm(formsOf({ definition: board }), forms));
  const filters = (board.filters ?? []).filter(isFilled);
  if (filters.length === 0) return null;
  const what = clauses(filters.map(words.condition));
  return (
    <p className={styles.fixed} title={t("fixedHelp", { what })}>
      <Lock size={13} aria-hidden="true" />
      <span>{t("fixed", { what })}</span>
    </p>
  );
}
