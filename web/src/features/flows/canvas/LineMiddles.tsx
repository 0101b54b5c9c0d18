import { type Edge as CanvasEdge, EdgeLabelRenderer } from "@xyflow/react";
import { CircleAlert, Plus } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "@/i18n/words";
import { nodePlace } from "@/model/edit/flow_plan";
import { entriesOf } from "@/model/flow_ports";
import type { Point } from "@/nodes/drawing/arrange";
import { boxOf } from "@/nodes/drawing/boxes";
import { isHidden, type PickFor, useScene } from "./canvas_context";
import { useLineState, useLineWords } from "./line_words";
import type { LineData } from "./StepLine";
import styles from "./StepLine.module.css";

const placed = ({ x, y }: Point) => ({ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` });

/** Words and buttons of all lines, in one layer: a layer for each would be looked up with every frame of a drag. */
export function LineMiddles({ edges }: { edges: readonly CanvasEdge[] }) {
  return (
    <EdgeLabelRenderer>
      {edges.map(({ id, data, selected }) => (
        <Middle key={id} data={data as LineData} isSelected={selected ?? false} />
      ))}
      <Meetings />
    </EdgeLabelRenderer>
  );
}

interface MiddleProps {
  data: LineData;
  isSelected: boolean;
}

const Middle = memo(({ data: { edge, line }, isSelected }: MiddleProps) => {
  const { t } = useTranslation("flows");
  const { isReadOnly, select } = useScene();
  const words = useLineWords(edge);
  const state = useLineState(edge, isSelected);
  return (
    <div className={styles.middle} data-edge={edge.id} data-state={state} style={placed(line.middle)}>
      {words && (
        <button
          type="button"
          className={`${styles.words} nodrag nopan`}
          title={words}
          onClick={() => select(`edges.${edge.id}`)}
        >
          {state === "error" && <CircleAlert size={12} />}
          <span>{words}</span>
        </button>
      )}
      {!isReadOnly && <PlusButton label={t("insertHere")} what={{ edge: edge.id }} />}
    </div>
  );
});

function PlusButton({ label, what }: { label: string; what: PickFor }) {
  const { pick } = useScene();
  return (
    <button
      type="button"
      className={`${styles.plus} nodrag nopan`}
      aria-label={label}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        pick(what, { x: box.right, y: box.top });
      }}
    >
      <Plus size={12} />
    </button>
  );
}

const ABOVE = 21;

/** Above steps that several lines lead to: adds where they have met. A join waits for branches, so nothing meets before it. */
function Meetings() {
  const { t } = useTranslation("flows");
  const scene = useScene();
  const { flow, isArranged, isReadOnly } = scene;
  if (isReadOnly || !isArranged) return null;
  const meetings = flow.nodes.filter(
    ({ id, step }) => step.kind !== "join" && entriesOf(flow, id).length > 1 && !isHidden(scene, nodePlace(id)),
  );
  return meetings.map((node) => {
    const { x, y, width } = boxOf(node);
    return (
      <div key={node.id} className={styles.middle} style={placed({ x: x + width / 2, y: y - ABOVE })}>
        <PlusButton label={t("insertMeeting")} what={{ before: node.id }} />
      </div>
    );
  });
}
