import { afterEach, describe, expect, it, vi } from "vitest";
import type { ExportQuery } from "@/api/records";
import { useJobs } from "@/ui/jobs";
import * as saving from "@/ui/save_file";
import { runExport } from "./export_job";

const QUERY: ExportQuery = { format: "csv", filters: [], sort: [], columns: ["title"], search: "" };
const EXPORTED = { form: "f", name: "Repairs", query: QUERY };
const PIECE = [0, 0, 0, 2, 0, 0, 0, 3, 97, 44, 98];
const END = [0, 0, 0, 2, 0, 0, 0, 0];

function answering(bytes: readonly number[], onAsked?: () => void) {
  vi.stubGlobal("fetch", async (_url: string, { signal }: RequestInit) => {
    onAsked?.();
    signal?.throwIfAborted();
    return new Response(new Uint8Array(bytes), { headers: { "x-rows": "2" } });
  });
}

const job = () => useJobs.getState().jobs[0];

describe("taking records away", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    useJobs.setState({ jobs: [] });
  });

  it("gives the whole file and says how many rows it has", async () => {
    const saved = vi.spyOn(saving, "saveFile").mockReturnValue();
    answering([...PIECE, ...END]);
    await runExport(EXPORTED);
    expect(saved.mock.calls[0]?.[1]).toBe("Repairs.csv");
    expect(await saved.mock.calls[0]?.[0].text()).toBe("a,b");
    expect(job()).toMatchObject({ done: 2, total: 2, failures: [] });
    expect(job()?.ended).not.toBeNull();
  });

  it("gives nothing of a file that broke off, says why, and can begin again", async () => {
    const saved = vi.spyOn(saving, "saveFile").mockReturnValue();
    answering(PIECE);
    await runExport(EXPORTED);
    expect(saved).not.toHaveBeenCalled();
    expect(job()?.failures).toMatchObject([{ title: "Repairs.csv" }]);
    expect(job()?.retry).toBeDefined();
  });

  it("gives nothing when it is cancelled, and calls that no failure", async () => {
    const saved = vi.spyOn(saving, "saveFile").mockReturnValue();
    answering([...PIECE, ...END], () => job()?.cancel?.());
    await runExport(EXPORTED);
    expect(saved).not.toHaveBeenCalled();
    expect(job()).toMatchObject({ failures: [] });
    expect(job()?.retry).toBeUndefined();
  });
});
