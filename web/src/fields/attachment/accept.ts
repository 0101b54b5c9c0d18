// Which files a field takes; the twin of src/form/kind/{image,file}.rs. The server looks at the content as well.

import type { FileControl } from "@/model/form";
import type { Problem } from "@/model/problem";
import { type FileValue, isFile, type Value } from "@/model/value";
import { wrong } from "../wrong";

export const FILE_BYTES_MAX = 100 * 1024 * 1024;
export const FILES_PER_FIELD_MAX = 20;
/** Of a comment, or of the opinion that comes with a decision. */
export const OPINION_FILES_MAX = 20;

export const IMAGE_MEDIA = ["image/jpeg", "image/png", "image/webp", "image/gif"];

/** Documents, tables, drawings, pictures, recordings and archives; nothing that a double click runs. */
export const HOUSE_EXTENSIONS: readonly string[] =
  "pdf doc docx xls xlsx ppt pptx wps et dps odt ods odp txt csv md json xml log jpg jpeg png webp gif bmp tif tiff heic mp4 mov mp3 m4a wav amr zip rar 7z dwg dxf step".split(
    " ",
  );

export function extensionsOf({ extensions }: FileControl): readonly string[] {
  return extensions.length > 0 ? extensions : HOUSE_EXTENSIONS;
}

export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

export function filesOf(value: Value): FileValue[] {
  return (Array.isArray(value) ? value : [value]).filter(isFile);
}

export function checkFiles(
  value: Value,
  max: number,
  place: string,
  isRefused: (file: FileValue) => boolean,
): Problem[] {
  const files = filesOf(value);
  const refused = files.filter(isRefused).map(({ name }) => wrong(place, "file_type_refused", { name }));
  return files.length > max ? [wrong(place, "too_many", { max }), ...refused] : refused;
}
