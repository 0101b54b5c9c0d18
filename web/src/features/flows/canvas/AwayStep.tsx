import { useReactFlow, useStore } from "@xyflow/react";
import { MoveRight } from "lucide-react";
import { shallow } from "zustand/shallow";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import { boxOf } from "@/nodes/drawing/boxes";
import { calmly } from "@/ui/motion";
import { chosenOf } from "../edits/selection";
import styles from "./AwayStep.module.css";
import { signTo } from "./canvas_window";

interface AwayStepProps {
  flow: FlowDefinition;
  selection: readonly string[];
}

const CALM_MS = 200;

/** At the edge of the canvas, while the one selected step is out of sight: where it is, and the way there. */
export function AwayStep({ flow, selection }: AwayStepProps) {
  const { t } = useTranslation("flows");
  const canvas = useReactFlow();
  const { nodes } = chosenOf(selection);
  const node = nodes.length === 1 ? flow.nodes.find(({ id }) => id === nodes[0]) : undefined;
  const box = node && boxOf(node);
  const sign = useStore(
    ({ transform: [x, y, zoom], width, height }) => (box ? signTo(box, { x, y, zoom, width, height }) : null),
    shallow,
  );
  if (!node || !box || !sign) return null;
  const go = () => {
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    void canvas.setCenter(middle.x, middle.y, { zoom: canvas.getZoom(), duration: calmly(CALM_MS) });
  };
  return (
    <button
      type="button"
      className={`${styles.sign} nodrag nopan`}
      style={{ left: sign.x, top: sign.y }}
      aria-label={t("away", { name: node.name })}
      title={node.name}
      onClick={go}
    >
      <MoveRight size={16} style={{ transform: `rotate(${sign.turn}deg)` }} />
    </button>
  );
}
