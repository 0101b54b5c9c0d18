import { defineConfig, devices } from "@playwright/test";

// The system's Chromium against the real binary; nothing is downloaded and nothing is mocked.
const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    // Containers give shared memory of 64 MB, which one large page fills.
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
  ],
};

export default defineConfig({
  testDir: "./e2e",
  timeout: 180_000,
  expect: {
    timeout: 20_000,
    // Of a card whose padding changes by a pixel, far more than a thousandth of the screen moves.
    toHaveScreenshot: { threshold: 0.1, maxDiffPixelRatio: 0.001 },
  },
  // Reference pictures are made by `make pictures` alone: where one is missing, the test fails.
  updateSnapshots: "none",
  snapshotPathTemplate: "e2e/pictures/{arg}{ext}",
  // Two files at a time: each has an appliance, a robot and a time of its own.
  workers: 2,
  retries: 0,
  reporter: [["list"], ["./e2e/support/last_word.ts"]],
  use: {
    baseURL: process.env.TESSERA_URL ?? "https://localhost:8443",
    ignoreHTTPSErrors: true,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // What stands still takes every press: people may ask for that, and so do tests.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions,
    actionTimeout: 20_000,
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", testIgnore: /phone\./, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      testMatch: /phone\./,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, defaultBrowserType: "chromium" },
    },
  ],
});
