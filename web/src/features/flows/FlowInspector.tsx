import { Button } from "antd";
import { Copy, Group, Trash2, Workflow } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import type { Deeds } from "./deeds";
import styles from "./inspector.module.css";
import { chosenOf } from "./selection";

const NodeInspector = lazy(() => import("./NodeInspector"));
const CanvasInspector = lazy(() => import("./CanvasInspector"));
const EdgeInspector = lazy(() => import("./EdgeInspector"));

interface FlowInspectorProps {
  flow: FlowDefinition;
  form: FormDefinition;
  selection: readonly string[];
  problems: readonly Problem[];
  deeds: Deeds;
  /** Shown when nothing is selected: about the flow as a whole. */
  whole: ReactNode;
}

/** The right pane: one step, one line, several things, or the flow itself. */
export function FlowInspector({ flow, form, selection, problems, deeds, whole }: FlowInspectorProps) {
  const { t } = useTranslation("flows");
  const freshPhase = (number: number) => t("phase.fresh", { number });
  const chosen = chosenOf(selection);
  const { nodes, edges, notes, phases } = chosen;
  const node = flow.nodes.find(({ id }) => id === nodes[0]);
  const edge = flow.edges.find(({ id }) => id === edges[0]);
  const note = flow.notes?.find(({ id }) => id === notes[0]);
  const count = nodes.length + edges.length + notes.length + phases.length;
  const phase = flow.phases?.find(({ id }) => id === phases[0]);
  if (count === 1 && node) {
    return (
      <Suspense>
        <NodeInspector key={node.id} node={node} flow={flow} form={form} problems={problems} deeds={deeds} />
      </Suspense>
    );
  }
  if (count === 1 && edge) {
    return (
      <Suspense>
        <EdgeInspector key={edge.id} edge={edge} flow={flow} problems={problems} deeds={deeds} />
      </Suspense>
    );
  }
  const item = note ? { note } : phase && { phase };
  if (count === 1 && item) {
    return (
      <Suspense>
        <CanvasInspector key={selection[0]} item={item} flow={flow} problems={problems} deeds={deeds} />
      </Suspense>
    );
  }
  if (count > 1) {
    return (
      <InspectorFrame
        title={t("selected", { count })}
        subtitle={t("selectedHelp")}
        icon={<Workflow size={18} />}
        groups={[]}
      >
        <div className={styles.top}>
          <Button icon={<Copy size={15} />} onClick={() => deeds.duplicate(chosen)}>
            {t("duplicate")}
          </Button>
          {nodes.length > 0 && (
            <Button icon={<Group size={15} />} onClick={() => deeds.phases.group(nodes, freshPhase)}>
              {t("phase.group")}
            </Button>
          )}
          <Button danger icon={<Trash2 size={15} />} onClick={() => deeds.remove(chosen)}>
            {t("remove")}
          </Button>
        </div>
      </InspectorFrame>
    );
  }
  return whole;
}
