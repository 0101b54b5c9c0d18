import { useQuery } from "@tanstack/react-query";
import { InputNumber, Select } from "antd";
import { useState } from "react";
import { calendarsQuery } from "@/api/calendars";
import { useTranslation } from "@/i18n/words";
import type { Limit } from "@/model/flow";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { inUnit, LIMIT_MINUTES_MAX, UNIT_MINUTES, UNITS, type Unit } from "./minutes";
import styles from "./settings.module.css";

interface DurationInputProps {
  limit: Limit;
  onChange: (limit: Limit) => void;
}

export function DurationInput({ limit, onChange }: DurationInputProps) {
  const { t } = useTranslation("node");
  const { data: calendars } = useQuery({ ...calendarsQuery, retry: false });
  const [chosen, choose] = useState<Unit>(inUnit(limit.minutes).unit);
  const unit = limit.minutes % UNIT_MINUTES[chosen] === 0 ? chosen : inUnit(limit.minutes).unit;
  const amount = limit.minutes / UNIT_MINUTES[unit];
  const set = (count: number, by: Unit) => {
    choose(by);
    onChange({ ...limit, minutes: Math.min(Math.max(1, Math.round(count * UNIT_MINUTES[by])), LIMIT_MINUTES_MAX) });
  };
  const setCalendar = (id: string) => {
    const { calendar: _, ...rest } = limit;
    onChange(id ? { ...rest, calendar: id } : rest);
  };
  return (
    <>
      <PropertyRow name="limit.minutes" label={t("limit.within")} help={t("limit.help", { minutes: limit.minutes })}>
        {(id) => (
          <div className={styles.duration}>
            <InputNumber id={id} min={1} precision={0} value={amount} onChange={(count) => set(count ?? 1, unit)} />
            <Select
              aria-label={t("limit.unit")}
              value={unit}
              onChange={(by) => set(amount, by)}
              options={UNITS.map((one) => ({ value: one, label: t(`limit.units.${one}`) }))}
            />
          </div>
        )}
      </PropertyRow>
      {calendars && calendars.length > 0 && (
        <PropertyRow name="limit.calendar" label={t("limit.calendar")} help={t("limit.calendarHelp")}>
          {(id) => (
            <Select
              id={id}
              value={limit.calendar ?? ""}
              onChange={setCalendar}
              options={[
                { value: "", label: t("limit.usualCalendar") },
                ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name })),
              ]}
            />
          )}
        </PropertyRow>
      )}
    </>
  );
}
