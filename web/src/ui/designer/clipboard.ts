// The system's clipboard, so that what is copied travels between documents and tabs. Where the browser keeps it shut, what was
// copied last in this window.

let kept = "";

export async function toClipboard(text: string): Promise<void> {
  kept = text;
  await navigator.clipboard?.writeText(text).catch(() => undefined);
}

export async function fromClipboard(): Promise<string> {
  return (await navigator.clipboard?.readText().catch(() => kept)) ?? kept;
}
