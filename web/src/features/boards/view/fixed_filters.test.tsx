import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { BoardDefinition, Condition } from "@/model/report";
import { tileType } from "@/tiles/table";
import { FixedFilters } from "./FixedFilters";

const form = { fields: [{ id: "shop", label: "车间", control: { kind: "text" } }], sections: [] } as never;
const chart = tileType("bar").chart("f");
const board = (...filters: Condition[]): BoardDefinition => {
  return { tiles: [{ id: "t", title: "T", x: 0, y: 0, w: 4, h: 4, chart }], filters };
};

function show(shown: BoardDefinition): HTMLElement {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const filters = <FixedFilters board={shown} forms={new Map([["f", form]])} />;
  return render(<QueryClientProvider client={client}>{filters}</QueryClientProvider>).container;
}

it("what narrows the whole board is said to whoever looks, in the words of its form", () => {
  const shop: Condition = { column: { field: "shop" }, test: { op: "contains", value: "机加工" } };
  const begun: Condition = { column: "title", test: { op: "contains", value: "" } };
  show(board(shop, begun));
  expect(screen.getByText("固定：车间 包含 机加工")).toBeTruthy();
});

it("a board that counts everything says nothing", () => {
  expect(show(board()).childElementCount).toBe(0);
});
