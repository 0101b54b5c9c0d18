import { Input, type InputRef } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { NodeKind } from "@/model/flow";
import { isNamed } from "@/model/pinyin";
import { NODE_KINDS, nodeType } from "@/nodes/table";
import styles from "./KindPicker.module.css";

interface KindPickerProps {
  /** Left top corner on the screen. */
  at: { x: number; y: number };
  kinds: readonly NodeKind[];
  onPick: (kind: NodeKind) => void;
  onClose: () => void;
}

const WIDTH = 260;
const ROW = 46;

/** A short list of what can be added here, found by typing, walked with the arrow keys. */
export default function KindPicker({ at, kinds, onPick, onClose }: KindPickerProps) {
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
  const left = Math.min(at.x + 8, innerWidth - WIDTH - 8);
  const top = Math.max(8, Math.min(at.y, innerHeight - (kinds.length * ROW + 64)));
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
        style={{ left, top, width: WIDTH }}
        role="dialog"
        aria-label={t("pickKind")}
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
              <span className={styles.purpose}>{t(`node:kind.${kind}.purpose`)}</span>
            </button>
          );
        })}
      </div>
    </>
  );
}
