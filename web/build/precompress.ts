// Writes a `.br` and a `.gz` beside every text file of the build, so that the server only ever copies bytes.
// Results are kept by content in node_modules/.cache: a rebuild compresses only what changed.

import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|html|svg|json|webmanifest|wasm)$/;
/** Smaller files gain nothing. A page asks for dozens just above it, so together they count. */
const WORTH_BYTES = 256;
const CACHE = "node_modules/.cache/precompress";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const ENCODINGS = {
  br: (raw: Buffer) =>
    brotli(raw, { params: { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: raw.length } }),
  gz: (raw: Buffer) => deflate(raw, { level: 9 }),
};

async function compressFile(path: string): Promise<void> {
  const raw = await readFile(path);
  if (raw.length < WORTH_BYTES) return;
  const digest = createHash("sha256").update(raw).digest("hex");
  for (const [suffix, compress] of Object.entries(ENCODINGS)) {
    const kept = join(CACHE, `${digest}.${suffix}`);
    const known = await stat(kept).catch(() => null);
    if (!known) await writeFile(kept, await compress(raw));
    await copyFile(kept, `${path}.${suffix}`);
  }
}

export function precompress(): Plugin {
  let folder = "dist";
  return {
    name: "precompress",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        await mkdir(CACHE, { recursive: true });
        const entries = await readdir(folder, { recursive: true });
        await Promise.all(entries.filter((name) => TEXT.test(name)).map((name) => compressFile(join(folder, name))));
      },
    },
  };
}
