// Fails the build when anything it emits needs a browser newer than the oldest we serve: Chrome 100 inside DingTalk, Safari
// 15.4 inside WeCom on iOS. Syntax is lowered by the build's target; this looks for what no build can lower.

import type { Plugin } from "vite";

interface Newer {
  feature: string;
  pattern: RegExp;
}

/** With the first Chrome and Safari that have it. */
const NEWER: readonly Newer[] = [
  { feature: "Array.prototype.with (110, 16)", pattern: /\.with\(-?\d/ },
  { feature: "Promise.withResolvers (119, 17.4)", pattern: /Promise\.withResolvers/ },
  { feature: "Promise.try (128, 18.2)", pattern: /Promise\.try\(/ },
  { feature: "Array.fromAsync (121, 16.4)", pattern: /Array\.fromAsync/ },
  { feature: "groupBy (117, 17.4)", pattern: /\b(Object|Map)\.groupBy/ },
  { feature: "set methods (122, 17)", pattern: /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/ },
  { feature: "well-formed strings (111, 16.4)", pattern: /\.(isWellFormed|toWellFormed)\(/ },
  { feature: "URL.canParse (120, 17)", pattern: /URL\.canParse/ },
  { feature: "AbortSignal.any, timeout (116, 17.4)", pattern: /AbortSignal\.(any|timeout)\(/ },
  { feature: "requestIdleCallback (47, never)", pattern: /requestIdleCallback\(/ },
  { feature: "popover (114, 17)", pattern: /\b(showPopover|togglePopover)\(/ },
  { feature: "inert (102, 15.5)", pattern: /\binert:/ },
  { feature: "lookbehind (62, 16.4)", pattern: /\(\?<[=!]/ },
  { feature: ":has() (105, 15.4)", pattern: /:has\(/ },
  { feature: "container queries (105, 16)", pattern: /@container\b/ },
  { feature: "color-mix() (111, 16.2)", pattern: /color-mix\(/ },
  { feature: "light-dark() (123, 17.5)", pattern: /light-dark\(/ },
  { feature: "oklch() (111, 15.4)", pattern: /\bokl(ch|ab)\(/ },
  { feature: "dvh, svh, lvh (108, 15.4)", pattern: /\d[dsl]v[hw]\b/ },
  { feature: "@scope, @starting-style (118, 17.4)", pattern: /@(scope|starting-style)\b/ },
  { feature: "subgrid (117, 16)", pattern: /:\s*subgrid\b/ },
];

interface Exception {
  feature: RegExp;
  where: RegExp;
}

/** Seen, tried out and harmless: each says why. */
const HARMLESS: readonly Exception[] = [
  // A focus ring or a border is drawn a little differently.
  { feature: /^(:has|color-mix)/, where: /node_modules\/(antd|@rc-component)\// },
  // A pattern that is put together only when somebody asks for a web address with boundaries; nobody does.
  { feature: /^lookbehind/, where: /node_modules\/@rc-component\/async-validator\// },
  // Asked for before it is used.
  { feature: /^requestIdleCallback/, where: /node_modules\/@codemirror\// },
  // The form designer's sample controls, on desktops; without it the keyboard can enter them, and what is typed goes nowhere.
  { feature: /^inert/, where: /src\/features\/forms\/surface\/AsleepControl/ },
  // The board designer's small drawings, on desktops; without it the keyboard can enter a list that only scrolls.
  { feature: /^inert/, where: /src\/features\/boards\/inspector\/KindPicks/ },
  // It brings what a browser lacks. Where one is too old even so, the sheet says that it cannot show the file, and has the download.
  { feature: /^(Promise|AbortSignal|color-mix)/, where: /node_modules\/pdfjs-dist\// },
];

/** What `code` of `where` needs and the oldest browsers lack. */
export function newerThanFloor(where: string, code: string): string[] {
  return NEWER.filter(({ pattern }) => pattern.test(code))
    .map(({ feature }) => feature)
    .filter((feature) => !HARMLESS.some((known) => known.feature.test(feature) && known.where.test(where)));
}

export function floor(): Plugin {
  return {
    name: "floor",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const found = Object.entries(bundle).flatMap(([name, output]) => {
          if (output.type === "asset") {
            return name.endsWith(".css")
              ? newerThanFloor(name, String(output.source)).map((it) => `${name}: ${it}`)
              : [];
          }
          return Object.entries(output.modules).flatMap(([id, { code }]) =>
            newerThanFloor(id, code ?? "").map((it) => `${id}: ${it}`),
          );
        });
        if (found.length > 0) this.error(`newer than the oldest browser:\n${found.join("\n")}`);
      },
    },
  };
}
