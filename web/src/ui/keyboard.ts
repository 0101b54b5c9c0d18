// The keyboard on the glass. Chromium lays the page out anew above it (`interactive-widget` in index.html); others, iOS among
// them, lay it over the page and push the page up. `--keyboard` says how much of the window it covers then, `--pushed` how far
// the window is pushed: what is fixed to an edge stands between the two.

/** Less is a bar of the browser. */
const KEYBOARD_MIN_PX = 80;

const { documentElement: root } = document;
let height = 0;

function follow(view: VisualViewport): void {
  // Whoever magnifies the page sees a part of it too.
  const covered = view.scale > 1 ? 0 : innerHeight - view.height - view.offsetTop;
  const isOpen = covered >= KEYBOARD_MIN_PX;
  root.style.setProperty("--keyboard", `${isOpen ? Math.round(covered) : 0}px`);
  root.style.setProperty("--pushed", `${isOpen ? Math.round(view.offsetTop) : 0}px`);
  if (view.height < height) document.activeElement?.scrollIntoView({ block: "nearest" });
  height = view.height;
}

const { visualViewport: view } = window;
if (view) {
  height = view.height;
  view.addEventListener("resize", () => follow(view));
  view.addEventListener("scroll", () => follow(view));
}
