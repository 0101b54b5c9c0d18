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

const MERGED = { replaceMerge: ["series", "xAxis", "yAxis", "legend"] };

/** One drawing of the chart library, as large as its box: made when the box comes into view, or onto paper. */
export function Canvas({ option, label, onPick }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const latest = useRef({ option, onPick });
  latest.current = { option, onPick };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const draw = () => {
      if (chart.current) return;
      chart.current = openChart(element);
      chart.current.on("click", ({ dataIndex, seriesIndex }) => latest.current.onPick?.(dataIndex, seriesIndex ?? 0));
      chart.current.setOption(latest.current.option, MERGED);
    };
    // In the colours of paper, which the option has by now, at the end of every movement, and as a picture that can be scaled.
    const print = () => {
      draw();
      chart.current?.setOption({ ...latest.current.option, animation: false }, MERGED);
      chart.current?.getZr().flush();
      const { clientWidth, clientHeight } = element;
      element.querySelector("svg")?.setAttribute("viewBox", `0 0 ${clientWidth} ${clientHeight}`);
    };
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) draw();
    });
    seen.observe(element);
    addEventListener("beforeprint", print);
    const sized = new ResizeObserver(() => chart.current?.resize());
    sized.observe(element);
    return () => {
      seen.disconnect();
      removeEventListener("beforeprint", print);
      sized.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, MERGED);
  }, [option]);

  return <div ref={box} className={styles.canvas} role="img" aria-label={label} />;
}
