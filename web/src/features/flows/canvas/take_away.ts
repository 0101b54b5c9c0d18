// A picture of the drawing as a file: SVG as it is, or PNG.

import type { Picture } from "@/nodes/drawing/picture";
import { pngOf } from "@/ui/png";
import { saveFile } from "@/ui/save_file";

export type PictureKind = "svg" | "png";

export async function takeAway(picture: Picture, kind: PictureKind, name: string): Promise<void> {
  const file = kind === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await pngOf(picture.svg, picture);
  saveFile(file, `${name}.${kind}`);
}
