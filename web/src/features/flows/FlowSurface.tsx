import { type ComponentProps, lazy, Suspense } from "react";
import type { Deeds } from "./deeds";
import { FlowCanvas } from "./FlowCanvas";

const TemplateChoice = lazy(() => import("./TemplateChoice"));

interface FlowSurfaceProps extends Pick<ComponentProps<typeof FlowCanvas>, "scene" | "selection" | "control"> {
  deeds: Deeds;
}

/** The canvas, and how to begin while it is empty. */
export function FlowSurface({ deeds, ...canvas }: FlowSurfaceProps) {
  return (
    <>
      <FlowCanvas
        {...canvas}
        onSelect={deeds.select}
        onMove={deeds.move}
        onConnect={deeds.connect}
        onReconnect={deeds.reconnect}
      />
      {canvas.scene.flow.nodes.length === 0 && (
        <Suspense>
          <TemplateChoice deeds={deeds} />
        </Suspense>
      )}
    </>
  );
}
