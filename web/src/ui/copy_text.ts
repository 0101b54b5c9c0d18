import { toast } from "./toast";

interface CopyWords {
  done: string;
  /** It stands selected, for the keys that copy. */
  byHand: string;
}

/** To the clipboard. Where the page has none (it came over plain HTTP) or the browser refuses, what is shown of it gets selected. */
export async function copyText(text: string, shown: Element | null, words: CopyWords): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast.success(words.done);
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    toast.info(words.byHand);
  }
}
