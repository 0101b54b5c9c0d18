// One drag for mouse, pen and touch. The caller only says what is taken, what lies under the pointer and what a drop means.

import { scrollAtEdge } from "./drag_edge";
import { type DragPicture, dragPicture } from "./drag_picture";
import { gliding } from "./motion";

export interface Line {
  left: number;
  top: number;
  /** A horizontal line has width, a vertical one height; the other is 0. In viewport pixels. */
  width: number;
  height: number;
}

export interface Over<Place> {
  /** Where it would go; `null` when nowhere. */
  place: Place | null;
  line?: Line;
  /** The line is the frame around what is selected. */
  isArea?: boolean;
  /** Why not, in the person's language. */
  deny?: string;
}

export interface DragOptions<Place> {
  /** Text of the ghost. */
  label: string;
  /** What is taken; none where a frame is drawn. */
  sources: readonly (Element | null)[];
  over: (x: number, y: number, under: Element | null) => Over<Place>;
  /** What does not scroll moves on by itself at its edges; whether it just did. */
  moveOn?: (x: number, y: number, under: Element | null) => boolean;
  drop: (place: Place) => void;
  /** Always called at the end, dropped or not. */
  end?: () => void;
  /** A grip: touch starts at once instead of after a long press. */
  isGrip?: boolean;
}

const MOUSE_SLOP = 4;
const TOUCH_SLOP = 8;
const LONG_PRESS_MS = 220;

/** Swallows the click that follows a drag. */
function eatClick(): void {
  const eat = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", eat, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", eat, { capture: true }), 0);
}

/** Call on pointerdown. Below the threshold nothing happens: a click stays a click, a swipe still scrolls. */
export function startDrag<Place>(down: PointerEvent, options: DragOptions<Place>): void {
  if (down.button !== 0) return;
  const isTouch = down.pointerType === "touch";
  const source = down.target;
  const page = document.documentElement;
  let x = down.clientX;
  let y = down.clientY;
  let last: Over<Place> = { place: null };
  let picture: DragPicture | null = null;
  let frame = 0;
  // Something moved since the last look: a hand that rests costs nothing.
  let isStale = true;

  const tick = () => {
    frame = requestAnimationFrame(tick);
    if (!isStale) return;
    let under = document.elementFromPoint(x, y);
    isStale = options.moveOn?.(x, y, under) ?? false;
    if (scrollAtEdge(under, y) || isStale) under = document.elementFromPoint(x, y);
    last = options.over(x, y, under);
    picture?.show(x, y, last);
  };
  const begin = () => {
    if (picture) return;
    // What is dragged over does not hear of it: it would light up, and charts would draw their tips. A touch is held by its source.
    if (!isTouch) page.setPointerCapture(down.pointerId);
    picture = dragPicture(
      options.label,
      options.sources.filter((one) => one !== null),
    );
    getSelection()?.removeAllRanges();
    tick();
  };
  const timer = isTouch && !options.isGrip ? setTimeout(begin, LONG_PRESS_MS) : undefined;

  const finish = (isDrop: boolean) => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    stop.abort();
    if (!picture) return;
    if (page.hasPointerCapture(down.pointerId)) page.releasePointerCapture(down.pointerId);
    const { place } = last;
    if (isTouch || isDrop) eatClick();
    if (isDrop && place !== null) {
      picture.land();
      gliding(() => options.drop(place));
    } else picture.cancel();
    options.end?.();
  };
  const shifted = () => {
    isStale = true;
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    x = event.clientX;
    y = event.clientY;
    isStale = true;
    if (picture) return;
    const far = Math.hypot(x - down.clientX, y - down.clientY);
    if (isTouch && !options.isGrip) {
      if (far > TOUCH_SLOP) finish(false);
    } else if (far > MOUSE_SLOP) begin();
  };
  const up = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    if (picture) last = options.over(x, y, document.elementFromPoint(x, y));
    finish(true);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !picture) return;
    event.preventDefault();
    event.stopPropagation();
    finish(false);
  };

  const stop = new AbortController();
  const { signal } = stop;
  const seen = { signal, capture: true, passive: true };
  addEventListener("pointermove", move, seen);
  addEventListener("scroll", shifted, seen);
  addEventListener("wheel", shifted, seen);
  addEventListener("pointerup", up, { signal });
  addEventListener("pointercancel", () => finish(false), { signal });
  addEventListener("blur", () => finish(false), { signal });
  addEventListener("keydown", key, { signal, capture: true });
  addEventListener("contextmenu", (event) => isTouch && event.preventDefault(), { signal });
  // On the source itself: it still hears the touch after React has taken it out of the page.
  source?.addEventListener("touchmove", (event) => picture && event.cancelable && event.preventDefault(), {
    signal,
    passive: false,
  });
}
