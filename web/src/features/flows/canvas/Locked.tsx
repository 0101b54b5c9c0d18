import { Lock } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "@/ui/IconButton";
import { useScene } from "./canvas_context";
import styles from "./Locked.module.css";
import cardStyles from "./StepCard.module.css";

/** On notes and phases, whose lines are broken anyhow; of a locked step the line is. */
export function LockMark({ name }: { name: string }) {
  const { t } = useTranslation("designer");
  const words = t("aside.locked.on", { name });
  return (
    <span className={styles.mark} role="img" aria-label={words} title={words}>
      <Lock size={12} />
    </span>
  );
}

/** In the place of the tools of what is locked. */
export function Unlock({ place }: { place: string }) {
  const { t } = useTranslation("designer");
  const { deeds } = useScene();
  if (!deeds) return null;
  return (
    <div className={cardStyles.tools}>
      <IconButton
        label={t("aside.locked.end", { name: deeds.nameOf([place]) })}
        icon={<Lock size={16} />}
        onClick={() => deeds.turn("locked", [place])}
      />
    </div>
  );
}
