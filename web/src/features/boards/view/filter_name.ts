// What a board's filter is called: by its column, and by its form where the board counts several.

import { useQuery } from "@tanstack/react-query";
import { appsQuery, formIn } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { ViewerFilter } from "@/model/report";

/** `forms`: of the board. A field that is gone is called by its id. */
export function useFilterName(
  definitions: ReadonlyMap<string, FormDefinition>,
  forms: readonly string[],
): (filter: ViewerFilter) => string {
  const { t } = useTranslation("columns");
  const { data: apps } = useQuery(appsQuery);
  return ({ column, form }) => {
    if (typeof column === "string") return t(`order.${column}`);
    const field = definitions.get(form ?? "")?.fields.find(({ id }) => id === column.field);
    const its = forms.length > 1 ? formIn(apps, form) : undefined;
    return [field?.label || column.field, its?.name].filter(Boolean).join(" · ");
  };
}
