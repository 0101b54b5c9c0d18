import { Input, type InputRef } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { NodeKind } from "@/model/flow";
import { isNamed } from "@/model/pinyin";
import { NODE_KINDS, nodeType } from "@/nodes/table";
import { useLostWords } from "../edits/lost_words";
import styles from "./KindPicker.module.css";
import type { Picked } from "./picker";

/** What is lost takes more room than what a kind is for. */
const PLAIN = { width: 260, row: 46 };
const LOSING = { width: 340, row: 62 };

/** A short list of what can be added here, found by typing, walked with the arrow keys. */
export default function KindPicker({ at, kinds, replaced, onPick, onClose }: Picked) {
  const { t } = useTranslation(["flows", "node"]);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const input = useRef<InputRef>(null);
  const isPicked = useRef(false);
  useEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    return () => {
      // On the canvas the focus selects, and what was picked is selected by now.
      if (!isPicked.current) (before as HTMLElement | null)?.focus();
    };
  }, []);
  const pick = (kind: NodeKind) => {
    isPicked.current = true;
    onPick(kind);
  };
  const said = (kind: NodeKind) => t(`node:kind.${kind}.said`);
  const shown = NODE_KINDS.filter((kind) => kinds.includes(kind)).filter((kind) =>
    isNamed(`${t(`node:kind.${kind}.label`)} ${kind} ${said(kind)}`, said(kind), text),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // What lies behind the veil is not there for the Tab key either.
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Tab: event.shiftKey ? -1 : 1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((active + step + shown.length) % Math.max(1, shown.length));
    }
    const kind = shown[active];
    if (event.key === "Enter" && kind) pick(kind);
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  const lostWords = useLostWords();
  const lostAs = (kind: NodeKind) => (replaced ? lostWords(replaced.kind, replaced.lostAs(kind)) : "");
  const { width, row } = replaced ? LOSING : PLAIN;
  const left = Math.min(at.x + 8, innerWidth - width - 8);
  const top = Math.max(8, Math.min(at.y, innerHeight - (kinds.length * row + 64)));
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.veil}
        aria-label={t("close", { ns: "common" })}
        onClick={onClose}
      />
      <div
        className={styles.picker}
        style={{ left, top, width }}
        role="dialog"
        aria-label={t(replaced ? "replaceKind" : "pickKind")}
        onKeyDown={onKeyDown}
      >
        <Input
          ref={input}
          placeholder={t("searchKind")}
          aria-label={t("searchKind")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
        />
        {shown.map((kind, index) => {
          const { icon: Icon, color } = nodeType(kind);
          const things = lostAs(kind);
          return (
            <button
              key={kind}
              type="button"
              tabIndex={-1}
              className={styles.row}
              data-active={index === active}
              onMouseEnter={() => setActive(index)}
              onClick={() => pick(kind)}
            >
              <span className={styles.icon} data-color={color}>
                <Icon size={16} />
              </span>
              <span className={styles.name}>{t(`node:kind.${kind}.label`)}</span>
              {things ? (
                <span className={styles.lost}>{t("kindLost.said", { things })}</span>
              ) : (
                <span className={styles.purpose}>{t(`node:kind.${kind}.purpose`)}</span>
              )}
            </button>
          );
        })}
      </div>
    </>
  );
}
