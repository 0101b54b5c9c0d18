import { act, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { i18n, switchLanguage } from "./i18n";
import { useTranslation } from "./words";

function Said({ onSay }: { onSay: (t: unknown) => void }) {
  const { t } = useTranslation("inbox");
  onSay(t);
  return <p>{t("title")}</p>;
}

describe("useTranslation", () => {
  it("says the same in the other language once that is chosen, with one function for all who ask", async () => {
    const said: unknown[] = [];
    const say = (t: unknown) => said.push(t);
    render(
      <>
        <Said onSay={say} />
        <Said onSay={say} />
      </>,
    );
    const before = i18n.t("title", { ns: "inbox" });
    expect(screen.getAllByText(before)).toHaveLength(2);
    expect(new Set(said).size).toBe(1);
    await act(() => switchLanguage(i18n.language === "zh" ? "en" : "zh"));
    const after = i18n.t("title", { ns: "inbox" });
    expect(after).not.toBe(before);
    expect(screen.getAllByText(after)).toHaveLength(2);
    expect(new Set(said).size).toBe(2);
    await act(() => switchLanguage(i18n.language === "zh" ? "en" : "zh"));
  });

  it("speaks for the first of several namespaces without its name, for the others with it", () => {
    let found: string[] = [];
    function Both() {
      const { t } = useTranslation(["inbox", "common"]);
      found = [t("title"), t("common:cancel")];
      return null;
    }
    render(<Both />);
    expect(found).toEqual([i18n.t("title", { ns: "inbox" }), i18n.t("cancel", { ns: "common" })]);
  });
});
