import { ChevronRight } from "lucide-react";
import type { RecordQuery } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { useColumnWords } from "@/ui/column_words";
import type { Look } from "../look/look";
import styles from "./FoldedGroups.module.css";
import { GroupName } from "./GroupHead";
import { useFolded } from "./use_groups";

export interface FoldedGroupsProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  /** With all groups. */
  question: RecordQuery;
  folded: readonly string[];
  onUnfold: (keys: readonly string[]) => void;
}

/** The groups that were folded stand over the list, each a press away from its rows. */
export function FoldedGroups({ form, definition, look, question, folded, onUnfold }: FoldedGroupsProps) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const groups = useFolded({ form, definition, group: look.group, question, words }, folded);
  return (
    <div className={styles.folded} role="toolbar" aria-label={t("fold.label")}>
      <span>{t("fold.label")}</span>
      {groups.map((group) => (
        <button
          key={group.key}
          type="button"
          aria-label={t("fold.open", { name: group.label })}
          onClick={() => onUnfold([group.key])}
        >
          <ChevronRight size={14} aria-hidden="true" />
          <GroupName group={group} />
        </button>
      ))}
      {groups.length > 1 && (
        <button type="button" onClick={() => onUnfold(folded)}>
          {t("fold.all")}
        </button>
      )}
    </div>
  );
}
