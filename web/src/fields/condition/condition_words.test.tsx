import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { directoryQuery } from "@/api/directory";
import type { FormDefinition } from "@/model/form";
import { withLabels } from "../formula_input/words";
import { TYPES } from "../table";
import { useConditionWords } from "./condition_words";

const ann = "01a20b8d-10c5-763d-aee7-25dc773db7e3";
const form: FormDefinition = {
  fields: [
    { id: "amount", label: "金额", control: TYPES.money.settings() },
    { id: "level", label: "程度", control: { kind: "radio", options: [{ id: "high", label: "高" }] } },
    { id: "who", label: "谁", control: TYPES.user.settings() },
    { id: "urgent", label: "加急", control: TYPES.switch.settings() },
  ],
  sections: [],
};

function House({ children }: { children: ReactNode }) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const users = [{ id: ann, name: "安", departments: [], is_active: true }];
  client.setQueryData(directoryQuery.queryKey, { departments: [], teams: [], pinyin: {}, users });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

describe("a condition in words", () => {
  it.each([
    ["amount > 5000", "金额 > 5000"],
    ['level IN ["high", "gone"] AND NOT urgent', "程度 是 高、gone 之一 且 非 加急"],
    [`who = "${ann}" OR amount <= 1`, "谁 = 安 或 金额 ≤ 1"],
    ["LEN(level) > 2", "LEN(level) > 2"],
    ["gone = 1", "gone = 1"],
  ])("%s is %s", (written, said) => {
    const { result } = renderHook(() => useConditionWords(form), { wrapper: House });
    expect(result.current(written)).toBe(said);
  });
});

it("a formula that is more than rows names its fields by their labels, but leaves texts alone", () => {
  const written = 'LEN(level) > 2 AND amount * 2 > 5 AND "amount" = "x"';
  expect(withLabels(written, form)).toBe('LEN(程度) > 2 AND 金额 * 2 > 5 AND "amount" = "x"');
});
