import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";

/** What the browser spends: measured, printed, never a gate. */
export default defineConfig({
  ...tests,
  testDir: ".",
  testMatch: "*.bench.ts",
  // What runs beside is measured with it.
  workers: 1,
  // A trace takes a picture of the whole page with every move of the pointer, on the very thread that is measured.
  use: { ...tests.use, trace: "off" },
  projects: [{ name: "desktop", use: { viewport: { width: 1440, height: 900 } } }],
  reporter: [["line"]],
});
