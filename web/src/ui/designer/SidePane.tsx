import { PanelLeft, PanelRight } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { useIsSlim } from "../viewport";
import { openDrawer, type Side, useDrawers } from "./drawers";
import styles from "./SidePane.module.css";

interface SidePaneProps {
  side: Side;
  isCoached: boolean;
  children: ReactNode;
}

const ICONS = { palette: PanelLeft, inspector: PanelRight };

/** What stands beside the surface. In a slim window it lies over it, opened and closed at the edge it comes from. */
export function SidePane({ side, isCoached, children }: SidePaneProps) {
  const { t } = useTranslation("designer");
  const id = useId();
  const lug = useRef<HTMLButtonElement>(null);
  const isSlim = useIsSlim();
  const isOpen = useDrawers(({ open }) => open === side);
  const Icon = ICONS[side];
  const onKey = (event: KeyboardEvent) => {
    // A list that is open inside closes first.
    const isList = event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true";
    if (!isSlim || event.key !== "Escape" || isList) return;
    event.preventDefault();
    openDrawer(null);
    lug.current?.focus();
  };
  return (
    <>
      {isSlim && (
        <button
          ref={lug}
          type="button"
          className={styles.lug}
          data-side={side}
          data-tip={t(side)}
          aria-label={t(side)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => openDrawer(isOpen ? null : side)}
        >
          <Icon size={18} />
        </button>
      )}
      <aside
        id={id}
        className={styles.pane}
        data-side={side}
        data-drawer={isSlim ? isOpen : undefined}
        data-coached={isCoached}
        aria-label={t(side)}
        onKeyDown={onKey}
      >
        {children}
      </aside>
    </>
  );
}
