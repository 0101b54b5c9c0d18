// A file that comes in counted pieces (src/http/take_away.rs): each after `rows so far | bytes`, and an empty one at the end. So a long
// file says how far it is, and one that broke off is never taken for a whole one.

import { lost } from "./client";
import { unreachable } from "./problem";

const HEAD_BYTES = 8;

/** Called with the rows so far. @throws when the file breaks off. */
export async function readCounted(body: ReadableStream<Uint8Array>, onRows: (rows: number) => void): Promise<Blob> {
  const reader = body.getReader();
  const pieces: BlobPart[] = [];
  let waiting = new Uint8Array(0);
  const more = async (): Promise<void> => {
    const { value, done } = await reader.read().catch(lost);
    if (done) throw unreachable();
    waiting = joined(waiting, value);
  };
  const take = async (bytes: number): Promise<Uint8Array<ArrayBuffer>> => {
    while (waiting.length < bytes) await more();
    const taken = waiting.slice(0, bytes);
    waiting = waiting.slice(bytes);
    return taken;
  };
  for (;;) {
    const head = new DataView((await take(HEAD_BYTES)).buffer);
    const length = head.getUint32(4);
    if (length === 0) return new Blob(pieces);
    pieces.push(await take(length));
    onRows(head.getUint32(0));
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
