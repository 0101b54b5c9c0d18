import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { cx } from "../cx";
import styles from "./EditableLabel.module.css";

interface EditableLabelProps {
  text: string;
  placeholder: string;
  className?: string | undefined;
  /** The click may add to a selection. */
  onSelect: (event: MouseEvent) => void;
  onChange: (text: string) => void;
}

/** A name that becomes a box on double click, Enter or F2. */
export function EditableLabel({ text, placeholder, className, onSelect, onChange }: EditableLabelProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** Closed by a key: the focus goes back to the name. */
  const isBack = useRef(false);
  const start = () => setTyped(text);
  const isOpen = typed !== null;
  useEffect(() => {
    if (isOpen) {
      input.current?.focus();
      input.current?.select();
    }
    if (!isOpen && isBack.current) button.current?.focus();
    isBack.current = false;
  }, [isOpen]);
  const finish = (isKept: boolean) => {
    if (isKept && typed !== null && typed !== text) onChange(typed);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    isBack.current = event.key === "Enter" || event.key === "Escape";
    if (event.key === "Enter") finish(true);
    if (event.key === "Tab") {
      if (input.current && renameNext(input.current, event.shiftKey ? -1 : 1)) event.preventDefault();
      finish(true);
    }
    if (event.key === "Escape") finish(false);
  };
  if (typed !== null) {
    return (
      <input
        ref={input}
        className={cx(styles.rename, className)}
        value={typed}
        aria-label={placeholder}
        data-renamed
        onChange={(event) => setTyped(event.target.value)}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => finish(true)}
        onKeyDown={onKeyDown}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className={cx(styles.name, className)}
      data-renamed
      data-blank={text === ""}
      onClick={(event) => {
        event.stopPropagation();
        onSelect(event);
      }}
      onDoubleClick={start}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "F2") return;
        event.preventDefault();
        event.stopPropagation();
        start();
      }}
    >
      {text || placeholder}
    </button>
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
