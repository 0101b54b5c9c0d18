import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import type { Source } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { useByName } from "@/ui/by_name";
import { leaveOnTab } from "@/ui/leave_on_tab";
import { namedOptions } from "@/ui/people";

interface SourceDetailProps {
  source: Source;
  form: FormDefinition;
  onChange: (source: Source) => void;
}

interface Named {
  id: string;
  name: string;
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What one source needs to know: which team, how many managers up. */
export function SourceDetail({ source, form, onChange }: SourceDetailProps) {
  const { t } = useTranslation("node");
  const byName = useByName();
  const { data, isPending } = useQuery(directoryQuery);
  const label = t(`source.kind.${source.kind}`);
  const pick = (list: readonly Named[] | undefined, value: string, set: (id: string) => void) => (
    <Select
      aria-label={label}
      placeholder={t("source.choose")}
      loading={isPending}
      showSearch={byName}
      value={value || null}
      onChange={(id: string | null) => set(id ?? "")}
      options={namedOptions(list, data)}
    />
  );
  switch (source.kind) {
    case "users":
      return (
        <Select
          mode="multiple"
          onInputKeyDown={leaveOnTab}
          aria-label={label}
          placeholder={t("source.choose")}
          loading={isPending}
          showSearch={byName}
          value={source.users}
          onChange={(users) => onChange({ kind: "users", users })}
          options={namedOptions(
            data?.users.filter(({ id, is_active }) => is_active || source.users.includes(id)),
            data,
          )}
        />
      );
    case "team":
      return pick(data?.teams, source.team, (team) => onChange({ kind: "team", team }));
    case "role":
      return pick(data?.roles, source.role, (role) => onChange({ kind: "role", role }));
    case "department_members":
    case "department_head":
      return pick(data?.departments, source.department, (department) => onChange({ kind: source.kind, department }));
    case "initiator_department_head":
    case "initiator_manager":
      return (
        <Select
          aria-label={label}
          value={source.level}
          onChange={(level) => onChange({ kind: source.kind, level })}
          options={LEVELS.map((level) => ({ value: level, label: t(`source.level.${source.kind}`, { level }) }))}
        />
      );
    case "field": {
      const people = form.fields.filter(({ control }) => control.kind === "user" || control.kind === "dept");
      const named = people.map(({ id, label: name, control }) => ({
        id,
        name: control.kind === "dept" ? t("source.fieldHead", { name }) : name,
      }));
      return pick(named, source.field, (field) => onChange({ kind: "field", field }));
    }
    case "initiator":
      return null;
  }
}
