import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { tileQuery } from "@/api/boards";
import type { GroupChart } from "@/model/report";
import { TileBody } from "./TileBody";

const chart: GroupChart = { kind: "number", form: "f", measure: { kind: "count" } };
const told = { kind: "number", groups: [], total: 42, count: 42, format: "number", as_of: 1, truncated: false };

/** A tile that had its numbers, and then was refused new ones. */
async function renewed(status: number, answer = vi.fn()) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  const { queryKey } = tileQuery(chart, []);
  client.setQueryData(queryKey, told as never);
  vi.stubGlobal("fetch", answer.mockResolvedValue(new Response("", { status })));
  render(
    <QueryClientProvider client={client}>
      <TileBody chart={chart} title="Open" filters={[]} form={undefined} />
    </QueryClientProvider>,
  );
  await client.refetchQueries({ queryKey });
  return answer;
}

describe("a tile that could not be renewed", () => {
  it("keeps its numbers, dimmed, says so, and is tried again", async () => {
    const answer = await renewed(503);
    expect(await screen.findByRole("status")).toHaveTextContent("未能刷新");
    expect(screen.getByTitle("42").closest('[data-old="true"]')).not.toBeNull();
    const asked = answer.mock.calls.length;
    await userEvent.click(screen.getByRole("button", { name: "重试" }));
    expect(answer.mock.calls.length).toBe(asked + 1);
  });

  it("shows no number any more to whom it is forbidden", async () => {
    await renewed(403);
    expect(await screen.findByRole("alert")).toBeInTheDocument();
    expect(screen.queryByTitle("42")).toBeNull();
  });
});
