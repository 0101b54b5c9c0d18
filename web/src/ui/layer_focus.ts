// When something over the page closes, the focus goes back to where it was; and Tab goes from a button into the panel that it
// opened, wherever in the document that stands. The component kit does the one for few layers, the other for menus alone.

import { isShown, layerOf, lightLayer } from "./layers";

interface Stand {
  layer: Element | null;
  at: HTMLElement;
}

const PANEL = ".ant-popover";
const OPENER = ".ant-popover-open";
const STOPS =
  "a[href], button:enabled, input:enabled:not([type=radio]:not(:checked)), textarea:enabled, [tabindex='0']";

/** Where the focus was last: in the page, and in each layer over it. */
let way: Stand[] = [];

function cutAt(layer: Element | null): void {
  const at = way.findIndex((one) => one.layer === layer);
  if (at >= 0) way = way.slice(0, at + 1);
}

function arrive(at: EventTarget | null): void {
  if (!(at instanceof HTMLElement) || at === document.body) return;
  const layer = layerOf(at);
  cutAt(layer);
  way = [...way.filter((one) => one.layer !== layer), { layer, at }];
}

/** Nobody else has taken the focus, and the layer that had it is gone. */
function goBack(): void {
  const last = way.at(-1);
  if (document.activeElement !== document.body || !last?.layer || isShown(last.layer)) return;
  way = way.filter(({ layer, at }) => isShown(layer ?? at));
  way.at(-1)?.at.focus({ preventScroll: true });
}

/** Into the panel of the button that has the focus, and out at its ends. */
function walk(event: KeyboardEvent): void {
  const panel = lightLayer();
  const { activeElement: here } = document;
  if (event.key !== "Tab" || !here || !panel?.matches(PANEL)) return;
  const stops = [...panel.querySelectorAll<HTMLElement>(STOPS)].filter(isShown);
  const opener = way.at(-2)?.at;
  if (here.matches(OPENER) && !event.shiftKey && stops[0]) {
    event.preventDefault();
    stops[0].focus();
  } else if (here === stops.at(event.shiftKey ? 0 : -1)) {
    opener?.focus();
    // Forward, the browser goes on from there.
    if (event.shiftKey) event.preventDefault();
  }
}

arrive(document.activeElement);
addEventListener("focusin", ({ target }) => arrive(target));
addEventListener("focusout", () => setTimeout(goBack));
// Whoever presses elsewhere wants to be there.
addEventListener("pointerdown", ({ target }) => target instanceof Element && cutAt(layerOf(target)), true);
addEventListener(
  "keydown",
  (event) => {
    // Not every browser says that what had the focus is gone.
    goBack();
    walk(event);
  },
  true,
);
