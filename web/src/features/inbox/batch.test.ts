import { describe, expect, it } from "vitest";
import { unreachable } from "@/api/problem";
import { approveAll } from "./batch";

const pairs = Array.from({ length: 23 }, (_, index) => ({ order: `o${index}`, task: `t${index}` }));
const passed = ({ order, task }: { order: string; task: string }) => ({ order, task, ok: true });

const ON = { onProgress: () => undefined, isStopped: () => false };

describe("batch approval", () => {
  it("goes in portions and tells its progress", async () => {
    const progress: number[] = [];
    const sizes: number[] = [];
    const failures = await approveAll(
      pairs,
      async (portion) => {
        sizes.push(portion.length);
        return portion.map(passed);
      },
      { onProgress: (done) => progress.push(done), isStopped: () => false },
    );
    expect({ sizes, progress, failed: failures.size }).toEqual({
      sizes: [10, 10, 3],
      progress: [10, 20, 23],
      failed: 0,
    });
  });

  it("keeps the reason of every task that failed", async () => {
    const failures = await approveAll(
      pairs.slice(0, 2),
      async ([first, second]) => [
        { order: first?.order ?? "", task: first?.task ?? "", ok: true },
        { order: second?.order ?? "", task: second?.task ?? "", ok: false, code: "task_closed" },
      ],
      ON,
    );
    expect([...failures]).toEqual([["o1/t1", "这条待办已经处理过了"]]);
  });

  it("stops when the server cannot be reached, and claims nothing", async () => {
    let calls = 0;
    const failures = await approveAll(
      pairs,
      async (portion) => {
        calls += 1;
        if (calls > 1) throw unreachable();
        return portion.map(passed);
      },
      ON,
    );
    expect([calls, failures.size]).toEqual([2, 13]);
  });

  it("stops between two portions, and what was not sent is no failure", async () => {
    let done = 0;
    const failures = await approveAll(pairs, async (portion) => portion.map(passed), {
      onProgress: (count) => {
        done = count;
      },
      isStopped: () => done >= 10,
    });
    expect([done, failures.size]).toEqual([10, 0]);
  });
});
