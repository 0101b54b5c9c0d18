import { EdgeLabelRenderer } from "@xyflow/react";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Node } from "@/model/flow";
import { entriesOf } from "@/model/flow_ports";
import { useScene } from "./canvas_context";
import styles from "./StepLine.module.css";

const ABOVE = 21;

/** Above a step that several lines lead to: adds where they have met. A join waits for branches, so nothing meets before it. */
export function MeetingPlus({ node }: { node: Node }) {
  const { t } = useTranslation("flows");
  const { flow, drawing, pick } = useScene();
  if (node.step.kind === "join" || !drawing.isArranged || entriesOf(flow, node.id).length < 2) return null;
  const box = drawing.boxes.get(node.id);
  if (!box) return null;
  const at = { x: box.x + box.width / 2, y: box.y - ABOVE };
  return (
    <EdgeLabelRenderer>
      <div className={styles.middle} style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}>
        <button
          type="button"
          className={`${styles.plus} nodrag nopan`}
          aria-label={t("insertMeeting")}
          onClick={(event) => {
            const shown = event.currentTarget.getBoundingClientRect();
            pick({ before: node.id }, { x: shown.right, y: shown.top });
          }}
        >
          <Plus size={12} />
        </button>
      </div>
    </EdgeLabelRenderer>
  );
}
