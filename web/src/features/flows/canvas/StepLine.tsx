import { BaseEdge, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { Edge } from "@/model/flow";
import { type Line, pathOf } from "@/nodes/drawing/route";
import { useLineState } from "./line_words";
import styles from "./StepLine.module.css";

export interface LineData extends Record<string, unknown> {
  edge: Edge;
  line: Line;
}

/** The path of a line; its words and its button are drawn above all lines, by LineMiddles. */
function LineOf({ data, selected, markerEnd }: EdgeProps) {
  const { edge, line } = data as LineData;
  const state = useLineState(edge, selected ?? false);
  return (
    <BaseEdge
      path={pathOf(line)}
      interactionWidth={22}
      className={styles.line ?? ""}
      data-state={state}
      {...(markerEnd && { markerEnd })}
    />
  );
}

export const StepLine = memo(LineOf);
