import { useEffect, useRef, useState } from "react";
import { fileAddress } from "@/api/files";
import { useTranslation } from "@/i18n/words";
import type { LookProps } from "./FilePreview";
import { PdfPage } from "./PdfPage";
import { type OpenPdf, openPdf } from "./pdf";
import styles from "./preview.module.css";

/** Pages one below the other, as wide as there is room. */
export default function PdfPages({ file, order, onFailed }: LookProps) {
  const { t } = useTranslation("field");
  const [opened, setOpened] = useState<OpenPdf | null>(null);
  const [loaded, setLoaded] = useState<[done: number, total: number]>([0, 0]);
  const address = fileAddress(file.id, order);
  const failed = useRef(onFailed);
  failed.current = onFailed;
  useEffect(() => {
    let isHere = true;
    const opening = openPdf(address, (done, total) => isHere && setLoaded([done, total]));
    opening.then(
      (open) => isHere && setOpened(open),
      () => isHere && failed.current(),
    );
    return () => {
      isHere = false;
      void opening.then(
        ({ close }) => close(),
        () => undefined,
      );
    };
  }, [address]);
  const [done, total] = loaded;
  if (!opened) {
    return (
      <progress
        className={styles.loading}
        {...(total > 0 && { value: done, max: total })}
        aria-label={t("preview.loading")}
      />
    );
  }
  const { pdf } = opened;
  return (
    <ol className={styles.pages} aria-label={t("preview.pages", { count: pdf.numPages })}>
      {Array.from({ length: pdf.numPages }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first page stays the first
        <PdfPage key={at} pdf={pdf} number={at + 1} />
      ))}
    </ol>
  );
}
