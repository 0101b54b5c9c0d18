// The parts of the chart library that tiles use, and no others: whatever is not named here is not shipped.

import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type ECharts, type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export type Option = EChartsCoreOption;

/** Drawn as SVG: sharp in print and at any zoom. */
export function openChart(element: HTMLElement): ECharts {
  return init(element, null, { renderer: "svg" });
}

/** The same drawing on nobody's screen, as it stands at the end of every movement: SVG as text. */
export function drawnChart(option: Option, { width, height }: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const drawn = chart.renderToSVGString();
  chart.dispose();
  return drawn;
}
