import { Button } from "antd";
import { Check, ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "./BottomSheet";
import { useNamed } from "./by_name";
import styles from "./PickSheet.module.css";
import { SearchField } from "./SearchField";

export interface Pick {
  value: string;
  label: string;
  /** Before the label: a face, a colour. */
  sign?: ReactNode;
  /** After the label, quietly. */
  note?: string;
  /** What a search looks through; the label without it. */
  found?: string;
  pinyin?: string | undefined;
  /** Levels under the top of a tree. */
  depth?: number;
}

interface PickSheetProps {
  id?: string | undefined;
  label: string;
  placeholder: string;
  picks: readonly Pick[];
  picked: readonly string[];
  many: boolean;
  isInvalid?: boolean | undefined;
  describedBy?: string | undefined;
  onPick: (values: string[]) => void;
  onBlur?: (() => void) | undefined;
}

/** Fewer are seen at one look. */
const SEARCHED_MIN = 8;
/** More are found by name, not by scrolling. */
const LISTED_MAX = 100;

/** A phone's list to choose from: rows as high as a thumb, from below. One is chosen at a tap, several until "done". */
export function PickSheet(props: PickSheetProps) {
  const { id, label, placeholder, picks, picked, many, isInvalid = false, describedBy, onPick, onBlur } = props;
  const { t } = useTranslation();
  const isNamed = useNamed();
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const found = picks.filter((pick) => isNamed(pick.found ?? pick.label, typed, pick.pinyin));
  const nameOf = (value: string) => picks.find((pick) => pick.value === value)?.label ?? value;
  const close = () => {
    setOpen(false);
    setTyped("");
    onBlur?.();
  };
  const choose = (value: string) => {
    const others = picked.filter((one) => one !== value);
    if (many) return onPick(others.length < picked.length ? others : [...picked, value]);
    onPick([value]);
    close();
  };
  const clear = () => {
    onPick([]);
    close();
  };
  const footer = (
    <div className={styles.footer}>
      {picked.length > 0 && (
        <Button size="large" block onClick={clear}>
          {t("clear")}
        </Button>
      )}
      {many && (
        <Button size="large" block type="primary" onClick={close}>
          {picked.length > 0 ? t("pick.doneWith", { count: picked.length }) : t("pick.done")}
        </Button>
      )}
    </div>
  );
  return (
    <>
      <button
        type="button"
        {...(id && { id })}
        role="combobox"
        aria-label={label}
        className={styles.field}
        data-invalid={isInvalid}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        onClick={() => setOpen(true)}
      >
        <span className={styles.text} data-empty={picked.length === 0}>
          {picked.length > 0 ? listed(picked.map(nameOf)) : placeholder}
        </span>
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      <BottomSheet open={isOpen} onClose={close} title={label} {...((many || picked.length > 0) && { footer })}>
        {picks.length > SEARCHED_MIN && (
          <SearchField className={styles.search} label={t("pick.search")} value={typed} onSearch={setTyped} />
        )}
        <div id={list} role="listbox" aria-label={label} aria-multiselectable={many} className={styles.list}>
          {found.slice(0, LISTED_MAX).map(({ value, label: name, sign, note, depth = 0 }) => (
            <button
              key={value}
              type="button"
              role="option"
              title={name}
              aria-selected={picked.includes(value)}
              className={styles.pick}
              style={{ paddingLeft: `calc(var(--space-2) + ${typed ? 0 : depth} * var(--space-5))` }}
              onClick={() => choose(value)}
            >
              {sign && (
                <span className={styles.sign} aria-hidden="true">
                  {sign}
                </span>
              )}
              <span>{name}</span>
              {note && <span className={styles.note}>{note}</span>}
              {picked.includes(value) && <Check size={18} className={styles.check} aria-hidden="true" />}
            </button>
          ))}
        </div>
        <p role="status" className={styles.note}>
          {found.length === 0 && t("pick.none")}
          {found.length > LISTED_MAX && t("pick.more", { count: LISTED_MAX })}
        </p>
      </BottomSheet>
    </>
  );
}
