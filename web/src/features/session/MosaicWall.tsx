import styles from "./session.module.css";

const COLUMNS = 8;
const ROWS = 11;
const UNIT = 40;

/** A fixed, quiet pattern: 0 leaves a gap, 1 to 4 are the mosaic colours, 5 is the token. */
const WALL = [
  "11213100",
  "21132013",
  "13201121",
  "31121302",
  "12312112",
  "21045121",
  "13121213",
  "31213012",
  "12130121",
  "20312013",
  "01021300",
];

export function MosaicWall() {
  return (
    <svg className={styles.wall} viewBox={`0 0 ${COLUMNS * UNIT} ${ROWS * UNIT}`} aria-hidden="true">
      {WALL.flatMap((row, y) =>
        Array.from(row, (tile, x) => {
          if (tile === "0") return null;
          const d =
            tile === "5"
              ? `M${x * UNIT + 2} ${y * UNIT + 20}a18 18 0 0 1 36 0v18h-36z`
              : `M${x * UNIT + 2} ${y * UNIT + 2}h36v36h-36z`;
          return <path key={d} d={d} className={styles[`tile${tile}`]} />;
        }),
      )}
    </svg>
  );
}
