import { Button, Dropdown } from "antd";
import { Ellipsis } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "@/i18n/words";
import styles from "./ActionBar.module.css";
import { CountMark } from "./CountMark";
import { useLift } from "./lift";
import unseen from "./unseen.module.css";
import { useIsPhone } from "./viewport";

export interface Action {
  id: string;
  label: string;
  icon?: ReactNode;
  kind?: "primary" | "danger";
  isBusy?: boolean;
  /** What stands in its way: a number at its label, and in words for ears. */
  mark?: { count: number; text: string };
  run: () => void;
}

/** What three buttons of a phone hold, in Latin letters; a Chinese character is two. */
const PHONE_WIDTH = 15;

const widthOf = (actions: readonly Action[]): number =>
  actions
    .map(({ label }) => [...label].reduce((sum, char) => sum + (char > "\u2e80" ? 2 : 1), 0))
    .reduce((a, b) => a + b, 0);

/** The decisions of a page, fixed at its bottom edge: at most three buttons, on a phone as many as fit, the rest behind "more". */
export function ActionBar({ actions, note }: { actions: readonly Action[]; note?: ReactNode }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const barId = useId();
  useLift();
  const count = isPhone && widthOf(actions.slice(0, 3)) > PHONE_WIDTH ? 2 : 3;
  const shown = actions.slice(0, count);
  const more = actions.slice(count);
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
          <Button className={styles.more} icon={<Ellipsis size={18} />} aria-label={t("more")} />
        </Dropdown>
      )}
      {[...shown].reverse().map(({ id, label, icon, kind, isBusy, mark, run }) => (
        <Button
          key={id}
          className={styles.button}
          type={kind === "primary" ? "primary" : "default"}
          danger={kind === "danger"}
          icon={icon}
          loading={isBusy ?? false}
          {...(mark && { "aria-label": label, "aria-describedby": `${barId}-${id}` })}
          onClick={run}
        >
          {label}
          {mark && <CountMark count={mark.count} />}
        </Button>
      ))}
      {shown.map(
        ({ id, mark }) =>
          mark && (
            <span key={id} id={`${barId}-${id}`} className={unseen.unseen}>
              {mark.text}
            </span>
          ),
      )}
    </div>
  );
}
