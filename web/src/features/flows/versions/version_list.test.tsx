import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { FormHead } from "@/api/drafts";
import { queryClient } from "@/api/query_client";
import { VersionList } from "./VersionList";

const head: FormHead = { id: "f", app: "a", name: "f", form_version: 1, flow_version: 3 };

it("versions that cannot be read are said to be so, and asked for again", async () => {
  const answers = [
    new Response("{}", { status: 400, headers: { "content-type": "application/problem+json" } }),
    Response.json([{ version: 3, at: 0, by: "u", note: "three", under_way: 0 }]),
  ];
  vi.stubGlobal("fetch", async (path: string) =>
    path.includes("versions") ? answers.shift() : Response.json({ users: [], departments: [], teams: [] }),
  );
  render(
    <QueryClientProvider client={queryClient}>
      <VersionList head={head} draft={{} as never} form={{} as never} onRestore={() => undefined} />
    </QueryClientProvider>,
  );
  expect(await screen.findByRole("alert")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "重试" }));
  expect(await screen.findByText("three")).toBeVisible();
});
