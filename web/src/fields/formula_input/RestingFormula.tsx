import { type ReactNode, useContext, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { cx } from "@/ui/cx";
import { byLabel } from "./by_label";
import type { FormulaInputProps } from "./FormulaInput";
import { FormulaScope } from "./FormulaScope";
import styles from "./formula_input.module.css";
import { fieldLabels, wordsOf } from "./words";

/** Where somebody stands in the field. */
export interface Handover {
  anchor: number;
  head: number;
  /** Where the text was pressed, as it is drawn; `null` once something was typed, or without a pointer. */
  point: { x: number; y: number } | null;
}

interface RestingFormulaProps extends FormulaInputProps {
  isWrong: boolean;
  /** Somebody is about to write. `handOver` tells where they are; `busy` while a character is being composed. */
  onWake: (handOver: () => Handover | null | "busy") => void;
}

/** A formula that nobody edits: drawn like in the editor, and until that is there a plain field that takes every key. */
export function RestingFormula({ id, label, value, isWrong, placeholder, onChange, onWake }: RestingFormulaProps) {
  const { t } = useTranslation("formula");
  const form = useContext(FormulaScope);
  const [isTyped, setTyped] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  const point = useRef<Handover["point"]>(null);
  const handOver = () => {
    const { current } = field;
    if (isComposing.current) return "busy";
    if (!current || document.activeElement !== current) return null;
    return { anchor: current.selectionStart, head: current.selectionEnd, point: point.current };
  };
  const rest = () => {
    point.current = null;
    setTyped(false);
    const named = withIds(value, form);
    if (named !== value) onChange(named);
  };
  return (
    <div className={cx(styles.editor, styles.resting)} data-wrong={isWrong} data-typed={isTyped}>
      <div className={styles.drawn} aria-hidden="true">
        {isTyped ? value : drawn(value, form)}
        {"\u200b"}
      </div>
      <textarea
        ref={field}
        id={id}
        className={styles.plain}
        aria-label={label}
        placeholder={placeholder ?? t("placeholder")}
        rows={1}
        spellCheck={false}
        value={value}
        onPointerDown={({ clientX: x, clientY: y }) => {
          point.current = { x, y };
        }}
        onFocus={() => onWake(handOver)}
        onChange={({ target }) => {
          point.current = null;
          setTyped(true);
          onChange(target.value);
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={() => {
          isComposing.current = false;
          onWake(handOver);
        }}
        onBlur={rest}
      />
    </div>
  );
}

/** Labels that were typed become the ids they mean. */
function withIds(text: string, form: FormDefinition): string {
  return byLabel(text, form).reduceRight(
    (done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to),
    text,
  );
}

/** Fields by their labels, words in colours. */
function drawn(formula: string, form: FormDefinition): ReactNode[] {
  const labels = fieldLabels(form);
  let end = 0;
  const parts = wordsOf(formula).flatMap(({ kind, from, to, text }) => {
    const gap = formula.slice(end, from);
    end = to;
    const name = kind === "name" ? labels.get(text) : undefined;
    const className = name === undefined ? (kind === "name" ? undefined : styles[kind]) : styles.field;
    return [
      gap,
      <span key={from} className={className} title={name && text}>
        {name ?? text}
      </span>,
    ];
  });
  return [...parts, formula.slice(end)];
}
