import { describe, expect, it } from "vitest";
import type { FlowDefinition } from "@/model/flow";
import { drawingOf } from "./drawing";
import { pictureOf } from "./picture";

const flow: FlowDefinition = {
  nodes: [
    { id: "start", name: "发起", x: 0, y: 0, step: { kind: "start" } },
    { id: "review", name: "审批 <甲&乙> 的一个名字长得写不进卡片里", x: 0, y: 148, step: { kind: "approve" } },
  ],
  edges: [{ id: "e1", from: "start", to: "review", port: "out" }],
};

describe("the picture of a drawing", () => {
  const { svg, width, height } = pictureOf(flow, drawingOf(flow), {
    name: ({ name }) => name,
    kind: ({ step }) => step.kind,
    line: () => "金额 > 500",
  });
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  const texts = [...document.querySelectorAll("text")].map(({ textContent }) => textContent);

  it("stands alone and is as large as the drawing", () => {
    expect(document.querySelector("parsererror")).toBeNull();
    expect([width, height]).toEqual([208 + 64, 220 + 64]);
  });

  it("says every step and line, what is too long cut short", () => {
    expect(texts).toEqual(["金额 > 500", "发起", "start", expect.stringMatching(/^审批 <甲&乙> 的.*…$/), "approve"]);
  });

  it("shows a phase behind its steps", () => {
    const phased = { ...flow, phases: [{ id: "p", name: "受理", color: "teal" as const, steps: ["review"] }] };
    const picture = pictureOf(phased, drawingOf(phased), { name: () => "", kind: () => "", line: () => "" });
    expect(picture.width).toBe(208 + 2 * 20 + 64);
    expect(picture.svg.indexOf(">受理<")).toBeLessThan(picture.svg.lastIndexOf("<path"));
  });

  it("shows notes as they are written, cut where the paper ends", () => {
    const note = { id: "n", color: "pink", step: "review", x: 240, y: 0, width: 100, height: 60 } as const;
    const noted = { ...flow, notes: [{ ...note, text: "先问财务\n再问法务和采购部门的人" }] };
    const picture = pictureOf(noted, drawingOf(noted), { name: () => "", kind: () => "", line: () => "" });
    expect(picture.width).toBe(340 + 64);
    expect(picture.svg).toMatch(/>先问财务<.*>再问法务和…</s);
  });
});
