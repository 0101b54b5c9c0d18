import { Button, type GetRef, Popover } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { BottomSheet } from "./BottomSheet";
import styles from "./ToolPanel.module.css";
import { useIsPhone } from "./viewport";
import { watchPlace } from "./watch_place";

export interface ToolPanelProps {
  label: string;
  icon: ReactNode;
  /** How many of it hold; nothing is shown for 0. */
  count?: number;
  /** Without its word. */
  isSmall: boolean;
  /** What it opens needs little room. */
  isSlim?: boolean;
  /** Where something else opens it as well. */
  isOpen?: boolean;
  onOpen?: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A button that opens what it sets: under it on a desktop, a sheet on a phone. */
export function ToolPanel({ label, icon, count = 0, isSmall, isSlim, children, ...held }: ToolPanelProps) {
  const isPhone = useIsPhone();
  const own = useState(false);
  const [isOpen, setOpen] = held.onOpen ? [held.isOpen ?? false, held.onOpen] : own;
  const popover = useRef<GetRef<typeof Popover>>(null);
  // The kit hears of a scroll and of other sizes, not of what comes above the button or beside it.
  useEffect(() => {
    const opener = popover.current?.nativeElement;
    if (isOpen && opener) return watchPlace(opener, () => popover.current?.forceAlign());
  }, [isOpen]);
  const button = (
    <Button
      icon={icon}
      aria-label={isSmall ? [label, count || ""].join(" ").trim() : undefined}
      title={isSmall ? label : undefined}
      aria-expanded={isOpen}
      onClick={() => isPhone && setOpen(true)}
    >
      {!isSmall && `${label} `}
      {count > 0 && <span className={styles.count}>{count}</span>}
    </Button>
  );
  if (isPhone) {
    return (
      <>
        {button}
        <BottomSheet open={isOpen} onClose={() => setOpen(false)} title={label}>
          {children}
        </BottomSheet>
      </>
    );
  }
  return (
    <Popover
      ref={popover}
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<div className={isSlim ? styles.slim : styles.popover}>{children}</div>}
    >
      {button}
    </Popover>
  );
}
