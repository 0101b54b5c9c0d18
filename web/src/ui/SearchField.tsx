import { CircleX, Search } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { cx } from "./cx";
import styles from "./SearchField.module.css";
import { useSettled } from "./settle";

export interface SearchFieldProps {
  value: string;
  label: string;
  onSearch: (text: string) => void;
  className?: string | undefined;
}

/** Searches when the typing pauses, never in the middle of composing a character. */
export function SearchField({ value, label, onSearch, className }: SearchFieldProps) {
  const { t } = useTranslation();
  const text = useSettled(value, onSearch);
  const field = useRef<HTMLInputElement>(null);
  const isComposing = useRef(false);
  return (
    <span className={cx(styles.field, className)}>
      <Search size={16} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        className={styles.text}
        placeholder={label}
        aria-label={label}
        value={text.value}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={({ currentTarget }) => {
          isComposing.current = false;
          text.set(currentTarget.value);
        }}
        onChange={({ target }) => text.set(target.value, isComposing.current ? "hold" : undefined)}
      />
      {text.value && (
        <button
          type="button"
          className={styles.clear}
          // Whoever uses the keyboard empties the field in the field.
          tabIndex={-1}
          aria-label={t("clear")}
          onClick={() => {
            text.set("");
            field.current?.focus();
          }}
        >
          <CircleX size={14} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
