import { ART, type ArtName } from "./art";

const UNIT = 18;
const GAP = 2;

export function Mosaic({ name }: { name: ArtName }) {
  return (
    <svg viewBox={`0 0 ${8 * UNIT} ${6 * UNIT}`} width={8 * UNIT} height={6 * UNIT} aria-hidden="true">
      {ART[name].map(({ x, y, c, w = 1, h = 1 }) => (
        <rect
          key={`${x}.${y}`}
          x={x * UNIT + GAP / 2}
          y={y * UNIT + GAP / 2}
          width={w * UNIT - GAP}
          height={h * UNIT - GAP}
          rx={3}
          fill={c === 0 ? "none" : `var(--tile-${c})`}
          stroke={c === 0 ? "var(--line-strong)" : "none"}
          strokeWidth={1.5}
          strokeDasharray={c === 0 ? "3 3" : undefined}
        />
      ))}
    </svg>
  );
}
