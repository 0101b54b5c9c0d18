import { Button, Input, Select } from "antd";
import { Group, Trash2 } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { PHASE_COLORS, PHASE_NAME_CHARS_MAX, type Phase } from "@/model/canvas";
import type { FlowDefinition } from "@/model/flow";
import type { Problem } from "@/model/problem";
import { useByName } from "@/ui/by_name";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import type { LockNoteProps } from "@/ui/designer/LockNote";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import { CanvasColors } from "../canvas/CanvasColors";
import type { Deeds } from "../edits/deeds";
import { insideOf, targetOf } from "../edits/flow_problems";
import { TopRows } from "./TopRows";

interface PhaseInspectorProps {
  phase: Phase;
  flow: FlowDefinition;
  problems: readonly Problem[];
  deeds: Deeds;
  /** Given while it is locked. */
  lock: LockNoteProps | undefined;
}

/** What a phase is called, its colour, and the steps in it. */
export function PhaseInspector({ phase, flow, problems, deeds, lock }: PhaseInspectorProps) {
  const { t } = useTranslation("flows");
  const byName = useByName();
  const { set } = deeds.phases;
  const mine = problems.filter((problem) => targetOf(problem) === `phases.${phase.id}`).map(insideOf);
  const said = (property: string) => {
    const found = mine.find(({ place }) => place === property);
    return found && placeText(found);
  };
  const names = new Map(flow.nodes.map(({ id, name }) => [id, name || id]));
  const gone = phase.steps.filter((id) => !names.has(id));
  return (
    <InspectorFrame
      lock={lock}
      title={phase.name || t("phase.blank")}
      subtitle={t("phase.label")}
      icon={<Group size={18} />}
      groups={[]}
    >
      <TopRows isLocked={lock !== undefined}>
        <PropertyRow label={t("name")} name="name" help={t("phase.nameHelp")} problem={said("name")}>
          {(id) => (
            <Input
              id={id}
              data-step-name
              value={phase.name}
              maxLength={PHASE_NAME_CHARS_MAX}
              onChange={(event) => set({ ...phase, name: event.target.value }, "name")}
            />
          )}
        </PropertyRow>
        <PropertyRow label={t("note.color")} help={t("phase.colorHelp")}>
          {() => (
            <CanvasColors colors={PHASE_COLORS} value={phase.color} onPick={(color) => set({ ...phase, color })} />
          )}
        </PropertyRow>
        <PropertyRow label={t("phase.steps")} name="steps" help={t("phase.stepsHelp")} problem={said("steps")}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              showSearch={byName}
              value={phase.steps}
              options={[...names, ...gone.map((lost): [string, string] => [lost, lost])].map(([value, label]) => ({
                value,
                label,
              }))}
              onChange={(steps: string[]) => set({ ...phase, steps })}
            />
          )}
        </PropertyRow>
        <Button icon={<Trash2 size={15} />} onClick={() => deeds.remove({ phases: [phase.id] })}>
          {t("phase.remove")}
        </Button>
      </TopRows>
    </InspectorFrame>
  );
}
