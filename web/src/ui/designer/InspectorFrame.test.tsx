import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import { InspectorFrame } from "./InspectorFrame";
import { PropertyRow } from "./PropertyRow";

const row = (label: string, help?: string) => (
  <PropertyRow label={label} {...(help && { help })}>
    {(id) => <input id={id} />}
  </PropertyRow>
);

function open() {
  const groups = [
    {
      id: "test.basics",
      label: "Basics",
      content: (
        <>
          {row("Name")}
          {row("Kind")}
        </>
      ),
    },
    { id: "test.rules", label: "Rules", content: row("Required", "Nobody may leave it empty") },
    { id: "test.layout", label: "Layout", content: row("Width") },
  ];
  render(<InspectorFrame title="A field" groups={groups} hasSearch />);
  return screen.getByRole("textbox", { name: i18n.t("designer:searchProperty") });
}

const shown = () => screen.getAllByRole("region").map((group) => group.getAttribute("aria-label"));

describe("the search among properties", () => {
  it("leaves the rows that speak of it and the groups they are in", async () => {
    const search = open();
    await userEvent.type(search, "empty");
    expect(shown()).toEqual(["Rules"]);
    expect(screen.getByRole("textbox", { name: "Required" })).toBeVisible();
  });

  it("shows the whole of a group that is called so, and everything again without a text", async () => {
    const search = open();
    await userEvent.type(search, "basic");
    expect(shown()).toEqual(["Basics"]);
    expect(screen.getByRole("textbox", { name: "Kind" })).toBeVisible();
    await userEvent.clear(search);
    expect(shown()).toEqual(["Basics", "Rules", "Layout"]);
  });
});
