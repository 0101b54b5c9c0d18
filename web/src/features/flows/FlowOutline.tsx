import { useTranslation } from "react-i18next";
import type { FlowDefinition, Node } from "@/model/flow";
import { nodeType } from "@/nodes/table";
import styles from "./FlowOutline.module.css";

interface FlowOutlineProps {
  flow: FlowDefinition;
  selection: readonly string[];
  /** Worst problem by place. */
  marks: ReadonlyMap<string, string>;
  onStep: (node: string) => void;
}

const byPlace = (a: Node, b: Node): number => a.y - b.y || a.x - b.x;

/** All steps from top to bottom: a way about a long flow. */
export function FlowOutline({ flow, selection, marks, onStep }: FlowOutlineProps) {
  const { t } = useTranslation("node");
  return (
    <ol className={styles.outline}>
      {[...flow.nodes].sort(byPlace).map(({ id, name, step }) => {
        const { icon: Icon } = nodeType(step.kind);
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.step}
              aria-current={selection.includes(`nodes.${id}`)}
              data-mark={marks.get(`nodes.${id}`)}
              onClick={() => onStep(id)}
            >
              <Icon size={14} />
              <span>{name || t(`kind.${step.kind}.label`)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
