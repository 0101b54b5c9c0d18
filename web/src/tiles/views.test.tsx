import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { describe, expect, it, vi } from "vitest";
import type { TileData } from "@/api/boards";
import { ApiProblem } from "@/api/problem";
import type { GroupChart } from "@/model/report";
import { DataTable } from "./DataTable";
import { NumberView } from "./number/NumberView";
import { NumberChangeView } from "./number_change/NumberChangeView";
import { RankingView } from "./ranking/RankingView";
import { REST_KEY } from "./reading";
import { TileTrouble } from "./TileStates";
import { TableView } from "./table/TableView";

const chart = { form: "f", measure: { kind: "count" }, dimension: { column: "initiator" } } as const;

const data = (more: Partial<TileData>): TileData => ({
  kind: "ranking",
  groups: [
    { key: "u1", label: "李华", value: 7, count: 7, parts: [{ key: "running", label: "", value: 4 }] },
    { key: REST_KEY, label: "", value: 3, count: 3 },
  ],
  total: 10,
  count: 10,
  format: "number",
  as_of: 0,
  truncated: true,
  ...more,
});

function show(view: ReactElement): void {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  render(<QueryClientProvider client={client}>{view}</QueryClientProvider>);
}

const shared = { title: "Title", form: undefined };

describe("a ranking", () => {
  it("opens a place, and not the rest", async () => {
    const onOpen = vi.fn();
    show(<RankingView {...shared} chart={{ ...chart, kind: "ranking" }} data={data({})} onOpen={onOpen} />);
    await userEvent.click(screen.getByRole("button", { name: /李华/ }));
    expect(screen.getByRole("button", { name: /其他/ })).toBeDisabled();
    expect(onOpen.mock.calls).toEqual([["u1"]]);
  });
});

describe("the table of a chart", () => {
  it("opens a group and a part of it, by keyboard too", async () => {
    const onOpen = vi.fn();
    const stacked: GroupChart = { ...chart, kind: "stacked_bar", split: { column: "state" } };
    show(<DataTable {...shared} chart={stacked} data={data({})} onOpen={onOpen} />);
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    await userEvent.click(screen.getByRole("button", { name: "4" }));
    expect(onOpen.mock.calls).toEqual([["u1"], ["u1", "running"]]);
    expect(screen.getByRole("columnheader", { name: "进行中" })).toBeInTheDocument();
  });
});

describe("a number", () => {
  it("with a target that is reached says the target and turns green", () => {
    show(
      <NumberView {...shared} chart={{ ...chart, kind: "number", target: "10" }} data={data({})} onOpen={undefined} />,
    );
    expect(screen.getByText("目标 10")).toBeInTheDocument();
    expect(screen.getByTitle("10").style.color).toBe("var(--pick-green)");
  });

  it.each([
    [3_600_000, "目标 1小时以内", "var(--pick-green)"],
    [5_400_000, "目标 1小时以内，超出 30分钟", "var(--pick-red)"],
  ])("of time is met by less than its target: %i ms", (total, words, color) => {
    const numbers = data({ format: "duration", total });
    const own = { ...chart, kind: "number" as const, target: "3600000" };
    show(<NumberView {...shared} chart={own} data={numbers} onOpen={undefined} />);
    const told = screen.getByText(words);
    expect(told).toBeInTheDocument();
    expect(document.querySelector<HTMLElement>("[title]")?.style.color).toBe(color);
  });

  it.each([
    ["duration", 90, 60, "上升", "50%"],
    ["number", 60, 60, "持平", "0%"],
    ["number", 30, 60, "下降", "50%"],
  ] as const)(
    "of %s that went from %i beside %i is told in a word and a share",
    (format, total, previous, way, share) => {
      const numbers = data({ format, total, previous });
      show(
        <NumberChangeView {...shared} chart={{ ...chart, kind: "number_change" }} data={numbers} onOpen={undefined} />,
      );
      expect(screen.getByLabelText(way)).toBeInTheDocument();
      expect(screen.getByText(share)).toBeInTheDocument();
    },
  );

  it("without a period before is not compared", () => {
    const numbers = data({ previous: 0 });
    show(
      <NumberChangeView {...shared} chart={{ ...chart, kind: "number_change" }} data={numbers} onOpen={undefined} />,
    );
    expect(screen.queryByText(/%/)).toBeNull();
  });
});

describe("a table", () => {
  it("opens the order of a row", async () => {
    const onOpen = vi.fn();
    const row = { id: "o1", rev: 1, state: "running", values: { title: "泵漏油", state: "running" } } as const;
    const rows = data({ kind: "table", groups: [], rows: [row] });
    show(
      <TableView
        {...shared}
        chart={{ kind: "table", form: "f", columns: ["title", "state"] }}
        data={rows}
        onOpen={onOpen}
      />,
    );
    await userEvent.click(screen.getByText("泵漏油"));
    expect(onOpen).toHaveBeenCalledWith("o1");
    expect(screen.getByText("进行中")).toBeInTheDocument();
  });
});

describe("a tile that somebody may not see", () => {
  it("says whom to ask, and does not offer to try again", () => {
    const body = { code: "not_allowed", title: "", detail: "", data: {}, problems: [], request_id: "r1" };
    show(<TileTrouble error={new ApiProblem({ ...body, status: 403 })} onRetry={vi.fn()} />);
    expect(screen.getByRole("alert")).toHaveTextContent("请联系应用管理员为您授权");
    expect(screen.queryByRole("button")).toBeNull();
  });
});
