import { Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import type { StepSettingsProps } from "../registry";
import { DurationInput } from "./DurationInput";
import { LimitActions } from "./LimitActions";

const FRESH = { minutes: 480, actions: [{ kind: "remind" as const }] };

/** How long the step may last in working time, and what happens then. */
export function LimitSettings({ step, onChange, problems }: StepSettingsProps<"handle" | "approve">) {
  const { t } = useTranslation("node");
  const limit = step.limit ?? null;
  const problem = problems.find(({ place }) => place.startsWith("limit"));
  return (
    <>
      <PropertyRow
        name="limit"
        label={t("limit.label")}
        help={t("limit.labelHelp")}
        problem={problem && placeText(problem)}
        isInline
      >
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={limit !== null}
            onChange={(checked) => onChange({ ...step, limit: checked ? FRESH : null })}
          />
        )}
      </PropertyRow>
      {limit && (
        <>
          <DurationInput limit={limit} onChange={(next) => onChange({ ...step, limit: next }, "limit")} />
          <PropertyRow name="limit.actions" label={t("limit.actions")} help={t("limit.actionsHelp")}>
            {(id) => (
              <LimitActions
                id={id}
                actions={limit.actions}
                onChange={(actions) => onChange({ ...step, limit: { ...limit, actions } })}
              />
            )}
          </PropertyRow>
        </>
      )}
    </>
  );
}
