import { Button } from "antd";
import { Copy, Trash2, Workflow } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import type { Deeds } from "./deeds";
import styles from "./inspector.module.css";
import { chosenOf } from "./selection";

const NodeInspector = lazy(() => import("./NodeInspector"));
const EdgeInspector = lazy(() => import("./EdgeInspector"));
const NoteInspector = lazy(() => import("./NoteInspector"));

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
  const chosen = chosenOf(selection);
  const { nodes, edges, notes } = chosen;
  const node = flow.nodes.find(({ id }) => id === nodes[0]);
  const edge = flow.edges.find(({ id }) => id === edges[0]);
  const note = flow.notes?.find(({ id }) => id === notes[0]);
  const count = nodes.length + edges.length + notes.length;
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
  if (count === 1 && note) {
    return (
      <Suspense>
        <NoteInspector key={note.id} note={note} flow={flow} problems={problems} deeds={deeds} />
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
          <Button danger icon={<Trash2 size={15} />} onClick={() => deeds.remove(chosen)}>
            {t("remove")}
          </Button>
        </div>
      </InspectorFrame>
    );
  }
  return whole;
}
