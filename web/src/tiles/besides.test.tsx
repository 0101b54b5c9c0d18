import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import type { TileData } from "@/api/boards";
import { DataTable } from "./DataTable";
import { RankingView } from "./ranking/RankingView";

const chart = {
  form: "f",
  measure: { kind: "count" },
  dimension: { column: "initiator" },
  tooltip: [{ kind: "mean", column: "duration" }, { kind: "count" }],
} as const;

/** The second is not for this person. */
const data: TileData = {
  kind: "ranking",
  groups: [
    { key: "u1", label: "李华", value: 7, count: 7 },
    { key: "u2", label: "王强", value: 3, count: 3 },
  ],
  total: 10,
  count: 10,
  format: "number",
  tooltip: [{ format: "duration", total: 7_200_000, values: [3_600_000, null] }, null],
  as_of: 0,
  truncated: false,
};
const shared = { title: "Title", form: undefined, data, onOpen: undefined };

function show(view: ReactElement): void {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  render(<QueryClientProvider client={client}>{view}</QueryClientProvider>);
}

describe("what is said besides", () => {
  it("stands in the table of a chart, but for what this person may not know", () => {
    show(<DataTable {...shared} chart={{ ...chart, kind: "bar", tooltip: [...chart.tooltip] }} />);
    const heads = screen.getAllByRole("columnheader").map((head) => head.textContent);
    expect(heads).toEqual(["发起人", "工单数", "用时 · 平均"]);
    const last = screen.getAllByRole("row").map((row) => row.lastElementChild?.textContent);
    expect(last).toEqual(["用时 · 平均", "1小时", "—", "2小时"]);
  });

  it("is said of a place that is pointed at", () => {
    show(<RankingView {...shared} chart={{ ...chart, kind: "ranking", tooltip: [...chart.tooltip] }} />);
    expect(screen.getByRole("button", { name: /李华/ })).toHaveAttribute("title", "李华\n用时 · 平均：1小时");
  });
});
