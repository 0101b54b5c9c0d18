import { Alert, Button } from "antd";
import { FileKey, KeyRound, type LucideIcon, ScrollText, Server } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { KeySlot, SlotKind } from "@/api/keys";
import styles from "./admin.module.css";

const ICONS: Record<SlotKind, LucideIcon> = {
  key_file: FileKey,
  passphrase: KeyRound,
  recovery: ScrollText,
  credential: Server,
};

export interface KeySlotsProps {
  slots: KeySlot[];
  /** A new recovery key in the place of that slot's, or as one more. */
  onRecovery: (slot: number | null) => void;
}

/** Any one of these opens the data. */
export function KeySlots({ slots, onRecovery }: KeySlotsProps) {
  const { t } = useTranslation("admin");
  const hasRecovery = slots.some(({ kind }) => kind === "recovery");
  const isOneKind = new Set(slots.map(({ kind }) => kind)).size < 2;
  return (
    <>
      {isOneKind && <Alert className={styles.note} type="warning" showIcon title={t("key.oneKind")} />}
      <ul className={styles.list}>
        {slots.map(({ slot, kind }) => {
          const Icon = ICONS[kind];
          return (
            <li key={slot} className={styles.row}>
              <Icon size={20} className={styles.rowIcon} aria-hidden="true" />
              <span className={styles.rowWords}>
                <strong>{t(`key.kind.${kind}`)}</strong>
                <small>{`${t("key.slot", { slot })} · ${t(`key.kindText.${kind}`)}`}</small>
              </span>
              {kind === "recovery" && <Button onClick={() => onRecovery(slot)}>{t("key.renewRecovery")}</Button>}
            </li>
          );
        })}
      </ul>
      {!hasRecovery && (
        <Button className={styles.note} onClick={() => onRecovery(null)}>
          {t("key.addRecovery")}
        </Button>
      )}
    </>
  );
}
