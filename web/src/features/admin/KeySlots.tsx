import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { FileKey, KeyRound, type LucideIcon, ScrollText, Server } from "lucide-react";
import { type KeySlot, removeSlot, type SlotKind } from "@/api/keys";
import { useTranslation } from "@/i18n/words";
import { useAsk } from "@/ui/ask";
import { Foot } from "@/ui/Foot";
import { toast } from "@/ui/toast";
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
  onPassphrase: () => void;
  onChange: () => void;
}

/** Any one of these opens the data. */
export function KeySlots({ slots, onRecovery, onPassphrase, onChange }: KeySlotsProps) {
  const { t } = useTranslation("admin");
  const ask = useAsk();
  const removing = useMutation({
    mutationFn: removeSlot,
    onSuccess: () => toast.success(t("key.removed")),
    onError: toast.problem,
    onSettled: onChange,
  });
  const remove = async ({ slot, kind }: KeySlot) => {
    const text = t("key.removeText", { kind: t(`key.kind.${kind}`) });
    if (await ask({ title: t("key.removeTitle", { slot }), text, ok: t("key.remove"), isDanger: true })) {
      removing.mutate(slot);
    }
  };
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
              {kind === "passphrase" && slots.length > 1 && (
                <Button
                  danger
                  loading={removing.isPending && removing.variables === slot}
                  onClick={() => void remove({ slot, kind })}
                >
                  {t("key.remove")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Foot className={styles.listFoot}>
        {!hasRecovery && <Button onClick={() => onRecovery(null)}>{t("key.addRecovery")}</Button>}
        <Button onClick={onPassphrase}>{t("key.addPassphrase")}</Button>
      </Foot>
    </>
  );
}
