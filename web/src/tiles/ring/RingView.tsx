import { useMemo, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { useBoxWidth } from "../chart/box_width";
import { Canvas } from "../chart/Canvas";
import { useDrawing } from "../chart/drawing";
import { ringOption, shareColor, sharesOf } from "../chart/rings";
import type { TileViewProps } from "../registry";
import styles from "./RingView.module.css";

/** Where names would be cut beside the ring. */
const NARROW = 300;

/** Shares with the whole in the middle; the legend says them in numbers and opens them too. */
export default function RingView({ chart, data, title, form, onOpen }: TileViewProps<"ring">) {
  const { t } = useTranslation("tiles");
  const format = useFormat();
  const drawing = useDrawing({ chart, data, form, canOpen: onOpen !== undefined });
  const option = useMemo(() => ringOption(drawing), [drawing]);
  const { readings } = drawing;
  const box = useRef<HTMLDivElement>(null);
  const width = useBoxWidth(box);
  const shares = sharesOf(readings, format);
  const said = (index: number) => drawing.said(index).map((one) => t("said", one));
  const open = (index: number) => {
    const group = readings[index];
    if (group && !group.isRest) onOpen?.(group.key);
  };
  return (
    <div ref={box} className={styles.ring} data-narrow={width > 0 && width < NARROW}>
      <div className={styles.picture}>
        <Canvas option={option} label={t("shares", { title, count: readings.length })} onPick={open} />
        <div className={styles.middle} aria-hidden="true">
          <strong>{drawing.short(data.total)}</strong>
          <span>{t("whole")}</span>
        </div>
      </div>
      <ul className={styles.legend}>
        {readings.map(({ key, label, value, isRest }, index) => (
          <li key={key}>
            <button
              type="button"
              className={styles.share}
              disabled={isRest || !onOpen}
              title={[label, ...said(index)].join("\n")}
              onClick={() => open(index)}
            >
              <i style={{ background: shareColor(drawing, index) }} />
              <span>{label}</span>
              <b>{drawing.short(value)}</b>
              <em>{shares[index]}</em>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
