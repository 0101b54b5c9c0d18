// When a photo was taken, as the camera wrote it into the picture (Exif 2.32, in an APP1 segment of a JPEG). Phones hand a photo
// from the album over as a file that is new, so the file's own time says nothing of it.

const JPEG = 0xffd8;
const APP1 = 0xffe1;
const IMAGE_DATA = 0xffda;
const EXIF = "Exif\0\0";
const EXIF_TABLE = 0x8769;
const TAKEN = 0x9003;
const OFFSET = 0x9011;
const ENTRY_BYTES = 12;
/** Where cameras write it. */
const HEAD_BYTES = 256 * 1024;

/** The file's own time where the picture says nothing. */
export async function takenAt(photo: File): Promise<number> {
  try {
    return exifTime(new DataView(await photo.slice(0, HEAD_BYTES).arrayBuffer())) ?? photo.lastModified;
  } catch {
    return photo.lastModified;
  }
}

/** Throws `RangeError` where the picture ends early. */
export function exifTime(view: DataView): number | null {
  if (view.getUint16(0) !== JPEG) return null;
  for (let at = 2; view.getUint16(at) !== IMAGE_DATA; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) === APP1 && textAt(view, at + 4, EXIF.length) === EXIF)
      return timeIn(view, at + 4 + EXIF.length);
  }
  return null;
}

/** `tiff`: where the block begins that all its places are counted from. */
function timeIn(view: DataView, tiff: number): number | null {
  const isLittle = textAt(view, tiff, 2) === "II";
  const word = (at: number) => view.getUint32(tiff + at, isLittle);
  const find = (table: number, tag: number): number | null => {
    const count = view.getUint16(tiff + table, isLittle);
    const entries = Array.from({ length: count }, (_, index) => table + 2 + index * ENTRY_BYTES);
    return entries.find((entry) => view.getUint16(tiff + entry, isLittle) === tag) ?? null;
  };
  const inner = find(word(4), EXIF_TABLE);
  const taken = inner === null ? null : find(word(inner + 8), TAKEN);
  if (inner === null || taken === null) return null;
  const offset = find(word(inner + 8), OFFSET);
  // 2026:03:04 09:30:00, by the clock of the camera: here, unless it says where.
  const [day = "", clock = ""] = textAt(view, tiff + word(taken + 8), 19).split(" ");
  const zone = offset === null ? "" : textAt(view, tiff + word(offset + 8), 6);
  const at = Date.parse(`${day.replaceAll(":", "-")}T${clock}${/^[+-]\d\d:\d\d$/.test(zone) ? zone : ""}`);
  return Number.isNaN(at) ? null : at;
}

const textAt = (view: DataView, at: number, chars: number): string =>
  String.fromCharCode(...Array.from({ length: chars }, (_, index) => view.getUint8(at + index)));
