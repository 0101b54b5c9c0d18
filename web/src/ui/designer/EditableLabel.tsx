import { type MouseEvent, useEffect, useRef, useState } from "react";
import { cx } from "../cx";
import styles from "./EditableLabel.module.css";
import { RenameBox } from "./RenameBox";

interface EditableLabelProps {
  text: string;
  placeholder: string;
  className?: string | undefined;
  /** The click may add to a selection. */
  onSelect: (event: MouseEvent) => void;
  onChange: (text: string) => void;
  /** Asked before it opens: whether it may not be renamed, which is said then. */
  isRefused?: (() => boolean) | undefined;
}

/** A name that becomes a box on double click, Enter or F2. */
export function EditableLabel({ text, placeholder, className, onSelect, onChange, isRefused }: EditableLabelProps) {
  const [isTyped, setTyped] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** Closed by a key: the focus goes back to the name. */
  const isBack = useRef(false);
  const start = () => {
    if (!isRefused?.()) setTyped(true);
  };
  useEffect(() => {
    if (!isTyped && isBack.current) button.current?.focus();
    isBack.current = false;
  }, [isTyped]);
  if (isTyped) {
    return (
      <RenameBox
        text={text}
        label={placeholder}
        className={className}
        onDone={(next, isByKey) => {
          isBack.current = isByKey;
          setTyped(false);
          if (next !== null && next !== text) onChange(next);
        }}
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
