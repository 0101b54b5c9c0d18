// A vector drawing as a picture of dots, at twice its size.

const SCALE = 2;
/** What browsers still draw; those of phones less. */
const SIDE_MAX = 16_000;
const AREA_MAX = matchMedia("(pointer: coarse)").matches ? 16_000_000 : 120_000_000;

export async function pngOf(svg: string, { width, height }: { width: number; height: number }): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const scale = Math.min(SCALE, SIDE_MAX / Math.max(width, height), Math.sqrt(AREA_MAX / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("the picture is too large to draw"))), "image/png"),
  );
}
