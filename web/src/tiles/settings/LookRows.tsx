import { InputNumber, Select } from "antd";
import { useTranslation } from "@/i18n/words";
import type { Query } from "@/model/report";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { SpanInput } from "@/ui/SpanInput";
import { ColorPicks } from "./ColorPicks";
import { GROUP_ORDERS, isTimed, topMax } from "./chart_choice";
import { problemAt } from "./problem_at";
import type { QueryRowsProps } from "./QuerySettings";

type Order = NonNullable<Query["order"]>;

export function OrderRow({ chart, set }: QueryRowsProps) {
  const { t } = useTranslation("tiles");
  return (
    <PropertyRow label={t("settings.order")}>
      {(id) => (
        <Select<Order>
          id={id}
          value={chart.order ?? "natural"}
          options={GROUP_ORDERS.map((order) => ({ value: order, label: t(`groupOrder.${order}`) }))}
          onChange={(order) => set({ order })}
        />
      )}
    </PropertyRow>
  );
}

export function TopRow({ chart, set, problems }: QueryRowsProps) {
  const { t } = useTranslation("tiles");
  return (
    <PropertyRow label={t("settings.top")} name="top" help={t("settings.topHelp")} problem={problemAt(problems, "top")}>
      {(id) => (
        <InputNumber
          id={id}
          min={1}
          max={topMax(chart.kind)}
          precision={0}
          value={Math.min(chart.top ?? 20, topMax(chart.kind))}
          onChange={(top) => set({ top: top ?? 20 }, "top")}
        />
      )}
    </PropertyRow>
  );
}

export function TargetRow({ chart, form, set, problems }: QueryRowsProps) {
  const { t } = useTranslation("tiles");
  const target = chart.target ?? null;
  const put = (next: string | number | null) =>
    set({ target: next === null || next === "" ? null : String(next) }, "target");
  return (
    <PropertyRow
      label={t("settings.target")}
      name="target"
      help={t("settings.targetHelp")}
      problem={problemAt(problems, "target")}
    >
      {(id) =>
        isTimed(chart.measure, form) ? (
          <SpanInput id={id} value={target} onChange={put} />
        ) : (
          <InputNumber id={id} stringMode value={target} onChange={put} />
        )
      }
    </PropertyRow>
  );
}

export function ColorRow({ chart, set }: QueryRowsProps) {
  const { t } = useTranslation("tiles");
  return (
    <PropertyRow label={t("settings.color")}>
      {(id) => <ColorPicks id={id} value={chart.color ?? null} onChange={(color) => set({ color })} />}
    </PropertyRow>
  );
}
