// What documents need that bring no fonts or tables of characters of their own, and decoders of rare pictures: beside the app,
// asked for by pdf.js when a document does.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

const LIBRARY = "node_modules/pdfjs-dist";

interface Folder {
  from: string;
  to: string;
  which: RegExp;
}

const FOLDERS: readonly Folder[] = [
  { from: "cmaps", to: "cmaps", which: /\.bcmap$/ },
  { from: "standard_fonts", to: "fonts", which: /\.(pfb|ttf)$/ },
  // The page's policy allows no WebAssembly; these do the same in plain script.
  { from: "wasm", to: "decoders", which: /fallback\.js$/ },
];

export function pdfFiles(): Plugin {
  return {
    name: "pdf-files",
    apply: "build",
    async generateBundle() {
      for (const { from, to, which } of FOLDERS) {
        const names = await readdir(join(LIBRARY, from));
        for (const name of names.filter((one) => which.test(one))) {
          const source = await readFile(join(LIBRARY, from, name));
          this.emitFile({ type: "asset", fileName: `pdf/${to}/${name}`, source });
        }
      }
    },
  };
}
