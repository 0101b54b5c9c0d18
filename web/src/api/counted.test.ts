import { describe, expect, it } from "vitest";
import { readCounted } from "./counted";
import { ApiProblem } from "./problem";

function framed(rows: number, text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const piece = new Uint8Array(8 + bytes.length);
  const head = new DataView(piece.buffer);
  head.setUint32(0, rows);
  head.setUint32(4, bytes.length);
  piece.set(bytes, 8);
  return piece;
}

/** Cut as no network promises not to. */
function arriving(pieces: readonly Uint8Array[], size: number): ReadableStream<Uint8Array> {
  const whole = pieces.flatMap((piece) => [...piece]);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < whole.length; at += size) controller.enqueue(new Uint8Array(whole.slice(at, at + size)));
      controller.close();
    },
  });
}

const FILE = [framed(1_000, "one,"), framed(1_240, "two")];
const END = framed(1_240, "");

describe("a file in counted pieces", () => {
  it.each([1, 3, 11, 1_000])("is put together, and says its rows, when it comes %i bytes at a time", async (size) => {
    const rows: number[] = [];
    const file = await readCounted(arriving([...FILE, END], size), (so) => rows.push(so));
    expect([await file.text(), rows]).toEqual(["one,two", [1_000, 1_240]]);
  });

  it("is no file when it breaks off, between two pieces neither", async () => {
    const whole = readCounted(arriving(FILE, 5), () => undefined);
    await expect(whole).rejects.toBeInstanceOf(ApiProblem);
  });
});
