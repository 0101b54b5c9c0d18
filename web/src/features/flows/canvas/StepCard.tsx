import { Handle, type NodeProps, NodeToolbar, Position } from "@xyflow/react";
import { CircleAlert, Clock, Settings2, TriangleAlert } from "lucide-react";
import { memo } from "react";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { nodePlace } from "@/model/edit/flow_plan";
import type { Node } from "@/model/flow";
import { sizeOf } from "@/nodes/drawing/boxes";
import { useLimitWords } from "@/nodes/settings/limit_words";
import { ownSettings } from "@/nodes/settings/own_settings";
import { nodeType } from "@/nodes/table";
import { cx } from "@/ui/cx";
import { useIsWhole } from "@/ui/designer/whole";
import { isLocked, useScene } from "./canvas_context";
import styles from "./StepCard.module.css";
import { StepTools } from "./StepTools";
import { TrialPeople } from "./TrialPeople";

export interface StepData extends Record<string, unknown> {
  node: Node;
}

function Card({ data, selected, dragging }: NodeProps) {
  const { node } = data as StepData;
  const { t } = useTranslation(["node", "flows"]);
  const scene = useScene();
  const { form, marks, trial, isReadOnly } = scene;
  const isWhole = useIsWhole();
  const { icon: Icon, color, Summary } = nodeType(node.step.kind);
  const size = sizeOf(node.step.kind);
  const isPill = size.height < 60;
  const mark = marks.get(`nodes.${node.id}`);
  const step = trial?.steps.get(node.id);
  const isOff = trial !== null && !step && !isPill && node.step.kind !== "start" && node.step.kind !== "update";
  const limitWords = useLimitWords();
  // A trial shows its people on the same edge.
  const limit = "limit" in node.step && !step && node.step.limit ? limitWords(node.step.limit) : null;
  const kind = t(`kind.${node.step.kind}.label`);
  const own = ownSettings(node.step).map((setting) =>
    t(setting === "signature" ? "own.signature" : `setting.${setting}`),
  );
  const ownWords = t("own.all", { list: listed(own) });
  return (
    <div
      className={cx(styles.card, isPill && styles.pill, dragging && styles.dragging)}
      data-color={color}
      data-selected={selected}
      data-mark={mark}
      data-off={isOff}
      data-here={step?.isHere}
      data-limited={limit !== null}
      data-locked={isLocked(scene, nodePlace(node.id))}
      style={size}
    >
      {!isReadOnly && !trial && selected && !dragging && (
        // Of itself it is shown where one step is selected alone.
        <NodeToolbar position={Position.Right} offset={3} align="end">
          <StepTools node={node} />
        </NodeToolbar>
      )}
      {node.step.kind !== "start" && <Handle type="target" position={Position.Top} className={styles.handle} />}
      <span className={styles.icon}>
        <Icon size={isPill ? 15 : 18} aria-label={kind} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{node.name || kind}</span>
        {Summary && !isPill && (
          <span className={styles.summary}>{isWhole && <Summary step={node.step} form={form} />}</span>
        )}
      </span>
      {own.length > 0 && (
        <span className={styles.own} title={ownWords}>
          <Settings2 size={12} aria-label={ownWords} />
        </span>
      )}
      {limit && (
        <span className={styles.limit} title={limit}>
          <Clock size={11} aria-label={t("setting.limit")} />
          <span>{limit}</span>
        </span>
      )}
      {mark && (
        <span className={styles.mark} data-mark={mark}>
          {mark === "error" ? (
            <CircleAlert size={16} aria-label={t("flows:hasError")} />
          ) : (
            <TriangleAlert size={16} aria-label={t("flows:hasWarning")} />
          )}
        </span>
      )}
      {step && <TrialPeople step={step} />}
      {node.step.kind !== "end" && <Handle type="source" position={Position.Bottom} className={styles.handle} />}
    </div>
  );
}

export const StepCard = memo(Card);
