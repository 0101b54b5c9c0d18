import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { readNames } from "@/api/pinyin";
import { named, useByName } from "./by_name";

vi.mock("@/api/pinyin", () => ({ readNames: vi.fn() }));
const server = vi.mocked(readNames);

beforeEach(() => server.mockReset());

const finds = (search: ReturnType<typeof useByName>, typed: string, labels: readonly string[]) =>
  labels.filter((label) => search.filterOption(typed, { label }));

it("asks once how names are read, and finds them by initials as soon as it is known", async () => {
  server.mockResolvedValue({ 紧急程度: "jin ji cheng duo/du", 车间: "che/ju jian" });
  const { result } = renderHook(() => useByName());
  const labels = ["紧急程度", "车间", "Title"];
  expect(finds(result.current, "jj", labels)).toEqual([]);
  await act(async () => {});
  expect(finds(result.current, "jjcd", labels)).toEqual(["紧急程度"]);
  expect(finds(result.current, "jujian", labels)).toEqual(["车间"]);
  expect(finds(result.current, "ti", labels)).toEqual(["Title"]);
  expect(server.mock.calls).toEqual([[["紧急程度", "车间"]]]);
});

it("asks nothing for what is typed in characters, nor for a reading that came with the name", () => {
  expect(named("处理人", "处理")).toBe(true);
  expect(named("沈可", "sk", "shen ke")).toBe(true);
  expect(server).not.toHaveBeenCalled();
});

it("without an answer names are found as they are written, and the next letter asks again", async () => {
  server.mockRejectedValueOnce(new Error("offline")).mockResolvedValueOnce({ 备注: "bei zhu" });
  const { result } = renderHook(() => useByName());
  expect(finds(result.current, "b", ["备注"])).toEqual([]);
  await act(async () => {});
  expect(finds(result.current, "bz", ["备注"])).toEqual([]);
  await act(async () => {});
  expect(finds(result.current, "bz", ["备注"])).toEqual(["备注"]);
});
