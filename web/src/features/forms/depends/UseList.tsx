import { Link } from "@tanstack/react-router";
import { LayoutDashboard, SquareFunction, Workflow } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { useDesigning } from "../edits/session";
import { goTo } from "../edits/show";
import type { Use } from "../edits/uses";
import styles from "./UseList.module.css";

interface UseListProps {
  uses: readonly Use[];
  /** A jump inside of the form leaves what showed the list. */
  onJump?: () => void;
}

/** Who speaks of a field, each a way to the place. */
export function UseList({ uses, onJump }: UseListProps) {
  const { t } = useTranslation("forms");
  const { store, app, form } = useDesigning();
  const property = (name: string) => t(`use.property.${name}` as never, { defaultValue: "" });
  const row = (use: Use) => {
    switch (use.where) {
      case "formula": {
        const isForm = use.owner === "title";
        const jump = () => {
          goTo(store, use.owner, use.property);
          onJump?.();
        };
        return (
          <button type="button" className={styles.use} onClick={jump}>
            <SquareFunction size={14} />
            <span>{isForm ? t("wholeForm") : use.name || t("section.untitled")}</span>
            <small>{property(use.property)}</small>
          </button>
        );
      }
      case "flow":
        return (
          <Link to="/apps/$app/forms/$form/flow" params={{ app, form }} hash={use.place} className={styles.use}>
            <Workflow size={14} />
            <span>{use.name}</span>
            <small>{t("use.flow", { property: property(use.property) })}</small>
          </Link>
        );
      case "board":
        return (
          <Link to="/apps/$app/boards/$board/design" params={{ app, board: use.board }} className={styles.use}>
            <LayoutDashboard size={14} />
            <span>{use.name}</span>
            <small>{t("use.board")}</small>
          </Link>
        );
    }
  };
  return (
    <ul className={styles.uses}>
      {uses.map((use, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one place may speak of a field twice
        <li key={at}>{row(use)}</li>
      ))}
    </ul>
  );
}
