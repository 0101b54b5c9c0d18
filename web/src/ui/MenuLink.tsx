import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./MenuLink.module.css";

/** One line of a side menu. */
export function MenuLink({
  link,
  icon,
  children,
  end,
}: {
  link: LinkProps;
  icon?: ReactNode;
  children: ReactNode;
  end?: ReactNode;
}) {
  return (
    <Link {...link} className={styles.item} activeProps={{ className: styles.here ?? "" }}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
      {end}
    </Link>
  );
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <h2 className={styles.title}>{children}</h2>;
}
