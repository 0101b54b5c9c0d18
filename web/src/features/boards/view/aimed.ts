// The tile that keys act on: the one under the pointer, or else the one with the focus. A pointer that crosses the board
// renders nothing.

import { type RefObject, useRef } from "react";

export interface Aim {
  /** For each tile's element. */
  handlers: (id: string) => {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: () => void;
  };
  aimed: () => string | null;
}

export function useAim(): Aim {
  const under = useRef<string | null>(null);
  const focused = useRef<string | null>(null);
  const set = (ref: RefObject<string | null>, id: string | null) => () => {
    ref.current = id;
  };
  return {
    handlers: (id) => ({
      onPointerEnter: set(under, id),
      onPointerLeave: set(under, null),
      onFocus: set(focused, id),
      onBlur: set(focused, null),
    }),
    aimed: () => under.current ?? focused.current,
  };
}
