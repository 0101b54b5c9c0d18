import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, InputNumber, Select } from "antd";
import { type FormEvent, useState } from "react";
import { type BackupPlan, type Backups, backupsQuery, type Every, savePlan } from "@/api/backups";
import { useTranslation } from "@/i18n/words";
import { Foot } from "@/ui/Foot";
import { FormRow } from "@/ui/FormRow";
import { useFormat } from "@/ui/format";
import { useLeaveGuard } from "@/ui/leave_guard";
import { isSaidAt, problemAt } from "@/ui/problem_at";
import { TimeInput } from "@/ui/TimeInput";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";

const PLACES = ["every.hours", "every.minute", "keep.daily", "keep.weekly", "keep.monthly", "rehearse_days"];
const KEPT = ["daily", "weekly", "monthly"] as const;
const EVERY: Record<Every["kind"], Every> = {
  never: { kind: "never" },
  hours: { kind: "hours", hours: 6 },
  daily: { kind: "daily", minute: 120 },
};

/** When backups are made, which are kept, and how often one is rehearsed. */
export function BackupPlanCard({ page }: { page: Backups }) {
  const { t } = useTranslation("admin");
  const { t: word } = useTranslation();
  const format = useFormat();
  const cache = useQueryClient();
  const [plan, setPlan] = useState(page.plan);
  const give = (change: Partial<BackupPlan>) => setPlan((old) => ({ ...old, ...change }));
  const isChanged = JSON.stringify(plan) !== JSON.stringify(page.plan);
  useLeaveGuard(isChanged);
  const saving = useMutation({
    mutationFn: () => savePlan(plan),
    onSuccess: () => toast.success(t("backup.plan.saved")),
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: backupsQuery.queryKey }),
  });
  const at = problemAt(saving.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !saving.isPending) saving.mutate();
  };
  const next = page.next_backup ? t("backup.plan.next", { at: format.dateTime(page.next_backup) }) : null;
  const { every, keep } = plan;
  return (
    <form className={styles.card} onSubmit={submit}>
      <div className={styles.cardHead}>
        <h2>{t("backup.plan.heading")}</h2>
      </div>
      <p className={styles.note}>{t("backup.plan.target", { target: page.target })}</p>
      <FormRow label={t("backup.plan.every")} help={next}>
        {(id) => (
          <Select
            id={id}
            options={(["never", "hours", "daily"] as const).map((value) => ({
              value,
              label: t(`backup.plan.kind.${value}`),
            }))}
            value={every.kind}
            onChange={(kind) => give({ every: EVERY[kind] })}
          />
        )}
      </FormRow>
      {every.kind === "hours" && (
        <CountRow
          label={t("backup.plan.hours")}
          problem={at("every.hours")}
          count={every.hours}
          onChange={(hours) => give({ every: { kind: "hours", hours } })}
        />
      )}
      {every.kind === "daily" && (
        <FormRow label={t("backup.plan.time")}>
          {(id) => (
            <TimeInput
              id={id}
              minute={every.minute}
              onChange={(minute) => give({ every: { kind: "daily", minute } })}
            />
          )}
        </FormRow>
      )}
      {KEPT.map((period) => (
        <CountRow
          key={period}
          label={t(`backup.plan.${period}`)}
          problem={at(`keep.${period}`)}
          count={keep[period]}
          onChange={(count) => give({ keep: { ...keep, [period]: count } })}
        />
      ))}
      <CountRow
        label={t("backup.plan.rehearse")}
        help={t("backup.plan.rehearseHelp")}
        problem={at("rehearse_days")}
        count={plan.rehearse_days}
        onChange={(rehearse_days) => give({ rehearse_days })}
      />
      <Foot>
        {isChanged && <Button onClick={() => setPlan(page.plan)}>{word("undo")}</Button>}
        <Button type="primary" htmlType="submit" disabled={!isChanged} loading={saving.isPending}>
          {word("save")}
        </Button>
      </Foot>
    </form>
  );
}

interface CountRowProps {
  label: string;
  help?: string;
  problem: string | undefined;
  count: number;
  onChange: (count: number) => void;
}

function CountRow({ label, help, problem, count, onChange }: CountRowProps) {
  return (
    <FormRow label={label} help={help} problem={problem}>
      {(id) => (
        <InputNumber
          id={id}
          min={0}
          status={problem ? "error" : ""}
          value={count}
          onChange={(given) => onChange(given ?? 0)}
        />
      )}
    </FormRow>
  );
}
