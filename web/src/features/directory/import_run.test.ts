import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ImportReport } from "@/api/directory";
import { startI18n } from "@/i18n/i18n";
import { useJobs } from "@/ui/jobs";
import { chooseImport, leaveImport, restartImport, runImport, useImportStep } from "./import_run";

const FILE = new File(["login,name\n"], "people.csv");

/** A directory that still needs `left` changes; `failsAt` of them left, the network is gone. */
function directory(left: number, failsAt = -1) {
  const house = { left, failsAt, sent: [] as number[] };
  const report = (): ImportReport => ({
    rows: 3_000,
    users_new: house.left,
    users_changed: 0,
    departments_new: 0,
    left: house.left,
    problems: [],
  });
  vi.stubGlobal("fetch", async (url: string) => {
    const changes = new URL(url, "https://x").searchParams.get("changes");
    if (changes !== null) {
      if (house.left === house.failsAt) throw new TypeError("network");
      house.sent.push(Number(changes));
      house.left = Math.max(house.left - Number(changes), 0);
    }
    return new Response(JSON.stringify(report()));
  });
  return house;
}

const kind = () => useImportStep.getState().step.kind;
const job = () => useJobs.getState().jobs.at(-1);

async function chosen(): Promise<void> {
  chooseImport(FILE);
  await vi.waitFor(() => expect(kind()).toBe("checked"));
}

describe("the import of people", () => {
  beforeEach(() => startI18n("zh"));

  afterEach(() => {
    vi.unstubAllGlobals();
    restartImport();
    useJobs.setState({ jobs: [] });
  });

  it("goes in portions, also when the page is left, and shows the end when somebody comes back", async () => {
    const house = directory(3_000);
    await chosen();
    const over = runImport();
    leaveImport();
    await over;
    expect(house.sent).toEqual(Array.from({ length: 20 }, () => 150));
    expect(job()).toMatchObject({ done: 3_000, total: 3_000, failures: [] });
    expect(kind()).toBe("done");
    leaveImport();
    expect(kind()).toBe("choose");
  });

  it("keeps what was done when it is stopped, and says what is left", async () => {
    const house = directory(3_000);
    await chosen();
    const stop = useJobs.subscribe(({ jobs }) => jobs[0]?.done === 450 && jobs[0].ended === null && jobs[0].cancel?.());
    await runImport();
    stop();
    expect([house.sent.length, job()?.done, job()?.failures]).toEqual([3, 450, []]);
    expect(useImportStep.getState().step).toMatchObject({ kind: "checked", report: { left: 2_550 } });
  });

  it("names why it broke off, and goes on from there", async () => {
    const house = directory(3_000, 2_400);
    await chosen();
    await runImport();
    expect([kind(), job()?.done, job()?.failures.length]).toEqual(["failed", 600, 1]);
    house.failsAt = -1;
    job()?.retry?.();
    await vi.waitFor(() => expect(kind()).toBe("done"));
    expect(job()).toMatchObject({ done: 2_400, total: 2_400, failures: [] });
  });
});
