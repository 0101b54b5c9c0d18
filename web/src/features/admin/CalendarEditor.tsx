import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { type Calendar, calendarsQuery, createCalendar, saveCalendar } from "@/api/calendars";
import { useTranslation } from "@/i18n/words";
import type { CalendarDefinition } from "@/model/calendar";
import { FormRow } from "@/ui/FormRow";
import { useLeaveGuard } from "@/ui/leave_guard";
import { isSaidAt, problemAt } from "@/ui/problem_at";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";
import { ExceptionsEditor } from "./ExceptionsEditor";
import { SectionPage } from "./SectionPage";
import { WeekEditor } from "./WeekEditor";
import { overlaps } from "./week";
import { zones } from "./zones";

const PLACES = ["name", "zone", "weekly", "exceptions"];

/** One calendar: its week, and the days that are different. An empty id makes a new one. */
export function CalendarEditor({ calendar, onClose }: { calendar: Calendar; onClose: () => void }) {
  const { t } = useTranslation("admin");
  const { t: word } = useTranslation();
  const cache = useQueryClient();
  const [name, setName] = useState(calendar.name);
  const [definition, setDefinition] = useState(calendar.definition);
  const give = (change: Partial<CalendarDefinition>) => setDefinition((old) => ({ ...old, ...change }));
  useLeaveGuard(name !== calendar.name || definition !== calendar.definition);
  const isSound = name.trim() !== "" && !definition.weekly.some(overlaps);
  const saving = useMutation({
    mutationFn: () => {
      const next = { ...calendar, name: name.trim(), definition };
      return calendar.id ? saveCalendar(next) : createCalendar(next.name, definition);
    },
    onSuccess: async () => {
      toast.success(t("calendar.saved"));
      await cache.invalidateQueries({ queryKey: calendarsQuery.queryKey });
      onClose();
    },
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
  });
  const at = problemAt(saving.error);
  const action = (
    <>
      <Button onClick={onClose}>{word("cancel")}</Button>
      <Button type="primary" disabled={!isSound} loading={saving.isPending} onClick={() => saving.mutate()}>
        {word("save")}
      </Button>
    </>
  );
  return (
    <SectionPage section="calendars" action={action} isNarrow>
      <section className={styles.card}>
        <FormRow label={t("calendar.name")} isRequired problem={at("name")}>
          {(id) => (
            <Input
              id={id}
              autoFocus={!calendar.id}
              maxLength={100}
              status={at("name") ? "error" : ""}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormRow>
        <FormRow label={t("calendar.zone")} problem={at("zone")}>
          {(id) => (
            <Select
              id={id}
              showSearch
              options={zones(definition.zone).map((value) => ({ value, label: value }))}
              value={definition.zone}
              onChange={(zone) => give({ zone })}
            />
          )}
        </FormRow>
      </section>
      <WeekEditor weekly={definition.weekly} problem={at("weekly")} onChange={(weekly) => give({ weekly })} />
      <ExceptionsEditor
        exceptions={definition.exceptions}
        problem={at("exceptions")}
        onChange={(exceptions) => give({ exceptions })}
      />
    </SectionPage>
  );
}
