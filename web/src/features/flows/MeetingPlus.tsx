import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Node } from "@/model/flow";
import { entriesOf } from "@/model/flow_ports";
import { useScene } from "./canvas_context";
import styles from "./StepLine.module.css";

/** Above a step that several lines lead to: adds where they have met. A join waits for branches, so nothing meets before it. */
export function MeetingPlus({ node }: { node: Node }) {
  const { t } = useTranslation("flows");
  const { flow, drawing, pick } = useScene();
  if (node.step.kind === "join" || !drawing.isArranged || entriesOf(flow, node.id).length < 2) return null;
  return (
    <button
      type="button"
      className={`${styles.plus} ${styles.meeting} nodrag nopan`}
      aria-label={t("insertMeeting")}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        pick({ before: node.id }, { x: box.right, y: box.top });
      }}
    >
      <Plus size={12} />
    </button>
  );
}
