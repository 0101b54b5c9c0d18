import { useQuery } from "@tanstack/react-query";
import { definitionQuery } from "@/api/drafts";
import { clauses } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { NO_FORM } from "@/model/form";
import { useColumnWords } from "@/ui/column_words";
import type { Cross } from "./board_look";
import { FilterChip } from "./FilterChip";

/** Says what the other tiles are narrowed to, and takes it away. */
export function CrossChip({ cross, onClear }: { cross: Cross; onClear: () => void }) {
  const { t } = useTranslation("boards");
  const { data } = useQuery(definitionQuery("form", cross.form));
  const words = useColumnWords(data?.definition ?? NO_FORM);
  const what = clauses(cross.filters.map(words.condition));
  return <FilterChip text={t("cross.chip", { what })} label={t("cross.clear", { what })} onClear={onClear} />;
}
