import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { type Ref, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { directoryQuery } from "@/api/directory";
import { sessionQuery } from "@/api/session";
import type { FieldMatrix, FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Values } from "@/model/value";
import { TYPES } from "../table";
import { FormSheet, type SheetHandle } from "./FormSheet";

const shortForm: FormDefinition = {
  fields: [
    { id: "what", label: "What", required: true, control: TYPES.text.settings() },
    { id: "count", label: "Count", control: TYPES.number.settings() },
    { id: "why", label: "Why", control: TYPES.text.settings(), visible_if: "count > 10", required_if: "count > 20" },
    { id: "twice", label: "Twice", control: { kind: "formula", formula: "count * 2", result: "number", decimals: 0 } },
  ],
  sections: [
    { id: "one", title: "One", items: ["what", "count", "why", "twice"].map((field) => ({ field, span: 6 })) },
    { id: "none", title: "Nobody", visible_if: "count > 1000", items: [] },
  ],
};

interface TriedProps {
  definition?: FormDefinition;
  start: Values;
  matrix?: FieldMatrix;
  problems?: Problem[];
  isOpen?: boolean;
  sheet?: Ref<SheetHandle>;
  onProblems?: (count: number) => void;
}

function Tried({
  definition = shortForm,
  start,
  matrix = {},
  problems = [],
  isOpen = true,
  sheet = null,
  onProblems,
}: TriedProps) {
  const [values, setValues] = useState(start);
  return (
    <FormSheet
      ref={sheet}
      definition={definition}
      values={values}
      matrix={matrix}
      unnamed="edit"
      problems={problems}
      {...(onProblems && { onProblems })}
      {...(isOpen && { onChange: (field, value) => setValues((old) => ({ ...old, [field]: value })) })}
    />
  );
}

function show(props: TriedProps) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(directoryQuery.queryKey, { departments: [], teams: [], users: [], pinyin: {} });
  client.setQueryData(sessionQuery.queryKey, null);
  return render(
    <QueryClientProvider client={client}>
      <Tried {...props} />
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});

const none: Problem[] = [];

describe("a form on the screen", () => {
  it("follows its rules while it is filled", () => {
    show({ start: { count: "5" }, problems: none });
    expect(screen.queryByLabelText("Why")).toBeNull();
    expect(screen.getByText("10")).toBeDefined();
    fireEvent.change(screen.getByLabelText("Count"), { target: { value: "12" } });
    expect(screen.getByLabelText("Why")).toBeDefined();
    expect(screen.getByText("24")).toBeDefined();
    expect(screen.queryByText("Nobody")).toBeNull();
  });

  it("shows every problem when it is to be sent, and leads to the first", async () => {
    const sheet: { current: SheetHandle | null } = { current: null };
    const onProblems = vi.fn();
    show({ start: { count: "21" }, problems: none, sheet, onProblems });
    expect(onProblems).toHaveBeenLastCalledWith(0);
    const found = sheet.current?.check() ?? [];
    expect(found.map(({ place, code }) => [place, code])).toEqual([
      ["what", "required"],
      ["why", "required"],
    ]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/What/)));
    expect(screen.getByRole("alert")).toBeDefined();
    expect(onProblems).toHaveBeenLastCalledWith(2);
    fireEvent.change(screen.getByLabelText(/What/), { target: { value: "pump" } });
    expect(sheet.current?.check()).toHaveLength(1);
    expect(onProblems).toHaveBeenLastCalledWith(1);
  });

  it("puts what the server said under its field until the field is changed", () => {
    const problems: Problem[] = [{ place: "what", code: "not_unique", severity: "error", data: {} }];
    show({ start: { what: "pump" }, problems });
    const input = screen.getByLabelText(/What/);
    expect(input.getAttribute("aria-invalid")).toBe("true");
    fireEvent.change(input, { target: { value: "fan" } });
    expect(input.getAttribute("aria-invalid")).toBe("false");
  });

  it("keeps closed what the person may not touch", () => {
    const matrix: FieldMatrix = { what: "read", count: "hidden" };
    show({ start: { what: "pump" }, matrix, problems: none });
    expect(screen.getByText("pump")).toBeDefined();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByText("Count")).toBeNull();
  });

  it("lists the sections of a long form, those that are there, with what is to be mended in each", () => {
    const sheet: { current: SheetHandle | null } = { current: null };
    const ids = [..."abcdefghijkl"];
    const section = (title: string, from: number, to: number, visible_if?: string) => ({
      id: title,
      title,
      items: ids.slice(from, to).map((field) => ({ field, span: 6 })),
      ...(visible_if && { visible_if }),
    });
    const long: FormDefinition = {
      fields: ids.map((id) => ({ id, label: id, required: true, control: TYPES.text.settings() })),
      sections: [section("First", 0, 6), section("Second", 6, 11), section("Third", 11, 12, 'a = "x"')],
    };
    show({ start: { a: "pump" }, definition: long, sheet });
    const listed = () => [...screen.getByRole("navigation").querySelectorAll("button")].map((one) => one.textContent);
    expect(listed()).toEqual(["First", "Second"]);
    act(() => void sheet.current?.check());
    expect(listed()).toEqual(["First5", "Second5"]);
    fireEvent.click(screen.getByRole("button", { name: /Second/ }));
    expect(document.activeElement).toBe(screen.getByRole("region", { name: "Second" }));
  });

  it("is only read without a way to change it", () => {
    show({ start: { what: "pump", count: "1" }, problems: none, isOpen: false });
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});
