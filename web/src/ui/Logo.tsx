/** Four tiles of a mosaic; the last one is the token that is handed out. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path fill="var(--tile-1)" d="M3 6a3 3 0 0 1 3-3h9v12H3z" />
      <path fill="var(--tile-2)" d="M17 3h9a3 3 0 0 1 3 3v9H17z" />
      <path fill="var(--tile-3)" d="M3 17h12v12H6a3 3 0 0 1-3-3z" />
      <path fill="var(--tile-4)" d="M17 23a6 6 0 0 1 12 0v6H17z" />
    </svg>
  );
}
