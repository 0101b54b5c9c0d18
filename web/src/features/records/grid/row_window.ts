// Which rows of a long grid stand in view. Whoever draws them asks `useInView`: a scroll renders nothing else.

import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";

/** Rows above and below the view, so that a turned wheel finds them there. */
const BEYOND = 6;

interface Rows {
  box: RefObject<HTMLDivElement | null>;
  count: number;
  /** Pixels of a row. */
  height: number;
  /** Pixels of the heading over a row, most often none. */
  headPx: (index: number) => number;
}

export interface RowWindow {
  virtual: Virtualizer<HTMLDivElement, Element>;
  subscribe: (changed: () => void) => () => void;
  /** Another one whenever other rows are in view. */
  version: () => number;
}

function newWindow(): RowWindow & { changed: () => void } {
  const listeners = new Set<() => void>();
  let version = 0;
  return {
    virtual: new Virtualizer<HTMLDivElement, Element>({
      count: 0,
      getScrollElement: () => null,
      estimateSize: () => 0,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
    }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    changed: () => {
      version += 1;
      for (const listener of listeners) listener();
    },
  };
}

export function useRowWindow({ box, count, height, headPx }: Rows): RowWindow {
  const [made] = useState(newWindow);
  const { virtual, changed } = made;
  virtual.setOptions({
    ...virtual.options,
    count,
    getScrollElement: () => box.current,
    estimateSize: (index) => height + headPx(index),
    scrollPaddingStart: height,
    scrollPaddingEnd: height,
    onChange: changed,
    // Always as many, so that each row that enters takes over the elements of one that left.
    rangeExtractor: ({ startIndex }) => {
      const fitting = Math.ceil((virtual.scrollRect?.height ?? 0) / height) + 1;
      const length = Math.min(count, fitting + 2 * BEYOND);
      const first = Math.max(0, Math.min(startIndex - BEYOND, count - length));
      return Array.from({ length }, (_, at) => first + at);
    },
  });
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other sizes are the reason, not an input
  useLayoutEffect(() => virtual.measure(), [virtual, height, headPx]);
  return made;
}

/** The rows to draw, and those only when they are others. */
export function useInView({ virtual, subscribe, version }: RowWindow): VirtualItem[] {
  useSyncExternalStore(subscribe, version);
  return virtual.getVirtualItems();
}
