import { useTranslation } from "@/i18n/words";
import { isFilled } from "@/model/column";
import { type FormDefinition, NO_FORM } from "@/model/form";
import { useColumnWords } from "@/ui/column_words";
import { FilterChip } from "./FilterChip";
import { filterKey, type Narrowing } from "./narrowing";

export interface NarrowingChipsProps {
  chosen: readonly Narrowing[];
  forms: ReadonlyMap<string, FormDefinition>;
  onClear: (narrowing: Narrowing) => void;
}

/** What is asked of the board's own filters, in words. */
export function NarrowingChips({ chosen, forms, onClear }: NarrowingChipsProps) {
  return chosen
    .filter(isFilled)
    .map((one) => (
      <Chip key={filterKey(one)} one={one} form={forms.get(one.form ?? "") ?? NO_FORM} onClear={() => onClear(one)} />
    ));
}

function Chip({ one, form, onClear }: { one: Narrowing; form: FormDefinition; onClear: () => void }) {
  const { t } = useTranslation("boards");
  const what = useColumnWords(form).condition(one);
  return <FilterChip text={what} label={t("viewer.clear", { what })} onClear={onClear} />;
}
