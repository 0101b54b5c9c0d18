import { useQuery } from "@tanstack/react-query";
import type { AppSummary } from "@/api/apps";
import { definitionQuery } from "@/api/drafts";
import { FormulaInput } from "@/fields/formula_input/FormulaInput";
import { FormulaScope } from "@/fields/formula_input/FormulaScope";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { BOOL } from "@/model/formula/node";

interface ConditionFieldProps {
  app: AppSummary;
  /** `null`: every form of the app; the condition has to fit them all, and speaks of the first published one. */
  form: string | null;
  value: string;
  onChange: (formula: string) => void;
}

const NO_FIELDS: FormDefinition = { fields: [], sections: [] };

/** A formula over the record and the person: yes, and the record is theirs to see. */
export function ConditionField({ app, form, value, onChange }: ConditionFieldProps) {
  const { t } = useTranslation("apps");
  const spoken = form ?? app.forms.find(({ form_version }) => form_version > 0)?.id ?? "";
  const { data } = useQuery({ ...definitionQuery("form", spoken), enabled: spoken !== "" });
  return (
    <FormulaScope value={data?.definition ?? NO_FIELDS}>
      <FormulaInput
        label={t("access.condition")}
        placeholder={t("access.conditionHint")}
        wanted={BOOL}
        value={value}
        onChange={onChange}
      />
    </FormulaScope>
  );
}
