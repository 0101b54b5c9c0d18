import { Checkbox, InputNumber, Select } from "antd";
import type { PushDays, PushPlan } from "@/api/pushes";
import { useTranslation } from "@/i18n/words";
import { WEEKDAYS } from "@/model/clock_time";
import { FormRow } from "@/ui/FormRow";
import { useFormat } from "@/ui/format";
import type { ProblemAt } from "@/ui/problem_at";
import { TimeInput } from "@/ui/TimeInput";
import styles from "./push.module.css";
import { DAY_KINDS, daysOf } from "./push_plan";

interface WhenFieldsProps {
  plan: PushPlan;
  at: ProblemAt;
  zone: string;
  calendar: string | undefined;
  onChange: (change: Partial<PushPlan>) => void;
}

/** On which days, and at what time of them. */
export function WhenFields({ plan, at, zone, calendar, onChange }: WhenFieldsProps) {
  const { t } = useTranslation("push");
  const format = useFormat();
  const { days, minute } = plan;
  const give = (next: PushDays) => onChange({ days: next });
  const help = {
    daily: undefined,
    workdays: calendar ? t("byCalendar", { calendar }) : t("noCalendar"),
    weekly: undefined,
    monthly: undefined,
  }[days.kind];
  return (
    <>
      <FormRow label={t("days")} help={help}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            value={days.kind}
            onChange={(kind: PushDays["kind"]) => give(daysOf(kind))}
            options={DAY_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        )}
      </FormRow>
      {days.kind === "weekly" && (
        <FormRow label={t("weekdays")} problem={at("days")}>
          {(id) => (
            <fieldset id={id} className={styles.plain} aria-label={t("weekdays")}>
              <Checkbox.Group
                className={styles.days}
                value={days.days}
                onChange={(chosen) => give({ kind: "weekly", days: chosen })}
                options={WEEKDAYS.map((day) => ({ value: day, label: format.weekday(day) }))}
              />
            </fieldset>
          )}
        </FormRow>
      )}
      {days.kind === "monthly" && (
        <FormRow label={t("dayOfMonth")} help={t("lastDay")} problem={at("days")}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={31}
              precision={0}
              value={days.day}
              onChange={(day) => give({ kind: "monthly", day: day ?? 1 })}
            />
          )}
        </FormRow>
      )}
      <FormRow label={t("time")} help={t("zone", { zone })} problem={at("minute")}>
        {(id) => (
          <TimeInput
            id={id}
            minute={minute}
            isInvalid={Boolean(at("minute"))}
            onChange={(next) => onChange({ minute: next })}
          />
        )}
      </FormRow>
    </>
  );
}
