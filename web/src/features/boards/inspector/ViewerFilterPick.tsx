import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { columnsOf, isCompared, kindOf } from "@/model/column";
import { type FormDefinition, NO_FORM } from "@/model/form";
import { type BoardDefinition, ORDER_COLUMNS, VIEWER_FILTERS_MAX, type ViewerFilter } from "@/model/report";
import { useByName } from "@/ui/by_name";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { leaveOnTab } from "@/ui/leave_on_tab";
import { formsOf } from "../view/board_look";
import { useFilterName } from "../view/filter_name";
import { filterKey } from "../view/narrowing";

export interface ViewerFilterPickProps {
  board: BoardDefinition;
  definitions: ReadonlyMap<string, FormDefinition>;
  problem: string | undefined;
  onChange: (filters: readonly ViewerFilter[]) => void;
}

/** What there is to filter by. A department of its own every board has. */
function offersOf(forms: readonly string[], definitions: ViewerFilterPickProps["definitions"]): ViewerFilter[] {
  const fields = forms.flatMap((form) => {
    const definition = definitions.get(form) ?? NO_FORM;
    const own = columnsOf(definition).filter((column) => typeof column !== "string");
    return own.filter((column) => isCompared(kindOf(column, definition))).map((column) => ({ column, form }));
  });
  const ofOrders = ORDER_COLUMNS.filter((name) => name !== "department" && isCompared(kindOf(name, NO_FORM)));
  return [...fields, ...ofOrders.map((column) => ({ column }))];
}

/** By which columns whoever looks at the board may narrow it, in the order in which they are picked. */
export function ViewerFilterPick({ board, definitions, problem, onChange }: ViewerFilterPickProps) {
  const { t } = useTranslation("boards");
  const byName = useByName();
  const forms = formsOf({ definition: board });
  const nameOf = useFilterName(definitions, forms);
  const chosen = board.viewer_filters ?? [];
  const offers = offersOf(forms, definitions);
  // One that is gone is named as well, so that it can be taken off.
  const gone = chosen.filter((filter) => !offers.some((offer) => filterKey(offer) === filterKey(filter)));
  const known = new Map([...offers, ...gone].map((filter) => [filterKey(filter), filter]));
  return (
    <PropertyRow label={t("viewer.columns")} name="viewer_filters" help={t("viewer.help")} problem={problem}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          maxCount={VIEWER_FILTERS_MAX}
          onInputKeyDown={leaveOnTab}
          placeholder={t("viewer.none")}
          showSearch={byName}
          options={[...known].map(([value, filter]) => ({ value, label: nameOf(filter) }))}
          value={chosen.map(filterKey)}
          onChange={(keys) => onChange(keys.flatMap((key) => known.get(key) ?? []))}
        />
      )}
    </PropertyRow>
  );
}
