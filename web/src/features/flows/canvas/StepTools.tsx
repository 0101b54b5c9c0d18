import { Copy, GitBranch, Group, Plus, Replace, Trash2, Ungroup } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { phaseOf } from "@/model/canvas";
import { nodePlace } from "@/model/edit/flow_plan";
import type { Node } from "@/model/flow";
import { exitsOf, freePort, portsOf } from "@/model/flow_ports";
import { exitWords } from "@/nodes/drawing/line_words";
import { IconButton } from "@/ui/IconButton";
import { isLocked, useScene } from "./canvas_context";
import { Unlock } from "./Locked";
import styles from "./StepCard.module.css";

/** Beside the selected step: what can be done with it in one click. */
export function StepTools({ node }: { node: Node }) {
  const { t } = useTranslation("flows");
  const { t: said } = useTranslation("condition");
  const scene = useScene();
  const { flow, pick, duplicate, remove, deeds } = scene;
  const { isMany } = portsOf(node.step);
  const exit = isMany || exitsOf(flow, node.id).length === 0 ? null : freePort(flow, node);
  const phase = phaseOf(flow, node.id);
  const frame = useRef<HTMLDivElement>(null);
  const here = () => {
    const box = frame.current?.getBoundingClientRect();
    return { x: box?.right ?? 0, y: box?.top ?? 0 };
  };
  const isStart = node.step.kind === "start";
  const place = nodePlace(node.id);
  if (deeds && isLocked(scene, place)) return <Unlock place={place} />;
  const isPair = node.step.kind === "parallel" || node.step.kind === "join";
  return (
    <div ref={frame} className={styles.tools}>
      <IconButton
        label={t(isMany ? "branches.add" : "addAfter")}
        keys="n"
        icon={<Plus size={16} />}
        onClick={() => pick({ after: node.id }, here())}
      />
      {exit && (
        <IconButton
          label={t("branches.addFor", { exit: exitWords(exit, node.step, said) })}
          icon={<GitBranch size={16} />}
          onClick={() => pick({ exit: node.id }, here())}
        />
      )}
      {!isStart && !isPair && (
        <IconButton
          label={t("replaceKind")}
          icon={<Replace size={16} />}
          onClick={() => pick({ replace: node.id }, here())}
        />
      )}
      <IconButton
        label={t(phase ? "phase.takeOut" : "phase.group")}
        keys={phase ? undefined : "mod+g"}
        icon={phase ? <Ungroup size={16} /> : <Group size={16} />}
        onClick={() => {
          if (phase) deeds?.phases.takeOut(node.id);
          else deeds?.phases.group([node.id], (number) => t("phase.fresh", { number }));
        }}
      />
      {!isStart && (
        <>
          <IconButton
            label={t("duplicate")}
            keys="mod+d"
            icon={<Copy size={16} />}
            onClick={() => duplicate(node.id)}
          />
          <IconButton label={t("remove")} keys="delete" icon={<Trash2 size={16} />} onClick={() => remove(node.id)} />
        </>
      )}
    </div>
  );
}
