// Which files can be looked at without another program. Pictures have a way of their own, those that browsers can draw.

import type { FileValue } from "@/model/value";
import { extensionOf, IMAGE_MEDIA } from "./accept";

export type Preview = "pdf" | "text";

/** More of a text nobody reads in a sheet. */
const TEXT_BYTES_MAX = 1024 * 1024;
const TEXTS = ["txt", "csv", "log", "md", "json", "xml"];

/** The server makes a small picture of these; what else a camera or a scanner writes is a file like any other. */
const SMALL_BYTES_MAX = 32 * 1024 * 1024;

export const isPicture = ({ media, bytes }: FileValue): boolean =>
  IMAGE_MEDIA.includes(media) && bytes <= SMALL_BYTES_MAX;

export function previewOf({ name, media, bytes }: FileValue): Preview | null {
  if (media === "application/pdf") return "pdf";
  const isText = media.startsWith("text/") || TEXTS.includes(extensionOf(name));
  return isText && bytes <= TEXT_BYTES_MAX ? "text" : null;
}

/** UTF-8 as the world writes it, and what Chinese Windows writes. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
