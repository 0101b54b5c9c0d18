import type { NodeProps } from "@xyflow/react";
import { type ComponentType, lazy, memo, Suspense } from "react";

/** Notes and bands arrive after the steps: most drawings have none. */
const late = (load: () => Promise<{ default: ComponentType<NodeProps> }>) => {
  const Card = lazy(load);
  return memo((props: NodeProps) => (
    <Suspense>
      <Card {...props} />
    </Suspense>
  ));
};

export const NoteOnCanvas = late(() => import("./NoteCard"));
export const PhaseOnCanvas = late(() => import("./PhaseBand"));
