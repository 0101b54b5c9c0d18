import { type ComponentProps, lazy, Suspense } from "react";
import { ShowAll } from "@/ui/designer/ShowAll";
import { FlowCanvas } from "./canvas/FlowCanvas";
import type { Deeds } from "./edits/deeds";
import type { FlowStore } from "./edits/draft_session";
import { isThere } from "./edits/locks";
import styles from "./FlowDesigner.module.css";

const TemplateChoice = lazy(() => import("./TemplateChoice"));

interface FlowSurfaceProps extends Pick<ComponentProps<typeof FlowCanvas>, "scene" | "selection" | "control"> {
  deeds: Deeds;
  store: FlowStore;
}

/** The canvas, and how to begin while it is empty. */
export function FlowSurface({ deeds, store, ...canvas }: FlowSurfaceProps) {
  return (
    <>
      <FlowCanvas
        {...canvas}
        onSelect={deeds.select}
        onMove={deeds.move}
        onConnect={deeds.connect}
        onReconnect={deeds.reconnect}
      />
      <div className={styles.hidden}>
        <ShowAll store={store} has={(place) => isThere(canvas.scene.flow, place)} />
      </div>
      {canvas.scene.flow.nodes.length === 0 && (
        <Suspense>
          <TemplateChoice deeds={deeds} />
        </Suspense>
      )}
    </>
  );
}
