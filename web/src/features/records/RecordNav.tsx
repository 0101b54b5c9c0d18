import { Link } from "@tanstack/react-router";
import { ChevronDown, ChevronUp, Maximize2, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { useShortcuts } from "@/ui/shortcuts";
import styles from "./look/records.module.css";
import type { Pages } from "./pages/use_pages";

export interface RecordNavProps {
  id: string;
  pages: Pages;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** Above an open record: the one before and after it in the list, the page of its own, and the way back. */
export function RecordNav({ id, pages, onOpen, onClose }: RecordNavProps) {
  const { t } = useTranslation("records");
  const format = useFormat();
  const at = pages.indexOf(id);
  const before = at > 0 ? pages.rowAt(at - 1) : undefined;
  const after = at >= 0 ? pages.rowAt(at + 1) : undefined;
  const go = (row: { id: string } | undefined) => () => row && onOpen(row.id);
  useShortcuts(t("title"), [
    { keys: "k", label: t("previous"), run: go(before) },
    { keys: "j", label: t("next"), run: go(after) },
    { keys: "escape", label: t("close"), run: onClose },
  ]);
  return (
    <div className={styles.nav}>
      <IconButton
        label={t("previous")}
        keys="k"
        icon={<ChevronUp size={18} />}
        isDisabled={!before}
        onClick={go(before)}
      />
      <IconButton label={t("next")} keys="j" icon={<ChevronDown size={18} />} isDisabled={!after} onClick={go(after)} />
      {at >= 0 && (
        <span className={styles.place}>
          {t("place", { at: format.number(at + 1), total: format.number(pages.total) })}
        </span>
      )}
      <Link className={styles.alone} to="/orders/$id" params={{ id }} aria-label={t("alone")} title={t("alone")}>
        <Maximize2 size={16} />
      </Link>
      <IconButton label={t("close")} keys="escape" icon={<X size={18} />} onClick={onClose} />
    </div>
  );
}
