import type { NodeProps } from "@xyflow/react";
import { useTranslation } from "@/i18n/words";
import type { Phase } from "@/model/canvas";
import { focusProperty } from "@/ui/designer/focus_property";
import { tinted } from "@/ui/tint";
import { isLocked, useScene } from "./canvas_context";
import { LockMark } from "./Locked";
import styles from "./PhaseBand.module.css";

/** The band behind the steps of a phase. Only its name takes the pointer: the rest is canvas. */
export default function PhaseBand({ id, data, selected, width, height }: NodeProps) {
  const { phase } = data as { phase: Phase };
  const { t } = useTranslation("flows");
  const scene = useScene();
  const { isReadOnly, marks, select } = scene;
  const name = phase.name || t("phase.blank");
  const locked = isLocked(scene, id);
  return (
    <div
      className={styles.band}
      data-selected={selected}
      data-mark={marks.get(id)}
      data-locked={locked}
      style={{ ...tinted(phase.color), width, height }}
    >
      {locked && <LockMark name={name} />}
      {isReadOnly ? (
        <span className={styles.name} title={name}>
          {name}
        </span>
      ) : (
        <button
          type="button"
          className={`${styles.name} nodrag nopan`}
          title={name}
          aria-label={t("phase.named", { name })}
          onClick={() => select(id)}
          onDoubleClick={() => focusProperty("name")}
        >
          {name}
        </button>
      )}
    </div>
  );
}
