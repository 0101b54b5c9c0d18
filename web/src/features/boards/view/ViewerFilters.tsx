import { Filter, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { isFilled } from "@/model/column";
import { type FormDefinition, NO_FORM } from "@/model/form";
import type { ViewerFilter } from "@/model/report";
import { TestPick } from "@/ui/filters/TestPick";
import { IconButton } from "@/ui/IconButton";
import { useSettled } from "@/ui/settle";
import { ToolPanel } from "@/ui/ToolPanel";
import styles from "./boards.module.css";
import { useFilterName } from "./filter_name";
import { filterKey, type Narrowing, narrowed, testOf } from "./narrowing";

export interface ViewerFiltersProps {
  offered: readonly ViewerFilter[];
  chosen: readonly Narrowing[];
  forms: ReadonlyMap<string, FormDefinition>;
  /** Of the board. */
  formIds: readonly string[];
  onChange: (chosen: readonly Narrowing[]) => void;
}

/** The columns that the board's maker lets people filter by, one a line. */
export function ViewerFilters({ offered, chosen, forms, formIds, onChange }: ViewerFiltersProps) {
  const { t } = useTranslation("boards");
  const nameOf = useFilterName(forms, formIds);
  const { value, set } = useSettled<readonly Narrowing[]>(chosen, onChange);
  return (
    <ToolPanel
      label={t("viewer.open")}
      icon={<Filter size={15} />}
      count={chosen.filter(isFilled).length}
      isSmall={false}
    >
      <div className={styles.viewerFilters}>
        {offered.map((filter) => {
          const [name, test] = [nameOf(filter), testOf(value, filter)];
          return (
            <fieldset key={filterKey(filter)} className={styles.viewerFilter} aria-label={name}>
              <span className={styles.viewerFilterName}>{name}</span>
              <TestPick
                form={forms.get(filter.form ?? "") ?? NO_FORM}
                column={filter.column}
                test={test}
                onChange={(next) => set(narrowed(value, filter, next))}
              />
              <IconButton
                label={t("viewer.clear", { what: name })}
                icon={<X size={16} />}
                isDisabled={!test}
                onClick={() => set(narrowed(value, filter, null))}
              />
            </fieldset>
          );
        })}
      </div>
    </ToolPanel>
  );
}
