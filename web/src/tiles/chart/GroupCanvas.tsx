import { useMemo, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { GroupChart, GroupKind } from "@/model/report";
import type { TileViewProps } from "../registry";
import { useBoxWidth } from "./box_width";
import { Canvas } from "./Canvas";
import styles from "./Canvas.module.css";
import { type Drawing, useDrawing } from "./drawing";
import type { Option } from "./engine";

export interface GroupCanvasProps extends Omit<TileViewProps<GroupKind>, "chart"> {
  chart: GroupChart;
  draw: (drawing: Drawing) => Option;
}

/** A drawing of groups; a click on a part opens what is behind it. */
export function GroupCanvas({ chart, data, title, form, onOpen, draw }: GroupCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useBoxWidth(box);
  const drawing = useDrawing({ chart, data, form, canOpen: onOpen !== undefined, width });
  const option = useMemo(() => draw(drawing), [draw, drawing]);
  const label = usePictureLabel(title, drawing);
  const pick = (index: number, series: number) => {
    const group = drawing.readings[index];
    const split = drawing.splits[series];
    if (!group || group.isRest || split?.isRest) return;
    onOpen?.(group.key, split?.key);
  };
  return (
    <div ref={box} className={styles.canvas}>
      <Canvas option={option} label={label} onPick={onOpen && pick} />
    </div>
  );
}

/** "Orders by state: 5 groups, most in running, 12". */
function usePictureLabel(title: string, { readings, amount }: Drawing): string {
  const { t } = useTranslation("tiles");
  const most = readings.reduce<(typeof readings)[number] | null>(
    (best, one) => ((one.value ?? 0) > (best?.value ?? Number.NEGATIVE_INFINITY) ? one : best),
    null,
  );
  if (!most) return title;
  return t("picture", { title, count: readings.length, label: most.label, value: amount(most.value) });
}
