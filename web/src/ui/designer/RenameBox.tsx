import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cx } from "../cx";
import styles from "./EditableLabel.module.css";

export interface RenameBoxProps {
  text: string;
  label: string;
  className?: string | undefined;
  /** `null`: it stays as it was. `isByKey`: Enter or Esc closed it, and nothing else has the focus yet. */
  onDone: (text: string | null, isByKey: boolean) => void;
}

/** A name while it is typed: Enter and leaving keep it, Esc does not. */
export function RenameBox({ text, label, className, onDone }: RenameBoxProps) {
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") onDone(typed, true);
    if (event.key === "Tab") {
      if (input.current && renameNext(input.current, event.shiftKey ? -1 : 1)) event.preventDefault();
      onDone(typed, false);
    }
    if (event.key === "Escape") onDone(null, true);
  };
  return (
    <input
      ref={input}
      className={cx(styles.rename, className)}
      value={typed}
      aria-label={label}
      data-renamed
      onChange={({ target }) => setTyped(target.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => onDone(typed, false)}
      onKeyDown={onKeyDown}
    />
  );
}

/** From one name on the sheet to the next; false where there is none. */
function renameNext(from: HTMLElement, step: 1 | -1): boolean {
  const names = [...(from.closest("[data-sheet]")?.querySelectorAll<HTMLElement>("[data-renamed]") ?? [])];
  const next = names[names.indexOf(from) + step];
  next?.click();
  next?.dispatchEvent(new globalThis.MouseEvent("dblclick", { bubbles: true }));
  return next !== undefined;
}
