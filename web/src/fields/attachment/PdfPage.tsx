import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import styles from "./preview.module.css";

/** Drawn that far before it comes into view, and forgotten as far behind. */
const NEAR = "800px 0px";
/** Of an A4 page, until the page itself says how it is. */
const USUAL_RATIO = Math.SQRT2;

/** One page, drawn while it is near; its words can be marked and read out. */
export function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const { t } = useTranslation("field");
  const box = useRef<HTMLLIElement>(null);
  const [isNear, setNear] = useState(false);
  const [ratio, setRatio] = useState(USUAL_RATIO);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const seen = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { rootMargin: NEAR });
    seen.observe(current);
    return () => seen.disconnect();
  }, []);
  return (
    <li
      ref={box}
      className={styles.page}
      style={{ aspectRatio: `1 / ${ratio}` }}
      aria-label={t("preview.page", { number, count: pdf.numPages })}
    >
      {isNear && <Drawing pdf={pdf} number={number} onRatio={setRatio} />}
    </li>
  );
}

interface DrawingProps {
  pdf: PDFDocumentProxy;
  number: number;
  onRatio: (ratio: number) => void;
}

function Drawing({ pdf, number, onRatio }: DrawingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const [sheet, text] = [canvas.current, words.current];
    if (!sheet || !text) return;
    let stop = () => {};
    let isHere = true;
    const draw = (page: PDFPageProxy) => {
      if (!isHere) return;
      const whole = page.getViewport({ scale: 1 });
      onRatio(whole.height / whole.width);
      const fitting = page.getViewport({ scale: text.clientWidth / whole.width });
      setScale(fitting.scale);
      const fine = page.getViewport({ scale: fitting.scale * devicePixelRatio });
      sheet.width = Math.ceil(fine.width);
      sheet.height = Math.ceil(fine.height);
      const drawing = page.render({ canvas: sheet, viewport: fine });
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport: fitting });
      stop = () => {
        drawing.cancel();
        layer.cancel();
      };
      // Both end early when the page is scrolled away.
      Promise.all([drawing.promise, layer.render()]).catch(() => undefined);
    };
    void pdf.getPage(number).then(draw);
    return () => {
      isHere = false;
      stop();
      text.replaceChildren();
    };
  }, [pdf, number, onRatio]);
  return (
    <>
      <canvas ref={canvas} className={styles.drawing} />
      <div ref={words} className={styles.words} style={{ "--total-scale-factor": scale } as CSSProperties} />
    </>
  );
}
