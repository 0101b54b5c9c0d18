import styles from "./AppTile.module.css";

export interface AppTileProps {
  app: { id: string; name: string; color: number };
  size?: number;
}

const COLORS = 8;

/** An app as a mosaic tile: its colour and the first character of its name. */
export function AppTile({ app, size = 40 }: AppTileProps) {
  const number = ((app.color - 1 + COLORS) % COLORS) + 1;
  return (
    <span
      className={styles.tile}
      data-color={number}
      style={{ width: size, height: size, fontSize: size * 0.45, borderRadius: size * 0.24 }}
      aria-hidden="true"
    >
      {Array.from(app.name)[0]}
    </span>
  );
}
