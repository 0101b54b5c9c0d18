// The system's clipboard, so that what is copied travels between documents and tabs. Where the browser keeps it shut, what was
// copied last in this window; without any, how it is opened.

import { toast } from "@/ui/toast";

let kept = "";

export async function toClipboard(text: string): Promise<void> {
  kept = text;
  await navigator.clipboard?.writeText(text).catch(() => undefined);
}

export async function fromClipboard(): Promise<string> {
  const read = navigator.clipboard?.readText().catch((shut) => {
    if (kept === "") toast.problem(shut);
    return kept;
  });
  return (await read) ?? kept;
}
