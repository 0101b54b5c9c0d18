// What moves of itself, so that the eye can follow: not for whoever asked their device for less of it.

export const DROP_MS = 150;

export const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** How long a way may take that takes so many milliseconds else. */
export const calmly = (ms: number): number => (isStill() ? 0 : ms);

/** Scrolls until it is seen. */
export function bringIntoView(thing: Element | null | undefined, block: ScrollLogicalPosition): void {
  thing?.scrollIntoView({ block, behavior: isStill() ? "auto" : "smooth" });
}

/** From where it was to where it stands now; `x` and `y` are how far off it was. */
export function glideHome(thing: Element, { x, y }: { x: number; y: number }, duration: number): void {
  thing.animate([{ translate: `${x}px ${y}px` }, { translate: "0 0" }], { duration, easing: "ease-out" });
}

/** What stands in a list that says `data-glides` goes to its new place instead of being there at once. */
export function gliding(change: () => void): void {
  const things = isStill() ? [] : [...document.querySelectorAll("[data-glides] > *")];
  const before = new Map(things.map((thing) => [thing, thing.getBoundingClientRect()]));
  change();
  // It is drawn by then, and nobody has seen it yet.
  if (before.size) requestAnimationFrame(() => glideFrom(before));
}

function glideFrom(before: ReadonlyMap<Element, DOMRect>): void {
  const moved = new Map<Element, { x: number; y: number }>();
  for (const [thing, { left, top }] of before) {
    const now = thing.getBoundingClientRect();
    if (now.left !== left || now.top !== top) moved.set(thing, { x: left - now.left, y: top - now.top });
  }
  for (const [thing, way] of moved) {
    const outer = thing.parentElement?.closest("[data-glides] > *");
    // What it stands in carries it along.
    if (!outer || !moved.has(outer)) glideHome(thing, way, DROP_MS);
  }
}
