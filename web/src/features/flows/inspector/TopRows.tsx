import { ConfigProvider } from "antd";
import type { ReactNode } from "react";
import styles from "./inspector.module.css";

/** The properties above the groups; of what is locked they are read and not changed. */
export function TopRows({ isLocked, children }: { isLocked: boolean; children: ReactNode }) {
  if (!isLocked) return <div className={styles.top}>{children}</div>;
  return (
    <ConfigProvider componentDisabled>
      <fieldset disabled className={styles.top}>
        {children}
      </fieldset>
    </ConfigProvider>
  );
}
