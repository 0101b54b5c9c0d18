import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";

/** What the browser spends: measured, printed, never a gate. */
export default defineConfig({
  ...tests,
  testDir: ".",
  testMatch: "*.bench.ts",
  projects: [{ name: "desktop", use: { viewport: { width: 1440, height: 900 } } }],
  reporter: [["line"]],
});
