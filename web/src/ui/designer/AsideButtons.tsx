import { Eye, EyeOff, Lock, LockOpen } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import styles from "./OutlineRow.module.css";

export interface AsideProps {
  isHidden: boolean;
  isLocked: boolean;
  onHide: () => void;
  onLock: () => void;
  /** Whether it may not be renamed, being locked or part of what is; says so then. */
  isRefused?: () => boolean;
}

/** Hides a thing of the outline on the surface, and locks it; a second press takes it back. */
export function AsideButtons({
  name,
  isHidden,
  isLocked,
  onHide,
  onLock,
}: Omit<AsideProps, "isRefused"> & { name: string }) {
  const { t } = useTranslation("designer");
  const buttons = [
    { is: isHidden, how: "hidden", Icon: isHidden ? EyeOff : Eye, turn: onHide },
    { is: isLocked, how: "locked", Icon: isLocked ? Lock : LockOpen, turn: onLock },
  ] as const;
  return (
    <span className={styles.aside}>
      {buttons.map(({ is, how, Icon, turn }) => {
        const label = t(`aside.${how}.${is ? "end" : "begin"}`, { name });
        return (
          <button
            key={how}
            type="button"
            className={styles.turn}
            data-on={is}
            aria-label={label}
            data-tip={label}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={turn}
          >
            <Icon size={14} />
          </button>
        );
      })}
    </span>
  );
}
