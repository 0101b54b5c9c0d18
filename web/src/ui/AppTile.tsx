import type { Color } from "@/model/color";
import styles from "./AppTile.module.css";

export interface AppTileProps {
  app: { name: string; color: Color | null };
  size?: number;
}

/** An app as a mosaic tile: its colour and the first character of its name. */
export function AppTile({ app, size = 40 }: AppTileProps) {
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
      {Array.from(app.name)[0]}
    </span>
  );
}
