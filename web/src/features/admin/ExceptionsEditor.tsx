import { Button, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { DayRule, Exception } from "@/model/calendar";
import { timeText, WEEKDAYS } from "@/model/clock_time";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { StateTag } from "@/ui/StateTag";
import styles from "./admin.module.css";
import { datesBetween, type Stretch, stretches, withDays, withoutDays } from "./week";

interface ExceptionsEditorProps {
  /** Sorted by date. */
  exceptions: readonly Exception[];
  problem: string | undefined;
  onChange: (exceptions: Exception[]) => void;
}

const OFF = 0;

const ruleOf = (choice: number): DayRule => (choice === OFF ? { kind: "off" } : { kind: "work_like", weekday: choice });

/** Holidays and make-up days, days in a row as one line. */
export function ExceptionsEditor({ exceptions, problem, onChange }: ExceptionsEditorProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [choice, setChoice] = useState(OFF);
  const dates = datesBetween(from, to || from);
  const wordsOf = (day: DayRule): string => {
    switch (day.kind) {
      case "off":
        return t("calendar.off");
      case "work_like":
        return t("calendar.workLike", { day: format.weekday(day.weekday) });
      case "intervals":
        return listed(day.intervals.map((one) => `${timeText(one.start_min)}–${timeText(one.end_min)}`));
    }
  };
  const rules = [OFF, ...WEEKDAYS].map((value) => ({ value, label: wordsOf(ruleOf(value)) }));
  const add = () => {
    onChange(withDays(exceptions, dates, ruleOf(choice)));
    setFrom("");
    setTo("");
  };
  const lines = stretches(exceptions);
  const years = [...new Set(lines.map((line) => line.from.slice(0, 4)))].sort().reverse();
  const lineOf = (line: Stretch) => (
    <li key={line.from} className={styles.exception}>
      <span className={styles.dates}>{line.from === line.to ? line.from : `${line.from} – ${line.to.slice(5)}`}</span>
      <StateTag tone={line.day.kind === "off" ? "neutral" : "info"}>{wordsOf(line.day)}</StateTag>
      <IconButton
        label={t("calendar.removeDays", { from: line.from })}
        icon={<X size={14} />}
        onClick={() => onChange(withoutDays(exceptions, datesBetween(line.from, line.to)))}
      />
    </li>
  );
  return (
    <section className={styles.card} aria-label={t("calendar.exceptions")}>
      <header className={styles.cardHead}>
        <h2>{t("calendar.exceptions")}</h2>
      </header>
      {problem && <p className={styles.bad}>{problem}</p>}
      <div className={styles.adder}>
        <input
          type="date"
          aria-label={t("calendar.from")}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          aria-label={t("calendar.to")}
          min={from}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
        <Select
          aria-label={t("calendar.rule")}
          popupMatchSelectWidth={false}
          options={rules}
          value={choice}
          onChange={setChoice}
        />
        <Button icon={<Plus size={16} />} disabled={dates.length === 0} onClick={add}>
          {dates.length > 0 ? t("calendar.addDays", { count: dates.length }) : t("calendar.addSome")}
        </Button>
      </div>
      {lines.length === 0 && <p className={styles.rest}>{t("calendar.noExceptions")}</p>}
      {years.map((year) => (
        <div key={year}>
          <h3 className={styles.year}>{year}</h3>
          <ul>{lines.filter((line) => line.from.startsWith(year)).map(lineOf)}</ul>
        </div>
      ))}
    </section>
  );
}
