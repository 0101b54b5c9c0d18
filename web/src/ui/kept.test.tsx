import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import { dropKept, useKept } from "./kept";
import { dropNameless } from "./own_place";
import { preferenceNames, readPreference, writePreference } from "./preference";

const enter = (id: string) => queryClient.setQueryData(sessionQuery.queryKey, { user: { id } } as never);
const read = () => renderHook(() => useKept("opinion.o1.reject")).result;

beforeEach(() => localStorage.clear());

it("gives what was typed back to the one who typed it, and to nobody else at this desk", () => {
  enter("wang");
  const wang = read();
  act(() => wang.current[1]("too dear"));
  enter("li");
  expect(read().current[0]).toBe("");
  dropKept("opinion.o1.reject");
  enter("wang");
  expect(read().current[0]).toBe("too dear");
  dropKept("opinion.o1.reject");
  expect(read().current[0]).toBe("");
});

it("drops what former releases kept without a name, and nothing else", () => {
  for (const name of ["work.o1", "opinion.o1.reject", "opinion.batch", "comment.o1.files", "palette.recent"]) {
    writePreference(name, "left");
  }
  writePreference("own.wang.work.o1", "mine");
  writePreference("theme", "dark");
  dropNameless();
  expect(preferenceNames("").sort()).toEqual(["own.wang.work.o1", "theme"]);
  expect(readPreference("own.wang.work.o1", "")).toBe("mine");
});
