import { cx } from "./cx";
import styles from "./UserAvatar.module.css";

export interface UserAvatarProps {
  name: string;
  /** Address of the picture; initials without one. */
  src?: string | undefined;
  size?: number;
}

const HUES = 8;

/** The last two characters of a Chinese name, the initials of any other. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return Array.from(trimmed).slice(-2).join("");
  const words = trimmed.split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

/** Of the name: the same person has the same colour in a restored workspace, too. */
function hueOf(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

/** A person as a round picture. The name stands beside it or, alone, in its title. */
export function UserAvatar({ name, src, size = 28 }: UserAvatarProps) {
  const box = { width: size, height: size, fontSize: Math.round(size * 0.34) };
  if (src) return <img className={styles.avatar} src={src} alt={name} title={name} style={box} />;
  return (
    <span
      className={cx(styles.avatar, styles[`hue${hueOf(name)}`])}
      style={box}
      title={name}
      role="img"
      aria-label={name}
    >
      {initialsOf(name)}
    </span>
  );
}
