// Fails the build when anything it emits would load from another host, or needs an inline script: the product runs
// without internet, under a content security policy that allows neither.

import type { Plugin } from "vite";

const OUTSIDE = /url\(\s*["']?(?:https?:)?\/\/|@import\s+["'](?:https?:)?\/\//;
const OUTSIDE_TAG = /<(?:script|link|img)[^>]+(?:src|href)=["'](?:https?:)?\/\//;
const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)[^>]*>\s*\S|\son[a-z]+\s*=/;

export function nothingOutside(): Plugin {
  return {
    name: "nothing-outside",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const [name, output] of Object.entries(bundle)) {
          const text = output.type === "chunk" ? output.code : String(output.source);
          const rules = name.endsWith(".html")
            ? [OUTSIDE_TAG, INLINE_SCRIPT]
            : /\.(js|css)$/.test(name)
              ? [OUTSIDE]
              : [];
          for (const rule of rules) {
            const found = rule.exec(text);
            if (found) this.error(`${name}: ${text.slice(found.index, found.index + 120)}`);
          }
        }
      },
    },
  };
}
