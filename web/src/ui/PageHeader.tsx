import { Link, type LinkProps } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import styles from "./PageHeader.module.css";
import { useIsPhone } from "./viewport";

export interface PageHeaderProps {
  title: ReactNode;
  /** One line under the title. */
  subtitle?: ReactNode;
  /** Where the arrow leads; no arrow without it. */
  back?: LinkProps;
  /** The same, but only on a phone: pages that stand beside a menu on a desktop. */
  phoneBack?: LinkProps;
  /** At most one primary button per page. */
  actions?: ReactNode;
  /** A row of tabs or filters under the title. */
  children?: ReactNode;
}

export function PageHeader({ title, subtitle, back, phoneBack, actions, children }: PageHeaderProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const way = back ?? (isPhone ? phoneBack : undefined);
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        {way && (
          <Link {...way} className={styles.back} aria-label={t("back")}>
            <ChevronLeft size={20} />
          </Link>
        )}
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children && <div className={styles.below}>{children}</div>}
    </header>
  );
}
