import type { ReactNode } from "react";
import styles from "./SideLayout.module.css";
import { useIsPhone } from "./viewport";

export interface SideLayoutProps {
  /** Accessible name of the menu. */
  label: string;
  menu: ReactNode;
  children: ReactNode;
  /** A phone shows either; which one is the page's decision. */
  onPhone: "menu" | "content";
}

/** A menu beside its pages: an app's forms and boards, the administration's sections. */
export function SideLayout({ label, menu, children, onPhone }: SideLayoutProps) {
  const isPhone = useIsPhone();
  const showsMenu = !isPhone || onPhone === "menu";
  const showsContent = !isPhone || onPhone === "content";
  return (
    <div className={styles.layout}>
      {showsMenu && (
        <nav className={styles.menu} aria-label={label}>
          {menu}
        </nav>
      )}
      {showsContent && <div className={styles.content}>{children}</div>}
    </div>
  );
}
