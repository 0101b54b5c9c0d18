import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { CircleAlert, Plus } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Edge } from "@/model/flow";
import { pathOf } from "@/nodes/drawing/route";
import { useScene } from "./canvas_context";
import { useLineWords } from "./line_words";
import styles from "./StepLine.module.css";

export interface LineData extends Record<string, unknown> {
  edge: Edge;
}

function LineOf({ data, selected, markerEnd }: EdgeProps) {
  const { edge } = data as LineData;
  const { t } = useTranslation("flows");
  const { drawing, marks, trial, isReadOnly, pick } = useScene();
  const words = useLineWords(edge);
  const line = drawing.lines.get(edge.id);
  if (!line) return null;
  const mark = marks.get(`edges.${edge.id}`);
  const isTaken = trial?.lines.has(edge.id) ?? false;
  const state = isTaken ? "taken" : trial ? "off" : selected ? "selected" : mark;
  return (
    <>
      <BaseEdge
        path={pathOf(line)}
        interactionWidth={22}
        className={styles.line ?? ""}
        data-state={state}
        {...(markerEnd && { markerEnd })}
      />
      <EdgeLabelRenderer>
        <div
          className={styles.middle}
          data-edge={edge.id}
          data-state={state}
          style={{ transform: `translate(-50%, -50%) translate(${line.middle.x}px, ${line.middle.y}px)` }}
        >
          {words && (
            // A click reaches the line, which is then selected.
            <button type="button" className={`${styles.words} nodrag nopan`} title={words}>
              {mark === "error" && <CircleAlert size={12} />}
              <span>{words}</span>
            </button>
          )}
          {!isReadOnly && (
            <button
              type="button"
              className={`${styles.plus} nodrag nopan`}
              aria-label={t("insertHere")}
              onClick={(event) => {
                const box = event.currentTarget.getBoundingClientRect();
                pick({ edge: edge.id }, { x: box.right, y: box.top });
              }}
            >
              <Plus size={12} />
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

export const StepLine = memo(LineOf);
