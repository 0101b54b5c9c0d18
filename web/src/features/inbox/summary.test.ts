import { expect, it } from "vitest";
import { summaryOf } from "./summary";

const line = (text: string) => ({ label: "字段", text });

it("leaves out what the title says already", () => {
  const labels = (title: string) =>
    summaryOf({ title, summary: [line("BX-001"), line("轴承  6204")] }).map((one) => one.text);
  expect(labels("BX-001")).toEqual(["轴承  6204"]);
  expect(labels("轴承 6204")).toEqual(["BX-001"]);
  expect(labels("BX-001 轴承")).toEqual(["BX-001", "轴承  6204"]);
});
