import type { ComponentProps } from "react";
import { ConflictBar } from "./ConflictBar";
import type { Deeds } from "./deeds";
import type { FlowSession } from "./draft_session";
import { FlowCanvas } from "./FlowCanvas";
import { TemplateChoice } from "./TemplateChoice";

interface FlowSurfaceProps extends Pick<ComponentProps<typeof FlowCanvas>, "scene" | "selection" | "control"> {
  session: FlowSession;
  deeds: Deeds;
  hasConflict: boolean;
}

/** The canvas, and what stands before it: whose drawing it is, or how to begin one. */
export function FlowSurface({ session, deeds, hasConflict, ...canvas }: FlowSurfaceProps) {
  return (
    <>
      {hasConflict && <ConflictBar session={session} />}
      <FlowCanvas
        {...canvas}
        onSelect={deeds.select}
        onMove={deeds.move}
        onConnect={deeds.connect}
        onReconnect={deeds.reconnect}
      />
      {canvas.scene.flow.nodes.length === 0 && <TemplateChoice deeds={deeds} />}
    </>
  );
}
