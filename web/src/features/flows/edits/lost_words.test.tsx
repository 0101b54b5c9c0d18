import { render, renderHook, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { NodeKind } from "@/model/flow";
import KindPicker from "../picker/KindPicker";
import { useLostWords } from "./lost_words";

const nothing = { settings: [], conditions: 0, lines: 0 };

it("what another kind takes away is said by the words of its rows", () => {
  const say = renderHook(() => useLostWords()).result.current;
  expect(say("approve", nothing)).toBe("");
  expect(say("approve", { settings: ["people", "comment_required"], conditions: 0, lines: 2 })).toBe(
    "由谁处理、审批意见、2 条连线",
  );
  expect(say("cc", { settings: ["people"], conditions: 0, lines: 0 })).toBe("抄送给");
});

it("the picker says so before it happens, beside each kind that takes something away", () => {
  const lostAs = (kind: NodeKind) => (kind === "end" ? { ...nothing, lines: 1 } : nothing);
  render(
    <KindPicker
      at={{ x: 0, y: 0 }}
      kinds={["handle", "end"]}
      replaced={{ kind: "approve", lostAs }}
      onPick={() => undefined}
      onClose={() => undefined}
    />,
  );
  expect(screen.getByRole("button", { name: /结束/ })).toHaveTextContent("会去掉：1 条连线");
  expect(screen.getByRole("button", { name: /办理/ })).toHaveTextContent("由一人或多人处理并填写结果");
});
