/** Tells whenever the element has moved in the window, by whatever came or went around it: no event does. Returns the way to stop. */
export function watchPlace(element: Element, onMove: () => void): () => void {
  let frame = 0;
  let last: DOMRect | null = null;
  const look = () => {
    const now = element.getBoundingClientRect();
    if (last && (last.left !== now.left || last.top !== now.top)) onMove();
    last = now;
    frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
