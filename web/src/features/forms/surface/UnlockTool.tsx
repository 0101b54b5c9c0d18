import { Lock } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { turnAside } from "@/ui/designer/set_aside";
import { IconButton } from "@/ui/IconButton";
import { nameOfKey } from "../edits/locks";
import { useDefinition, useDesigning } from "../edits/session";
import styles from "../forms.module.css";

/** In the place of the tools while a field is locked, by itself or by its group. */
export function UnlockTool({ lock }: { lock: string }) {
  const { t } = useTranslation("designer");
  const { store } = useDesigning();
  const name = nameOfKey(useDefinition(), lock);
  return (
    // A press here is none on the field.
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps presses from the field
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps presses from the field
    <div
      className={styles.fieldTools}
      data-handle
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <IconButton
        label={t("aside.locked.end", { name })}
        icon={<Lock size={15} />}
        onClick={() => turnAside(store, "locked", [lock], name)}
      />
    </div>
  );
}
