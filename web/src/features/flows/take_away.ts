// A picture of the drawing as a file: SVG as it is, PNG at twice its size.

import type { Picture } from "@/nodes/drawing/picture";
import { saveFile } from "@/ui/save_file";

export type PictureKind = "svg" | "png";

const SCALE = 2;
/** What browsers still draw. */
const PNG_SIDE_MAX = 16_000;

export async function takeAway(picture: Picture, kind: PictureKind, name: string): Promise<void> {
  const svg = new Blob([picture.svg], { type: "image/svg+xml" });
  saveFile(kind === "svg" ? svg : await drawn(svg, picture), `${name}.${kind}`);
}

async function drawn(svg: Blob, { width, height }: Picture): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  const image = new Image();
  image.src = url;
  await image.decode();
  const scale = Math.min(SCALE, PNG_SIDE_MAX / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("the picture is too large to draw"))), "image/png"),
  );
}
