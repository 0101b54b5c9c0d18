import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Kbd } from "./Kbd";
import styles from "./TipLayer.module.css";

interface Tip {
  text: string;
  keys: string | undefined;
  over: DOMRect;
}

/** Long enough not to flicker under a pointer that passes. */
const PATIENCE_MS = 400;
const GAP_PX = 8;

/** Says what the button under the pointer or the focus does (`data-tip`, `data-tip-keys`). One layer for all buttons, so that a
 *  button costs no more than itself. */
export function TipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let waiting = 0;
    const hide = () => {
      clearTimeout(waiting);
      setTip(null);
    };
    const wait = ({ target }: Event) => {
      hide();
      const button = target instanceof Element && target.closest<HTMLElement>("[data-tip]");
      if (!button) return;
      waiting = window.setTimeout(() => {
        const { tip: text = "", tipKeys: keys } = button.dataset;
        if (button.isConnected) setTip({ text, keys, over: button.getBoundingClientRect() });
      }, PATIENCE_MS);
    };
    const point = (event: PointerEvent) => event.pointerType !== "touch" && wait(event);
    const focus = (event: FocusEvent) => (event.target as Element).matches(":focus-visible") && wait(event);
    const ends = ["pointerdown", "keydown", "scroll", "focusout", "blur"];
    addEventListener("pointerover", point);
    addEventListener("focusin", focus);
    for (const name of ends) addEventListener(name, hide, true);
    return () => {
      hide();
      removeEventListener("pointerover", point);
      removeEventListener("focusin", focus);
      for (const name of ends) removeEventListener(name, hide, true);
    };
  }, []);
  // Over the button where there is room, and always inside the window.
  useLayoutEffect(() => {
    if (!tip || !box.current) return;
    const { offsetWidth: width, offsetHeight: height, style } = box.current;
    const { left, right, top, bottom } = tip.over;
    const room = document.documentElement.clientWidth - width - GAP_PX;
    style.left = `${Math.max(GAP_PX, Math.min((left + right - width) / 2, room))}px`;
    style.top = `${top - height - GAP_PX > 0 ? top - height - GAP_PX : bottom + GAP_PX}px`;
  }, [tip]);
  if (!tip) return null;
  return (
    // The button itself bears the name for whoever does not see it.
    <span ref={box} className={styles.tip} role="tooltip" aria-hidden="true">
      {tip.text}
      {tip.keys && <Kbd keys={tip.keys} />}
    </span>
  );
}
