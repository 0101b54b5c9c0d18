// A phone's photo is made smaller before it travels: what a screen cannot show is not sent.

const SIDE_MAX = 2_560;
const SMALL_BYTES = 1_000_000;
const QUALITY = 0.86;

/** What is drawn over a picture. */
export type Overlay = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** The same picture with at most SIDE_MAX pixels a side; everything else, and whatever fails, goes as it is. */
export async function shrunk(file: File): Promise<File> {
  if (!/^image\/(jpeg|webp)$/.test(file.type) || file.size <= SMALL_BYTES) return file;
  const drawn = await redrawn(file).catch(() => file);
  return drawn.size < file.size ? drawn : file;
}

/** As a JPEG of at most SIDE_MAX pixels a side. Throws when the browser cannot open it. */
export async function redrawn(file: File, overlay?: Overlay): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser does not draw");
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  overlay?.(context, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!blob) throw new Error("the picture is too large to draw");
  return new File([blob], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg", lastModified: file.lastModified });
}
