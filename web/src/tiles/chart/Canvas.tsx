import type { ECharts } from "echarts/core";
import { useEffect, useRef } from "react";
import styles from "./Canvas.module.css";
import { type Option, openChart } from "./engine";

export interface CanvasProps {
  option: Option;
  /** What the picture says, for somebody who cannot see it. */
  label: string;
  /** A click on a part: its place in the data and its series. */
  onPick?: ((index: number, series: number) => void) | undefined;
}

/** One drawing of the chart library, as large as its box. */
export function Canvas({ option, label, onPick }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const opened = openChart(element);
    chart.current = opened;
    opened.on("click", ({ dataIndex, seriesIndex }) => pick.current?.(dataIndex, seriesIndex ?? 0));
    const watch = new ResizeObserver(() => opened.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      opened.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { replaceMerge: ["series", "xAxis", "yAxis", "legend"] });
  }, [option]);

  return <div ref={box} className={styles.canvas} role="img" aria-label={label} />;
}
