// Many things in small portions, so that progress shows and one that fails stops no other.

export interface Pace {
  onProgress: (done: number) => void;
  /** Asked before each portion. */
  isStopped: () => boolean;
}

/** One after the other. A portion that never reached the server ends the run; it is lost with all that were not sent. */
export async function inPortions<Item>(
  items: readonly Item[],
  size: number,
  send: (portion: readonly Item[]) => Promise<void>,
  { onProgress, isStopped, onLost }: Pace & { onLost: (left: readonly Item[], error: unknown) => void },
): Promise<void> {
  for (let start = 0; start < items.length && !isStopped(); start += size) {
    try {
      await send(items.slice(start, start + size));
    } catch (error) {
      onLost(items.slice(start), error);
      return;
    }
    onProgress(Math.min(start + size, items.length));
  }
}
