// A list that is at its top and pulled further down asks for what is new.

import { type RefObject, type TouchEvent, useRef } from "react";

/** So far the thumb travels before the list lets go. */
const FAR_PX = 120;
/** The sign follows at this part of the way. */
const DRAG = 0.5;

/** Handlers of the scrolling box. `sign` is drawn as high as it is pulled. */
export function usePull(sign: RefObject<HTMLElement | null>, onPull: () => void) {
  const start = useRef<number | null>(null);
  const show = (dy: number) => {
    if (!sign.current) return;
    sign.current.style.height = `${Math.min(dy, FAR_PX) * DRAG}px`;
    sign.current.dataset.far = String(dy >= FAR_PX);
  };
  const travelled = ({ changedTouches }: TouchEvent<HTMLElement>): number =>
    start.current === null ? 0 : Math.max(0, (changedTouches[0]?.clientY ?? 0) - start.current);
  return {
    onTouchStart: ({ currentTarget, touches }: TouchEvent<HTMLElement>) => {
      start.current = currentTarget.scrollTop <= 0 && touches.length === 1 ? (touches[0]?.clientY ?? null) : null;
    },
    onTouchMove: (event: TouchEvent<HTMLElement>) => {
      if (event.currentTarget.scrollTop > 0) start.current = null;
      show(travelled(event));
    },
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      const isFar = travelled(event) >= FAR_PX;
      start.current = null;
      show(0);
      if (isFar) onPull();
    },
    onTouchCancel: () => {
      start.current = null;
      show(0);
    },
  };
}
