import { Button, Dropdown } from "antd";
import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./ActionBar.module.css";

export interface Action {
  id: string;
  label: string;
  icon?: ReactNode;
  kind?: "primary" | "danger";
  isBusy?: boolean;
  run: () => void;
}

/** The decisions of a page, fixed at its bottom edge: at most three buttons, the rest behind "more". */
export function ActionBar({ actions, note }: { actions: readonly Action[]; note?: ReactNode }) {
  const { t } = useTranslation();
  const shown = actions.slice(0, 3);
  const more = actions.slice(3);
  const items = more.map(({ id, label, icon, kind, run }) => ({
    key: id,
    label,
    icon,
    danger: kind === "danger",
    onClick: run,
  }));
  return (
    <div className={styles.bar} role="toolbar" aria-label={t("actions")}>
      <div className={styles.note}>{note}</div>
      {more.length > 0 && (
        <Dropdown menu={{ items }} trigger={["click"]} placement="topLeft">
          <Button icon={<Ellipsis size={18} />} aria-label={t("more")} />
        </Dropdown>
      )}
      {[...shown].reverse().map(({ id, label, icon, kind, isBusy, run }) => (
        <Button
          key={id}
          className={styles.button}
          type={kind === "primary" ? "primary" : "default"}
          danger={kind === "danger"}
          icon={icon}
          loading={isBusy ?? false}
          onClick={run}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
