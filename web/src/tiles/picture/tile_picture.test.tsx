import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import type { TileData } from "@/api/boards";
import type { Chart } from "@/model/report";
import { REST_KEY } from "../reading";
import { useSpeech } from "../speech";
import type { Room } from "./svg_parts";
import { pictureOf } from "./svg_parts";
import { tilePicture } from "./tile_picture";

const data = (more: Partial<TileData>): TileData => ({
  kind: "ranking",
  groups: [
    { key: "u1", label: "李华", value: 8, count: 8 },
    { key: "u2", label: "王强", value: 2, count: 2 },
    { key: REST_KEY, label: "", value: 1, count: 1 },
  ],
  total: 11,
  count: 11,
  format: "number",
  as_of: 0,
  truncated: true,
  ...more,
});
const counted = { form: "f", measure: { kind: "count" }, dimension: { column: "handler" } } as const;

function speech() {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(useSpeech, { wrapper }).result.current;
}

function drawn(chart: Chart, its: Partial<TileData>, room: Room = { width: 264, height: null }) {
  const source = { chart, data: data(its), form: undefined, speech: speech() };
  const { svg, height } = pictureOf(tilePicture({ title: "谁最忙", aside: "本月" }, source, room), room.width);
  const sheet = new DOMParser().parseFromString(svg, "image/svg+xml");
  const words = [...sheet.querySelectorAll("text")].map(({ textContent }) => textContent);
  const widths = [...sheet.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("width")));
  return { words, widths, height };
}

describe("the picture of a tile", () => {
  it("of a ranking has its title, every place, and bars as long as on the screen", () => {
    const { words, widths, height } = drawn({ ...counted, kind: "ranking" }, {});
    expect(words).toEqual(["谁最忙", "本月", "1", "李华", "8", "2", "王强", "2", "…", "其他", "1"]);
    expect(widths).toEqual([263, 204, 204, 204, 51, 204, 25.5]);
    expect(height).toBe(40 + 3 * 40 + 16);
  });

  it("counts what there is no room for", () => {
    const { words, height } = drawn({ ...counted, kind: "ranking" }, {}, { width: 264, height: 130 });
    expect(words).toEqual(["谁最忙", "本月", "1", "李华", "8", "还有 2 行"]);
    expect(height).toBe(130);
  });

  it("of a number says how it stands to what was before", () => {
    const chart = { ...counted, kind: "number_change" } as const;
    const { words } = drawn(chart, { previous: 10 }, { width: 264, height: 128 });
    expect(words).toEqual(["谁最忙", "本月", "11", "↑ 10%", "较上期 10"]);
  });

  it("of a number with a target says how far it is", () => {
    const { words, widths } = drawn({ ...counted, kind: "number", target: "22" }, {}, { width: 264, height: 128 });
    expect(words).toEqual(["谁最忙", "本月", "11", "目标 22"]);
    expect(widths).toEqual([263, 232, 116]);
  });

  it("of a table has its heads and rows", () => {
    const rows = [{ id: "o1", rev: 1, state: "running" as const, values: { title: "泵漏油", state: "running" } }];
    const chart: Chart = { kind: "table", form: "f", columns: ["title", "state"] };
    const { words } = drawn(chart, { kind: "table", groups: [], rows });
    expect(words).toEqual(["谁最忙", "本月", "标题", "状态", "泵漏油", "进行中"]);
  });

  it("of bars has what the chart library draws, names with quotes in them too", () => {
    const groups = [{ key: "u1", label: 'The "east"', value: 8, count: 8 }];
    document.documentElement.style.setProperty("--font", '"Noto Sans", sans-serif');
    const { words } = drawn({ ...counted, kind: "bar" }, { groups }, { width: 600, height: 300 });
    expect(words).toEqual(expect.arrayContaining(["谁最忙", 'The "east"', "8"]));
  });

  it("says that there is nothing", () => {
    expect(drawn({ ...counted, kind: "bar" }, { groups: [] }).words).toEqual(["谁最忙", "本月", "此条件下没有数据"]);
  });
});
