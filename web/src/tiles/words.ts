// The words a tile needs, in the person's language.

import { useMemo } from "react";
import type { TileData } from "@/api/boards";
import { htmlLanguage, type Language } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Chart } from "@/model/report";
import { useFormat } from "@/ui/format";
import type { Words } from "./reading";
import { amountText, shortText, unitOf } from "./unit";

export function useTileWords(): Words {
  const { t, i18n } = useTranslation("tiles");
  const { t: tOrders } = useTranslation("orders");
  const { t: tCommon } = useTranslation();
  const locale = htmlLanguage(i18n.language as Language);
  return useMemo(
    () => ({
      locale,
      empty: t("empty"),
      other: t("other"),
      yes: tCommon("yes"),
      no: tCommon("no"),
      state: (state) => tOrders(`state.${state}`),
    }),
    [locale, t, tCommon, tOrders],
  );
}

/** How this tile's numbers read, whole and short. */
export function useAmount(chart: Chart, data: TileData, form: FormDefinition | undefined) {
  const format = useFormat();
  return useMemo(() => {
    const unit = unitOf(chart, data.format, form);
    return {
      amount: (value: number | null) => amountText(value, unit, format),
      short: (value: number | null) => shortText(value, unit, format),
    };
  }, [chart, data.format, form, format]);
}
