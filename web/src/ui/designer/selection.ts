// What a press selects: one thing, or with Shift, Ctrl or ⌘ one more beside the others, or one less.

interface Pressed {
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

export const isMore = ({ shiftKey, ctrlKey, metaKey }: Pressed): boolean => shiftKey || ctrlKey || metaKey;

export function chosenBy(selection: readonly string[], id: string, more: boolean): readonly string[] {
  if (!more) return [id];
  return selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id];
}
