import { EyeOff } from "lucide-react";
import { useStore } from "zustand";
import { useTranslation } from "@/i18n/words";
import styles from "./ShowAll.module.css";
import type { DesignerStore } from "./session";
import { showAll } from "./set_aside";

interface ShowAllProps<Doc, Change> {
  store: DesignerStore<Doc, Change>;
  /** Whether the document still has it. */
  has: (id: string) => boolean;
}

/** What is hidden is not forgotten: how much it is, and the way to see it again. */
export function ShowAll<Doc, Change>({ store, has }: ShowAllProps<Doc, Change>) {
  const { t } = useTranslation("designer");
  const count = useStore(store, ({ aside }) => aside.hidden).filter(has).length;
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={styles.all}
      onClick={(event) => {
        event.stopPropagation();
        showAll(store);
      }}
    >
      <EyeOff size={14} />
      {t("aside.count", { count })}
      <b>{t("aside.all")}</b>
    </button>
  );
}
