import { Group, type LucideIcon, StickyNote } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { firstLine, notePlace, phasePlace, placeOfNote } from "@/model/canvas";
import type { Point } from "@/model/edit/flow";
import { nodePlace } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import { boxOfPhase } from "@/nodes/drawing/phases";
import { nodeType } from "@/nodes/table";
import styles from "./FlowOutline.module.css";

interface FlowOutlineProps {
  flow: FlowDefinition;
  selection: readonly string[];
  /** Worst problem by place. */
  marks: ReadonlyMap<string, string>;
  onShow: (place: string) => void;
}

interface Row extends Point {
  place: string;
  name: string;
  icon: LucideIcon;
}

const byPlace = (a: Row, b: Row): number => a.y - b.y || a.x - b.x;

/** All phases, steps and notes from top to bottom: a way about a long flow. */
export default function FlowOutline({ flow, selection, marks, onShow }: FlowOutlineProps) {
  const { t } = useTranslation(["node", "flows"]);
  const steps = flow.nodes.map(({ id, name, step, x, y }): Row => {
    const { icon } = nodeType(step.kind);
    return { place: nodePlace(id), name: name || t(`kind.${step.kind}.label`), icon, x, y };
  });
  const notes = (flow.notes ?? []).map((note): Row => {
    const name = firstLine(note) || t("flows:note.blank");
    return { place: notePlace(note.id), name, icon: StickyNote, ...placeOfNote(flow, note) };
  });
  const phases = (flow.phases ?? []).flatMap((phase): Row[] => {
    const box = boxOfPhase(flow, phase);
    return box
      ? [{ place: phasePlace(phase.id), name: phase.name || t("flows:phase.blank"), icon: Group, ...box }]
      : [];
  });
  return (
    <ol className={styles.outline}>
      {[...phases, ...steps, ...notes].sort(byPlace).map(({ place, name, icon: Icon }) => (
        <li key={place}>
          <button
            type="button"
            className={styles.step}
            aria-current={selection.includes(place)}
            data-mark={marks.get(place)}
            onClick={() => onShow(place)}
          >
            <Icon size={14} />
            <span>{name}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
