// A signature on a canvas: strokes that thin out where the hand is quick, or a typed name, and the picture that is made of either.

export const PAD_WIDTH = 720;
export const PAD_HEIGHT = 240;

/** Near black on nothing: whatever shows it may turn it light. */
const INK = "#16191c";
const THICK = 7;
const THIN = 2.4;
/** Pixels a millisecond that make a line thin. */
const QUICK = 3;
const MARGIN = 12;
const HAND = '"Segoe Script", "Bradley Hand", STKaiti, KaiTi, "Kaiti SC", cursive';

export interface Dot {
  x: number;
  y: number;
  at: number;
  /** Of a pen; a half where nothing is known. */
  pressure: number;
}

/** How thick the line is at a dot, never jumping from what it was before. */
export function thickness(from: Dot, to: Dot, before: number): number {
  const speed = Math.hypot(to.x - from.x, to.y - from.y) / Math.max(to.at - from.at, 1);
  const wanted = (THICK - (THICK - THIN) * Math.min(speed / QUICK, 1)) * (0.5 + to.pressure);
  return before * 0.7 + wanted * 0.3;
}

/** One stroke, by the middles between its dots, so that no corner shows. */
export function drawStroke(pen: CanvasRenderingContext2D, dots: readonly Dot[]): void {
  pen.strokeStyle = INK;
  pen.lineCap = "round";
  let width = (THICK + THIN) / 2;
  dots.forEach((dot, index) => {
    const last = dots[index - 1] ?? dot;
    const older = dots[index - 2] ?? last;
    width = index === 0 ? width : thickness(last, dot, width);
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo((older.x + last.x) / 2, (older.y + last.y) / 2);
    pen.quadraticCurveTo(last.x, last.y, (last.x + dot.x) / 2, (last.y + dot.y) / 2 + 0.01);
    // Its end is not the middle of anything.
    if (index === dots.length - 1) pen.lineTo(dot.x, dot.y);
    pen.stroke();
  });
}

/** As large as it fits. */
export function drawName(pen: CanvasRenderingContext2D, name: string): void {
  pen.fillStyle = INK;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = `100px ${HAND}`;
  const fits = Math.min(1.2, (PAD_WIDTH - 4 * MARGIN) / Math.max(pen.measureText(name).width, 1));
  pen.font = `${Math.round(100 * fits)}px ${HAND}`;
  pen.fillText(name, PAD_WIDTH / 2, PAD_HEIGHT / 2);
}

/** What is drawn, without the emptiness around it; `null` where there is nothing. */
export async function pictureOf(canvas: HTMLCanvasElement): Promise<File | null> {
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
  const box = pixels && inkBox(pixels);
  if (!box) return null;
  const cut = document.createElement("canvas");
  cut.width = box.right - box.left + 2 * MARGIN;
  cut.height = box.bottom - box.top + 2 * MARGIN;
  cut.getContext("2d")?.drawImage(canvas, MARGIN - box.left, MARGIN - box.top);
  const blob = await new Promise<Blob | null>((resolve) => cut.toBlob(resolve, "image/png"));
  return blob && new File([blob], "signature.png", { type: "image/png" });
}

/** The smallest box around everything that is not clear. */
export function inkBox({ data, width, height }: Pick<ImageData, "data" | "width" | "height">) {
  let box: { left: number; top: number; right: number; bottom: number } | null = null;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4 + 3] === 0) continue;
      box ??= { left: x, top: y, right: x, bottom: y };
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.bottom = y + 1;
    }
  }
  return box;
}
