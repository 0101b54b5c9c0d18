import { lazy, type ReactNode, Suspense, useState } from "react";
import { inKit } from "@/ui/in_kit";

const load = inKit(() => import("./Opened"), "Opened");
const Opened = lazy(load);

/** It takes the place of the button that was pressed. */
const keepFocus = (button: HTMLButtonElement | null) => button?.focus();

export interface OpenerProps {
  label: string;
  className: string | undefined;
  placement: "rightTop" | "rightBottom";
  /** What opens beside it. */
  content: ReactNode;
  children: ReactNode;
}

/** A button beside which something opens; what it opens in comes with the first press, or when the pointer nears. */
export function Opener({ label, className, placement, content, children }: OpenerProps) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className={className}
      aria-label={label}
      onPointerEnter={() => load().catch(() => undefined)}
      onClick={() => setWanted(true)}
    >
      {children}
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <Opened placement={placement} content={content}>
        <button ref={keepFocus} type="button" className={className} aria-label={label}>
          {children}
        </button>
      </Opened>
    </Suspense>
  );
}
