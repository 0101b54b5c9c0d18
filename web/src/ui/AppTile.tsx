import type { Color } from "@/model/color";
import styles from "./AppTile.module.css";
import { APP_ICONS } from "./app_icons";

export interface AppTileProps {
  app: { name: string; color: Color | null; icon?: string };
  size?: number;
}

/** An app as a mosaic tile: its colour, and its icon or the first character of its name. */
export function AppTile({ app, size = 40 }: AppTileProps) {
  const Icon = APP_ICONS[app.icon ?? ""];
  return (
    <span
      className={styles.tile}
      style={{
        width: size,
        height: size,
        fontSize: size * 0.45,
        borderRadius: size * 0.24,
        background: `var(--pick-${app.color ?? "teal"})`,
      }}
      aria-hidden="true"
    >
      {Icon ? <Icon size={size * 0.55} strokeWidth={1.75} /> : Array.from(app.name)[0]}
    </span>
  );
}
