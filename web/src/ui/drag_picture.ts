// What is seen of a drag: the ghost that follows, the line where a drop would go, why it may not, and what was taken, dimmed.
// Drawn outside React, so that nothing renders while something is dragged.

import type { Over } from "./drag";
import styles from "./drag.module.css";
import { DROP_MS, isStill } from "./motion";

const GHOST_GAP = 12;

function part(className: string | undefined): HTMLElement {
  const element = document.createElement("div");
  element.className = className ?? "";
  document.body.append(element);
  return element;
}

export type DragPicture = ReturnType<typeof dragPicture>;

export function dragPicture(label: string, sources: readonly Element[]) {
  const ghost = part(styles.ghost);
  const line = part(styles.line);
  const caption = document.createElement("span");
  caption.textContent = label;
  const reason = document.createElement("em");
  ghost.append(caption, reason);
  const page = document.documentElement.classList;
  page.add(styles.dragging ?? "");
  for (const source of sources) source.setAttribute("data-dragged", "");
  // Measured when its words change, not with every frame.
  const measured = () => ({ width: ghost.offsetWidth, height: ghost.offsetHeight });
  let size = measured();
  let denied = false;
  const say = (why: string | undefined) => {
    if (reason.textContent !== (why ?? "")) {
      reason.textContent = why ?? "";
      size = measured();
    }
    if (denied === (why !== undefined)) return;
    // Every cursor of the page changes with it: at the border, not with every frame.
    denied = why !== undefined;
    ghost.classList.toggle(styles.denied ?? "", denied);
    page.toggle(styles.forbidden ?? "", denied);
  };
  const clear = () => {
    line.remove();
    page.remove(styles.dragging ?? "", styles.forbidden ?? "");
    for (const source of sources) source.removeAttribute("data-dragged");
  };
  return {
    show<Place>(x: number, y: number, { place, line: at, isArea, deny }: Over<Place>) {
      say(place === null ? deny : undefined);
      const left = Math.min(x + GHOST_GAP, innerWidth - size.width - GHOST_GAP);
      const top = Math.min(y + GHOST_GAP, innerHeight - size.height - GHOST_GAP);
      ghost.style.transform = `translate(${left}px, ${top}px)`;
      line.hidden = place === null || !at;
      if (!at) return;
      line.classList.toggle(styles.area ?? "", isArea ?? false);
      Object.assign(line.style, {
        transform: `translate(${at.left}px, ${at.top}px)`,
        width: `${Math.max(at.width, 3)}px`,
        height: `${Math.max(at.height, 3)}px`,
      });
    },
    cancel() {
      clear();
      ghost.remove();
    },
    /** The ghost goes to where it was dropped, and is gone. */
    land() {
      const from = ghost.style.transform;
      const to = line.hidden || line.classList.contains(styles.area ?? "") ? from : line.style.transform;
      clear();
      if (isStill()) return ghost.remove();
      const flight = ghost.animate(
        [
          { transform: from, opacity: 1 },
          { transform: to, opacity: 0 },
        ],
        { duration: DROP_MS, easing: "ease-out" },
      );
      flight.onfinish = () => ghost.remove();
    },
  };
}
