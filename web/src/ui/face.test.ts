import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery } from "@/api/session";
import { i18n, startI18n } from "@/i18n/i18n";
import { isTourDue, noteTour, preferLanguageAtDoor, preferTheme, wearFaceOf } from "./face";
import { readPreference } from "./preference";
import { useTheme } from "./theme";

const person = (theme: Me["theme"], language: "zh" | "en"): Me =>
  ({ user: { id: "u", language }, theme, tours: ["form"] }) as unknown as Me;

const known = () => queryClient.getQueryData(sessionQuery.queryKey);
const worn = () => [useTheme.getState().choice, document.documentElement.dataset.theme, i18n.language];

describe("the face of the product", () => {
  const asked = vi.fn(async (_url: string, _init: RequestInit) => new Response(null, { status: 204 }));

  beforeEach(async () => {
    vi.stubGlobal("fetch", asked);
    await startI18n("zh");
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    asked.mockClear();
    queryClient.clear();
    localStorage.clear();
  });

  it("is the signed-in person's, and kept for the next first paint", async () => {
    await wearFaceOf(person("dark", "en"));
    expect(worn()).toEqual(["dark", "dark", "en"]);
    expect([readPreference("theme", ""), readPreference("language", "")]).toEqual(["dark", "en"]);
    await wearFaceOf(person("light", "zh"));
    expect(worn()).toEqual(["light", "light", "zh"]);
    expect(asked).not.toHaveBeenCalled();
  });

  it("is changed here, in what is known of the person, and at the server", async () => {
    queryClient.setQueryData(sessionQuery.queryKey, person("light", "zh"));
    preferTheme("dark");
    expect([worn()[0], known()?.theme]).toEqual(["dark", "dark"]);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    expect(asked.mock.calls[0]?.[0]).toBe("/api/v1/session/theme");
    expect(asked.mock.calls[0]?.[1].body).toBe('{"theme":"dark"}');
  });

  it("speaks the language that was chosen at the door, and tells the server once", async () => {
    await preferLanguageAtDoor("en");
    expect(asked).not.toHaveBeenCalled();
    await wearFaceOf(person("light", "zh"));
    expect(i18n.language).toBe("en");
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    await wearFaceOf(person("light", "zh"));
    expect(i18n.language).toBe("zh");
  });

  it("gives each tour once", () => {
    queryClient.setQueryData(sessionQuery.queryKey, person("light", "zh"));
    expect([isTourDue("form"), isTourDue("flow")]).toEqual([false, true]);
    noteTour("flow");
    expect(isTourDue("flow")).toBe(false);
  });
});
