import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";

const FOLDER = new URL("../pictures/", import.meta.url);
const MADE_WITH = readFileSync(new URL("made_with.txt", FOLDER), "utf8").trim().replaceAll("\n", ", ");
const LETTERS = letters();

/** What rightly differs from one run to the next, and what a picture shows in its place. */
const VARYING: readonly [what: RegExp, shown: string][] = [
  // Of the machine: sizes, folders, how long things took, its own date.
  [/\d[\d.,]* ?([kMG]B)/, "12.3 $1"],
  [/\/\S*\/tessera-e2e-\w+/, "/srv"],
  [/[\d,]+ (毫秒|ms)/, "123 $1"],
  [/[\d/]+ \d\d:\d\d(，打开数据|: the data opened)/, "2026/06/10 20:00$1"],
  [/(有效期到|Good until) [\d/]+/, "$1 2028/06/10"],
  [/(版本|release) \d+\.\d+\.\d+/, "$1 1.0.0"],
  // How often the appliance looked at its deadlines.
  [/^#\d+$/, "#300"],
  [/\d+( 次变更，| changes, )/, "300$1"],
  // Of its clock, which goes on while pages are looked at.
  [/(截至|As of) \d\d:\d\d/, "$1 20:00"],
  [/^20:\d\d$/, "20:00"],
  [/tessera-\d+-\d+-\d+/, "tessera-20260610-120000-000"],
];

/** Reference pictures: every screen as a person looked at it and found it good. All of one album belong to one visit. */
export class Album {
  private readonly page: Page;
  /** A folder of its own. */
  private readonly name: string;
  private readonly seen: string[] = [];
  private readonly isComparable: boolean;

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    // Another major version draws letters and lines a little differently, everywhere; other letters do so all the more.
    const isSameBrowser = majorOf(MADE_WITH) === majorOf(`Chromium ${page.context().browser()?.version()}`);
    this.isComparable = isSameBrowser && MADE_WITH.includes(LETTERS);
    const why = `NOT COMPARED with their pictures: ${this.difference()}. Make them anew (make pictures) and look at them.`;
    if (!this.isComparable) test.info().annotations.push({ type: "screens", description: why });
  }

  /** `screen`: what is open now. Of a sheet over a page, the sheet alone. */
  async compare(screen: string): Promise<void> {
    const file = `${screen.replaceAll(/\W+/g, "-")}.png`;
    this.seen.push(file);
    if (!this.isComparable) return;
    // What lies under the pointer looks different.
    await this.page.mouse.move(0, 0);
    await this.page.evaluate(evenOut, VARYING);
    const sheet = this.page.getByRole("dialog").last();
    const seen = expect.soft((await sheet.isVisible()) ? sheet : this.page, `${screen}: ${this.difference()}`);
    await seen.toHaveScreenshot([this.name, file]);
  }

  /** Pictures that nothing is compared with any more. */
  forgotten(): string[] {
    return readdirSync(new URL(this.name, FOLDER)).filter((file) => !this.seen.includes(file));
  }

  /** For whoever sees two pictures that differ everywhere. */
  private difference(): string {
    return `made with ${MADE_WITH}, seen with Chromium ${this.page.context().browser()?.version()}, ${LETTERS}`;
  }
}

/** What Latin letters are drawn with here; empty where the machine does not say. */
function letters(): string {
  try {
    return execFileSync("fc-match", ["-f", "%{family} %{style}", "sans-serif"], { encoding: "utf8" });
  } catch {
    return "";
  }
}

const majorOf = (versions: string): string | undefined => /Chromium (\d+)/.exec(versions)?.[1];

/** Runs in the page: the same words whenever it is looked at, in the same room. */
function evenOut(varying: readonly [what: RegExp, shown: string][]): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const even = varying.reduce((words, [what, shown]) => words.replace(what, shown), text.nodeValue ?? "");
    if (even !== text.nodeValue) text.nodeValue = even;
  }
}
