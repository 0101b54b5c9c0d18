import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { definitionQuery } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import { useColumnWords } from "@/ui/column_words";
import { NO_FORM } from "./board_data";
import type { Cross } from "./board_look";
import styles from "./boards.module.css";

/** Says what the other tiles are narrowed to, and takes it away. */
export function CrossChip({ cross, onClear }: { cross: Cross; onClear: () => void }) {
  const { t } = useTranslation("boards");
  const { data } = useQuery(definitionQuery("form", cross.form));
  const words = useColumnWords(data?.definition ?? NO_FORM);
  const what = cross.filters.map(words.condition).join("；");
  return (
    <button type="button" className={styles.cross} aria-label={t("cross.clear", { what })} onClick={onClear}>
      {t("cross.chip", { what })}
      <X size={14} aria-hidden="true" />
    </button>
  );
}
