import { Button, Input, Select, Switch } from "antd";
import { MoveRight, Trash2 } from "lucide-react";
import { ConditionInput } from "@/fields/condition/ConditionInput";
import { useTranslation } from "@/i18n/words";
import { isHeld } from "@/model/edit/flow_plan";
import type { Edge, FlowDefinition } from "@/model/flow";
import { isSamePort, portName, portsOf } from "@/model/flow_ports";
import type { Problem } from "@/model/problem";
import { exitWords } from "@/nodes/drawing/line_words";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import type { LockNoteProps } from "@/ui/designer/LockNote";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import type { Deeds } from "../edits/deeds";
import { isUnwritten, targetOf } from "../edits/flow_problems";
import styles from "./inspector.module.css";
import { TopRows } from "./TopRows";

interface EdgeInspectorProps {
  edge: Edge;
  flow: FlowDefinition;
  problems: readonly Problem[];
  deeds: Deeds;
  /** Given while it is locked. */
  lock: LockNoteProps | undefined;
}

export default function EdgeInspector({ edge, flow, problems, deeds, lock }: EdgeInspectorProps) {
  const { t } = useTranslation(["flows", "condition"]);
  const { t: said } = useTranslation("condition");
  const from = flow.nodes.find(({ id }) => id === edge.from);
  const to = flow.nodes.find(({ id }) => id === edge.to);
  const mine = problems.filter((problem) => targetOf(problem) === `edges.${edge.id}`);
  const ports = from ? portsOf(from.step) : null;
  const choices = ports && !ports.isMany ? [...ports.needed, ...ports.optional] : [];
  const { condition: _, ...plain } = edge;
  const isKept = isHeld(flow, edge);
  return (
    <InspectorFrame
      lock={lock}
      title={`${from?.name ?? edge.from} → ${to?.name ?? edge.to}`}
      subtitle={t("line")}
      icon={<MoveRight size={18} />}
      groups={[]}
    >
      <TopRows isLocked={lock !== undefined}>
        {mine.map((problem) => (
          <p key={`${problem.place}.${problem.code}`} className={styles.problem} data-severity={problem.severity}>
            {isUnwritten(flow, problem) ? t("condition:unset") : placeText(problem)}
          </p>
        ))}
        {from?.step.kind === "exclusive" && (
          <>
            <PropertyRow label={t("condition:otherwise")} help={t("otherwiseHelp")} isInline>
              {(id) => (
                <Switch
                  id={id}
                  size="small"
                  checked={edge.condition === undefined}
                  disabled={isKept}
                  onChange={(isDefault) => deeds.setEdge(isDefault ? plain : { ...edge, condition: "" })}
                />
              )}
            </PropertyRow>
            {edge.condition !== undefined && (
              <PropertyRow key={edge.id} name="condition" label={t("condition.label")} help={t("condition.help")}>
                {(id) => (
                  <ConditionInput
                    id={id}
                    label={t("condition.label")}
                    value={edge.condition ?? ""}
                    onChange={(condition) => deeds.setEdge({ ...edge, condition }, "condition")}
                  />
                )}
              </PropertyRow>
            )}
          </>
        )}
        {choices.length > 1 && (
          <PropertyRow label={t("condition:port.label")} help={t("portHelp")}>
            {(id) => (
              <Select
                id={id}
                value={portName(edge.port)}
                onChange={(name) => {
                  const port = choices.find((one) => portName(one) === name);
                  if (port && !isSamePort(port, edge.port)) deeds.setEdge({ ...edge, port });
                }}
                options={choices.map((port) => ({ value: portName(port), label: exitWords(port, from?.step, said) }))}
              />
            )}
          </PropertyRow>
        )}
        <PropertyRow label={t("lineLabel")} help={t("lineLabelHelp")}>
          {(id) => (
            <Input
              id={id}
              value={edge.label ?? ""}
              maxLength={100}
              onChange={(event) => deeds.setEdge({ ...edge, label: event.target.value }, "label")}
            />
          )}
        </PropertyRow>
        {isKept ? (
          <p className={styles.note}>{t("otherwiseHeld")}</p>
        ) : (
          <Button danger icon={<Trash2 size={15} />} onClick={() => deeds.remove({ edges: [edge.id] })}>
            {t("removeLine")}
          </Button>
        )}
      </TopRows>
    </InspectorFrame>
  );
}
