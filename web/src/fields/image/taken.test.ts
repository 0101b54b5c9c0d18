import { describe, expect, it } from "vitest";
import { exifTime, takenAt } from "./taken";

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** A JPEG of nothing but its head, as a camera writes it. */
function photo(taken: string, { isLittle = true, zone = "" } = {}): Uint8Array<ArrayBuffer> {
  const number = (value: number, bytes: number): number[] => {
    const digits = Array.from({ length: bytes }, (_, index) => (value >> (8 * index)) & 0xff);
    return isLittle ? digits : digits.reverse();
  };
  const entry = (tag: number, kind: number, count: number, value: number) =>
    [number(tag, 2), number(kind, 2), number(count, 4), number(value, 4)].flat();
  const entries = zone ? 2 : 1;
  const texts = 26 + 2 + entries * 12 + 4;
  const tiff = [
    ascii(isLittle ? "II" : "MM"),
    number(42, 2),
    number(8, 4),
    // The first table names the second, which stands right behind it.
    [number(1, 2), entry(0x8769, 4, 1, 26), number(0, 4)].flat(),
    [number(entries, 2), entry(0x9003, 2, 20, texts), zone ? entry(0x9011, 2, 7, texts + 20) : [], number(0, 4)].flat(),
    ascii(`${taken}\0${zone}\0`),
  ].flat();
  const body = [...ascii("Exif\0\0"), ...tiff];
  const length = body.length + 2;
  const other = [0xff, 0xe0, 0, 4, 1, 2];
  return new Uint8Array([0xff, 0xd8, ...other, 0xff, 0xe1, length >> 8, length & 0xff, ...body, 0xff, 0xda, 0, 2]);
}

const timeOf = (bytes: Uint8Array<ArrayBuffer>) => exifTime(new DataView(bytes.buffer));

describe("when a photo was taken", () => {
  it("is what its camera wrote, in either order of bytes", () => {
    const at = new Date(2026, 2, 4, 9, 30, 5).getTime();
    expect(timeOf(photo("2026:03:04 09:30:05"))).toBe(at);
    expect(timeOf(photo("2026:03:04 09:30:05", { isLittle: false }))).toBe(at);
  });

  it("is a moment, where the camera says in which zone it was", () => {
    expect(timeOf(photo("2026:03:04 09:30:05", { zone: "+08:00" }))).toBe(Date.UTC(2026, 2, 4, 1, 30, 5));
  });

  it("is the file's own time where nothing of it can be read", async () => {
    const own = (bytes: BlobPart) => takenAt(new File([bytes], "a.jpg", { lastModified: 7 }));
    expect(timeOf(photo("    :  :     :  :  "))).toBeNull();
    expect(await own(photo("    :  :     :  :  "))).toBe(7);
    expect(await own(photo("2026:03:04 09:30:05").slice(0, 40))).toBe(7);
    expect(await own("no picture")).toBe(7);
    expect(await own("")).toBe(7);
  });
});
