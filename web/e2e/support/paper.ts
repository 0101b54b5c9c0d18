import { inflateSync } from "node:zlib";
import type { Page } from "@playwright/test";

interface Paper {
  sheets: number;
  /** Every colour that something is filled with, as `#rrggbb`. */
  inks: ReadonlySet<string>;
}

/** What a printer gets. */
export async function printed(page: Page): Promise<Paper> {
  const file = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const inks = new Set<string>();
  // By its length: what is packed may end in a byte that looks like the end of a line.
  for (const head of file.matchAll(/<<[^>]*FlateDecode[^>]*\/Length (\d+)[^>]*>>\s*stream\r?\n/g)) {
    const from = head.index + head[0].length;
    const packed = file.slice(from, from + Number(head[1]));
    const drawn = inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    for (const [, ...parts] of drawn.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) rg\b/g)) inks.add(colorOf(parts));
  }
  return { sheets: file.match(/\/Type\s*\/Page\b/g)?.length ?? 0, inks };
}

const colorOf = (parts: readonly string[]): string =>
  `#${parts
    .map((part) =>
      Math.round(Number(part) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
