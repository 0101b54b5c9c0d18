import { Input } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition, Node } from "@/model/flow";
import { portsOf } from "@/model/flow_ports";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { settingsOf } from "@/nodes/setting_table";
import { nodeType } from "@/nodes/table";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import type { LockNoteProps } from "@/ui/designer/LockNote";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import type { Deeds } from "../edits/deeds";
import { insideOf, targetOf } from "../edits/flow_problems";
import styles from "./inspector.module.css";
import { TopRows } from "./TopRows";

interface NodeInspectorProps {
  node: Node;
  flow: FlowDefinition;
  form: FormDefinition;
  problems: readonly Problem[];
  deeds: Deeds;
  /** Given while it is locked. */
  lock: LockNoteProps | undefined;
}

const Branches = lazy(() => import("./Branches"));

const NAME_CHARS_MAX = 100;

export default function NodeInspector({ node, flow, form, problems, deeds, lock }: NodeInspectorProps) {
  const { t } = useTranslation(["flows", "node"]);
  const { icon: Icon } = nodeType(node.step.kind);
  const mine = problems.filter((problem) => targetOf(problem) === `nodes.${node.id}`).map(insideOf);
  // What concerns the whole step is said on top; what concerns a setting, beside it.
  const general = mine.filter(({ place }) => place === "");
  const named = mine.find(({ place }) => place === "name");
  const groups = settingsOf(node.step.kind).map(({ group, Content }) => ({
    id: `flow.${group}`,
    label: t(`node:setting.${group}`),
    content: (
      <Content
        key={node.id}
        step={node.step}
        form={form}
        flow={flow}
        problems={mine}
        onChange={(step, undoGroup) => deeds.setNode({ ...node, step }, undoGroup)}
      />
    ),
  }));
  if (portsOf(node.step).isMany) {
    groups.unshift({
      id: "flow.branches",
      label: t("branches.title"),
      content: (
        <Suspense>
          <Branches node={node} flow={flow} form={form} deeds={deeds} />
        </Suspense>
      ),
    });
  }
  return (
    <InspectorFrame
      lock={lock}
      hasSearch
      title={node.name || t(`node:kind.${node.step.kind}.label`)}
      subtitle={t(`node:kind.${node.step.kind}.label`)}
      icon={<Icon size={18} />}
      groups={groups}
    >
      <TopRows isLocked={lock !== undefined}>
        <PropertyRow label={t("name")} help={t("nameHelp")} problem={named && placeText(named)}>
          {(id) => (
            <Input
              id={id}
              data-step-name
              value={node.name}
              maxLength={NAME_CHARS_MAX}
              onChange={(event) => deeds.rename({ ...node, name: event.target.value })}
            />
          )}
        </PropertyRow>
        {general.map((problem) => (
          <p key={problem.code} className={styles.problem} data-severity={problem.severity}>
            {placeText(problem)}
          </p>
        ))}
      </TopRows>
    </InspectorFrame>
  );
}
