import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const COLOUR = /\u001b\[[0-9;]*m/g;
const LINES = 6;

/** Says last, and in few lines, what could not be looked at, what failed and why: the end of a log is what people see first. */
export default class LastWord implements Reporter {
  private suite?: Suite;

  onBegin(_: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(_: FullResult): void {
    for (const test of this.suite?.allTests() ?? []) {
      for (const { type, description } of test.annotations) {
        if (description) process.stdout.write(`\n${test.title}: ${type} ${description}\n`);
      }
      for (const result of test.results) if (result.status !== test.expectedStatus) say(test, result);
    }
  }
}

function say(test: TestCase, { status, errors }: TestResult): void {
  if (status === "skipped") return;
  process.stdout.write(`\n${status}: ${test.title}`);
  for (const { message = "", location } of errors) {
    const lines = message
      .replace(COLOUR, "")
      .split("\n")
      .filter((line) => line.trim() !== "");
    process.stdout.write(`  ${location ? `line ${location.line}: ` : ""}${lines.slice(0, LINES).join("\n    ")}`);
  }
}
