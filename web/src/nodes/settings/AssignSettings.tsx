import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import type { Assign, WhenEmpty } from "@/model/flow";
import { useByName } from "@/ui/by_name";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { namedOptions } from "@/ui/people";
import { placeText } from "@/ui/problem_text";
import type { StepSettingsProps } from "../registry";
import { SourceList } from "./SourceList";

const EMPTY: readonly WhenEmpty["kind"][] = ["to_administrator", "to_manager", "to_user", "skip", "block"];
const SELF = ["to_manager", "to_department_head", "to_administrator", "skip", "allow"] as const;

/** Who gets the step, and what happens when the rules find nobody. */
export function AssignSettings({ step, form, onChange, problems }: StepSettingsProps<"handle" | "approve">) {
  const { t } = useTranslation("node");
  const byName = useByName();
  const { data } = useQuery(directoryQuery);
  const assign = step.assign ?? {};
  const empty = assign.when_empty ?? { kind: "to_administrator" };
  const set = (part: Assign) => onChange({ ...step, assign: { ...assign, ...part } });
  const setEmpty = (kind: WhenEmpty["kind"]) =>
    set({ when_empty: kind === "to_user" ? { kind, user: data?.users[0]?.id ?? "" } : { kind } });
  const trouble = problems.find(({ place, code }) => place === "assign" && code !== "flow_may_block");
  const emptyTrouble = problems.find(({ place, code }) => place === "assign.when_empty" || code === "flow_may_block");
  return (
    <>
      <PropertyRow
        name="assign"
        label={t("assign.label")}
        help={t("assign.help")}
        problem={trouble && placeText(trouble)}
      >
        {(id) => (
          <SourceList id={id} form={form} sources={assign.sources ?? []} onChange={(sources) => set({ sources })} />
        )}
      </PropertyRow>
      <PropertyRow
        name="assign.when_empty"
        label={t("whenEmpty.label")}
        help={t("whenEmpty.help")}
        problem={emptyTrouble && placeText(emptyTrouble)}
      >
        {(id) => (
          <Select
            id={id}
            value={empty.kind}
            onChange={setEmpty}
            options={EMPTY.map((kind) => ({ value: kind, label: t(`whenEmpty.${kind}`) }))}
          />
        )}
      </PropertyRow>
      {empty.kind === "to_user" && (
        <Select
          aria-label={t("whenEmpty.to_user")}
          showSearch={byName}
          value={empty.user || null}
          onChange={(user: string | null) => user && set({ when_empty: { kind: "to_user", user } })}
          options={namedOptions(data?.users, data)}
        />
      )}
      {step.kind === "approve" && (
        <PropertyRow name="assign.self_approval" label={t("selfApproval.label")} help={t("selfApproval.help")}>
          {(id) => (
            <Select
              id={id}
              value={assign.self_approval ?? "to_manager"}
              onChange={(self_approval) => set({ self_approval })}
              options={SELF.map((rule) => ({ value: rule, label: t(`selfApproval.${rule}`) }))}
            />
          )}
        </PropertyRow>
      )}
    </>
  );
}
