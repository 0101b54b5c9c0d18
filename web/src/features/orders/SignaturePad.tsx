import { Button, Input, Segmented } from "antd";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { type Dot, drawName, drawStroke, PAD_HEIGHT, PAD_WIDTH, pictureOf } from "./ink";
import styles from "./signature.module.css";

/** Makes the picture of what was signed. */
export type TakeSignature = () => Promise<File | null>;

export interface SignaturePadProps {
  isInvalid: boolean;
  /** `null`: nothing is signed. */
  onInk: (take: TakeSignature | null) => void;
}

/** Signed by finger, mouse or pen; whoever cannot draw types the name. */
export default function SignaturePad({ isInvalid, onInk }: SignaturePadProps) {
  const { t } = useTranslation("orders");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [way, setWay] = useState<"draw" | "type">("draw");
  const [strokes, setStrokes] = useState<readonly (readonly Dot[])[]>([]);
  const [name, setName] = useState("");
  const isSigned = way === "draw" ? strokes.length > 0 : name.trim() !== "";
  const latest = useRef(onInk);
  latest.current = onInk;

  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    pen.clearRect(0, 0, PAD_WIDTH, PAD_HEIGHT);
    if (way === "type") drawName(pen, name.trim());
    else for (const stroke of strokes) drawStroke(pen, stroke);
  }, [way, strokes, name]);
  useEffect(() => {
    latest.current(isSigned ? async () => canvas.current && pictureOf(canvas.current) : null);
  }, [isSigned]);

  const dotsOf = ({ nativeEvent, currentTarget }: PointerEvent<HTMLCanvasElement>): Dot[] => {
    const box = currentTarget.getBoundingClientRect();
    const all = nativeEvent.getCoalescedEvents?.() ?? [];
    return (all.length > 0 ? all : [nativeEvent]).map(({ clientX, clientY, timeStamp, pointerType, pressure }) => ({
      x: ((clientX - box.left) * PAD_WIDTH) / box.width,
      y: ((clientY - box.top) * PAD_HEIGHT) / box.height,
      at: timeStamp,
      pressure: pointerType === "pen" ? pressure : 0.5,
    }));
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (way === "type" || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const dots = dotsOf(event);
    setStrokes((old) => [...old, dots]);
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (way === "type" || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const dots = dotsOf(event);
    setStrokes((old) => [...old.slice(0, -1), [...(old.at(-1) ?? []), ...dots]]);
  };
  return (
    <section className={styles.pad} aria-label={t("signature.label")}>
      <div className={styles.head}>
        <Segmented
          aria-label={t("signature.way")}
          value={way}
          onChange={setWay}
          options={[
            { value: "draw", label: t("signature.draw") },
            { value: "type", label: t("signature.type") },
          ]}
        />
        <Button
          type="text"
          disabled={!isSigned}
          onClick={() => {
            setStrokes([]);
            setName("");
          }}
        >
          {t("signature.clear")}
        </Button>
      </div>
      {way === "type" && (
        <Input
          value={name}
          maxLength={40}
          aria-label={t("signature.name")}
          placeholder={t("signature.name")}
          onChange={({ target }) => setName(target.value)}
        />
      )}
      <div className={styles.paper} data-invalid={isInvalid && !isSigned}>
        {!isSigned && <span className={styles.hint}>{t(`signature.hint.${way}`)}</span>}
        <canvas
          ref={canvas}
          className={styles.ink}
          role="img"
          aria-label={t(isSigned ? "signature.signed" : "signature.unsigned")}
          width={PAD_WIDTH}
          height={PAD_HEIGHT}
          data-draws={way === "draw"}
          onPointerDown={begin}
          onPointerMove={go}
        />
      </div>
    </section>
  );
}
