// After an upgrade of the server an open window asks for chunks that are gone. It reloads once to get the new ones; a
// second failure in a row is a real one and is shown.

const RELOADED_AT = "tessera.reloadedAt";
const AGAIN_MS = 30_000;

export function reloadWhenOutdated(): void {
  addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
    if (Date.now() - last < AGAIN_MS) return;
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
