// A row that a thumb pushes aside: far enough to one side means one thing, to the other another. The row follows the finger
// without being drawn anew.

import { type TouchEvent, useRef } from "react";

export interface Swipe {
  onRight: () => void;
  onLeft: () => void;
}

/** So far it counts. */
const FAR_PX = 96;
/** Less than this is a tap, or a scroll that has not begun. */
const SLOP_PX = 10;

/** `1`: far enough to the right, `-1`: to the left, `0`: it goes back. */
export const sideOf = (dx: number): -1 | 0 | 1 => (dx > FAR_PX ? 1 : dx < -FAR_PX ? -1 : 0);

interface Push {
  x: number;
  y: number;
  dx: number;
  /** It began sideways; a scroll stays a scroll. */
  isMine: boolean;
}

/** Handlers of the element that moves. Its parent learns the side from `data-side`. */
export function useSwipe(swipe: Swipe | null) {
  const push = useRef<Push | null>(null);
  if (!swipe) return {};
  const move = (element: HTMLElement, dx: number) => {
    element.style.transform = dx === 0 ? "" : `translateX(${dx}px)`;
    const row = element.parentElement;
    if (!row) return;
    row.dataset.push = dx > 0 ? "right" : dx < 0 ? "left" : "";
    row.dataset.far = String(sideOf(dx) !== 0);
  };
  const onTouchStart = ({ touches }: TouchEvent<HTMLElement>) => {
    const finger = touches[0];
    push.current =
      touches.length === 1 && finger ? { x: finger.clientX, y: finger.clientY, dx: 0, isMine: false } : null;
  };
  const onTouchMove = ({ touches, currentTarget }: TouchEvent<HTMLElement>) => {
    const [now, finger] = [push.current, touches[0]];
    if (!now || !finger) return;
    const [dx, dy] = [finger.clientX - now.x, finger.clientY - now.y];
    if (!now.isMine && Math.hypot(dx, dy) < SLOP_PX) return;
    if (!now.isMine && Math.abs(dy) > Math.abs(dx)) {
      push.current = null;
      return;
    }
    push.current = { ...now, dx, isMine: true };
    move(currentTarget, dx);
  };
  const onTouchEnd = ({ currentTarget }: TouchEvent<HTMLElement>) => {
    const side = sideOf(push.current?.dx ?? 0);
    push.current = null;
    move(currentTarget, 0);
    if (side === 1) swipe.onRight();
    if (side === -1) swipe.onLeft();
  };
  const onTouchCancel = ({ currentTarget }: TouchEvent<HTMLElement>) => {
    push.current = null;
    move(currentTarget, 0);
  };
  return { onTouchStart, onTouchMove, onTouchEnd, onTouchCancel };
}
