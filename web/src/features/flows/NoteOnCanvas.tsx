import type { NodeProps } from "@xyflow/react";
import { lazy, memo, Suspense } from "react";

const NoteCard = lazy(() => import("./NoteCard"));

/** A note arrives after the steps: most drawings have none. */
export const NoteOnCanvas = memo((props: NodeProps) => (
  <Suspense>
    <NoteCard {...props} />
  </Suspense>
));
