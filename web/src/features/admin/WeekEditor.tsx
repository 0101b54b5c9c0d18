import { Button } from "antd";
import { Copy, Plus } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { Interval } from "@/model/calendar";
import { WEEKDAYS } from "@/model/clock_time";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import styles from "./admin.module.css";
import { IntervalField } from "./IntervalField";
import { nextInterval, overlaps, sorted } from "./week";

interface WeekEditorProps {
  /** Monday first. */
  weekly: readonly (readonly Interval[])[];
  problem: string | undefined;
  onChange: (weekly: Interval[][]) => void;
}

const INTERVALS_MAX = 12;
const WORKDAYS = 5;

export function WeekEditor({ weekly, problem, onChange }: WeekEditorProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const put = (day: number, intervals: readonly Interval[]) =>
    onChange(weekly.map((old, at) => [...(at === day ? intervals : old)]));
  const toWorkdays = () => onChange(weekly.map((old, at) => [...(at < WORKDAYS ? (weekly[0] ?? []) : old)]));
  return (
    <section className={styles.card} aria-label={t("calendar.week")}>
      <header className={styles.cardHead}>
        <h2>{t("calendar.week")}</h2>
        <Button size="small" icon={<Copy size={14} />} onClick={toWorkdays}>
          {t("calendar.copyMonday")}
        </Button>
      </header>
      {problem && <p className={styles.bad}>{problem}</p>}
      {WEEKDAYS.map((weekday, day) => {
        const intervals = weekly[day] ?? [];
        const name = format.weekday(weekday);
        return (
          <fieldset key={weekday} className={styles.day}>
            <legend className={styles.dayName}>{name}</legend>
            <div className={styles.intervals}>
              {intervals.length === 0 && <span className={styles.rest}>{t("calendar.rest")}</span>}
              {intervals.map((interval, at) => (
                <IntervalField
                  key={`${interval.start_min}-${interval.end_min}`}
                  interval={interval}
                  onChange={(next) => put(day, sorted(intervals.map((old, other) => (other === at ? next : old))))}
                  onRemove={() =>
                    put(
                      day,
                      intervals.filter((_, other) => other !== at),
                    )
                  }
                />
              ))}
              {overlaps(intervals) && <span className={styles.bad}>{t("calendar.overlap")}</span>}
            </div>
            <IconButton
              label={t("calendar.addInterval", { day: name })}
              icon={<Plus size={16} />}
              isDisabled={intervals.length >= INTERVALS_MAX}
              onClick={() => put(day, sorted([...intervals, nextInterval(intervals)]))}
            />
          </fieldset>
        );
      })}
    </section>
  );
}
