import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./MenuLink.module.css";

export interface MenuLinkProps {
  link: LinkProps;
  icon?: ReactNode;
  children: ReactNode;
  /** At the right edge: a count, a button. */
  end?: ReactNode;
  onClick?: () => void;
}

/** One line of a side menu; marked while its page is shown. */
export function MenuLink({ link, icon, children, end, onClick }: MenuLinkProps) {
  return (
    <Link {...link} className={styles.item} activeProps={{ className: styles.here ?? "" }} onClick={onClick}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
      {end}
    </Link>
  );
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <h2 className={styles.title}>{children}</h2>;
}
