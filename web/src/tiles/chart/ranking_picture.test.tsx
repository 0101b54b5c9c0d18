import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import type { TileData } from "@/api/boards";
import { RankingView } from "../ranking/RankingView";
import { REST_KEY } from "../reading";
import { tilePicture } from "./picture";

const data: TileData = {
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
};
const chart = { kind: "ranking", form: "f", measure: { kind: "count" }, dimension: { column: "handler" } } as const;

it("a ranking is drawn with its title, every place, and bars as long as on the screen", () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const { container } = render(
    <QueryClientProvider client={client}>
      <RankingView chart={chart} data={data} title="谁最忙" form={undefined} onOpen={undefined} />
    </QueryClientProvider>,
  );
  container.getBoundingClientRect = () => ({ width: 260 }) as DOMRect;
  const drawn = new DOMParser().parseFromString(tilePicture(container, "谁最忙")?.svg ?? "", "image/svg+xml");
  const words = [...drawn.querySelectorAll("text")].map(({ textContent }) => textContent);
  expect(words).toEqual(["谁最忙", "1", "李华", "8", "2", "王强", "2", "…", "其他", "1"]);
  const bars = [...drawn.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("width")));
  expect(bars).toEqual([292, 232, 232, 232, 58, 232, 29]);
});

it("where nothing is drawn there is no picture", () => {
  expect(tilePicture(document.createElement("div"), "Title")).toBeNull();
});
