import { useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { useShortcuts } from "@/ui/shortcuts";
import type { CanvasScene } from "../canvas/canvas_context";
import type { CanvasControl } from "../canvas/canvas_control";
import { StillCanvas } from "../canvas/StillCanvas";
import { type Finder, FindStep, ZoomTools } from "../canvas/ViewTools";
import styles from "./versions.module.css";

const STEP_PX = 80;
const WAYS = [
  { keys: "arrowleft", x: -STEP_PX, y: 0 },
  { keys: "arrowright", x: STEP_PX, y: 0 },
  { keys: "arrowup", x: 0, y: -STEP_PX },
  { keys: "arrowdown", x: 0, y: STEP_PX },
] as const;

/** A drawing that is only looked at, by mouse and by keys. */
export function StillView({ scene }: { scene: CanvasScene }) {
  const { t } = useTranslation("flows");
  const control = useRef<CanvasControl>(null);
  const finder = useRef<Finder>(null);
  useShortcuts(t("title"), [
    { keys: "mod+f", label: t("keyed.mod+f"), run: () => finder.current?.focus() },
    { keys: "1", label: t("keyed.1"), run: () => control.current?.fit() },
    { keys: "0", label: t("keyed.0"), run: () => control.current?.zoom("full") },
    { keys: "+", label: t("keyed.zoomIn"), run: () => control.current?.zoom("in") },
    { keys: "-", label: t("keyed.zoomOut"), run: () => control.current?.zoom("out") },
    ...WAYS.map(({ keys, x, y }) => ({ keys, label: t("versions.pan"), run: () => control.current?.pan(x, y) })),
  ]);
  return (
    <div className={styles.drawing}>
      <div className={styles.tools}>
        <FindStep flow={scene.flow} control={control} finder={finder} />
        <span className={styles.gap} />
        <ZoomTools control={control} />
      </div>
      <div className={styles.canvas}>
        <StillCanvas scene={scene} control={control} />
      </div>
    </div>
  );
}
