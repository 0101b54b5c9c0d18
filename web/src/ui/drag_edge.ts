// What lies under a drag moves on at its edges, the faster the nearer the pointer is to them.

const EDGE = 48;
/** Pixels a frame, at the very edge. */
const SPEED = 14;

/** How far to move on between two edges; 0 well inside. */
export function edgePush(at: number, from: number, to: number): number {
  if (at < from + EDGE) return -SPEED * (1 - (at - from) / EDGE);
  if (at > to - EDGE) return SPEED * (1 - (to - at) / EDGE);
  return 0;
}

function scrollParentOf(element: Element | null): Element | null {
  for (let at = element; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return null;
}

/** Whether what is under the pointer has moved on. */
export function scrollAtEdge(under: Element | null, y: number): boolean {
  const parent = scrollParentOf(under);
  if (!parent) return false;
  const { scrollTop } = parent;
  const { top, bottom } = parent.getBoundingClientRect();
  const by = edgePush(y, top, bottom);
  if (by !== 0) parent.scrollTop += by;
  return parent.scrollTop !== scrollTop;
}
