import { Filter } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Column, Condition } from "@/model/report";
import { FilterEditor } from "@/ui/filters/FilterEditor";
import { useSettled } from "@/ui/settle";
import { ToolPanel } from "@/ui/ToolPanel";

export interface FilterToolProps {
  definition: FormDefinition;
  filters: readonly Condition[];
  /** How many of them ask something. */
  count: number;
  isSmall: boolean;
  /** Whether it is open, and the column whose heading opened it. */
  filtering: Filtering;
  onFiltering: (filtering: Filtering) => void;
  onFilters: (filters: Condition[]) => void;
}

export interface Filtering {
  isOpen: boolean;
  at?: Column;
}

/** Conditions that hold together. A heading opens them too, at its own. */
export function FilterTool(props: FilterToolProps) {
  const { definition, filters, count, isSmall, filtering, onFiltering, onFilters } = props;
  const { t } = useTranslation("records");
  const settled = useSettled<readonly Condition[]>(filters, (next) => onFilters([...next]));
  return (
    <ToolPanel
      label={t("filter")}
      icon={<Filter size={16} />}
      count={count}
      isSmall={isSmall}
      isOpen={filtering.isOpen}
      onOpen={(isOpen) => onFiltering({ isOpen })}
    >
      <FilterEditor
        form={definition}
        value={settled.value}
        onChange={settled.set}
        {...(filtering.at && { at: filtering.at })}
      />
    </ToolPanel>
  );
}
