import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { Interval } from "@/model/calendar";
import { timeText } from "@/model/clock_time";
import { IconButton } from "@/ui/IconButton";
import styles from "./admin.module.css";
import { intervalOf, isOvernight } from "./week";

interface IntervalFieldProps {
  interval: Interval;
  onChange: (interval: Interval) => void;
  onRemove: () => void;
}

/** Two times. A change counts when the field is left, so that "1" on the way to "18:00" moves nothing. */
export function IntervalField({ interval, onChange, onRemove }: IntervalFieldProps) {
  const { t } = useTranslation("admin");
  const [start, setStart] = useState(timeText(interval.start_min));
  const [end, setEnd] = useState(timeText(interval.end_min));
  const commit = () => {
    const next = intervalOf(start, end);
    if (!next) {
      setStart(timeText(interval.start_min));
      setEnd(timeText(interval.end_min));
    } else if (next.start_min !== interval.start_min || next.end_min !== interval.end_min) onChange(next);
  };
  return (
    <span className={styles.interval}>
      <input
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        aria-label={t("calendar.from")}
        value={start}
        onChange={({ target }) => setStart(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === "Enter" && commit()}
      />
      <span aria-hidden="true">–</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        aria-label={t("calendar.to")}
        value={end}
        onChange={({ target }) => setEnd(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === "Enter" && commit()}
      />
      {isOvernight(interval) && <small>{t("calendar.overnight")}</small>}
      <IconButton label={t("calendar.removeInterval")} icon={<X size={14} />} onClick={onRemove} />
    </span>
  );
}
