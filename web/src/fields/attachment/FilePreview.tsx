import { Modal } from "antd";
import { Download } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { fileAddress } from "@/api/files";
import { useTranslation } from "@/i18n/words";
import type { FileValue } from "@/model/value";
import { useBackCloses } from "@/ui/back_closes";
import { EmptyState } from "@/ui/EmptyState";
import { plainButton } from "@/ui/PlainButton";
import type { Preview } from "./preview";
import styles from "./preview.module.css";

const LOOKS = { pdf: lazy(() => import("./PdfPages")), text: lazy(() => import("./TextLines")) };

interface Shown {
  file: FileValue;
  order: string | undefined;
}

export interface LookProps extends Shown {
  onFailed: () => void;
}

interface FilePreviewProps extends Shown {
  kind: Preview;
  onClose: () => void;
}

/** A document beside its order; what cannot be shown can still be taken along. */
export default function FilePreview({ file, order, kind, onClose }: FilePreviewProps) {
  const { t } = useTranslation("field");
  const [isBroken, setBroken] = useState(false);
  useBackCloses(true, onClose);
  const Look = LOOKS[kind];
  const download = (
    <a className={plainButton({ size: "small" })} href={fileAddress(file.id, order)} download={file.name}>
      <Download size={16} aria-hidden="true" /> {t("preview.download")}
    </a>
  );
  const title = (
    <div className={styles.title}>
      <span className={styles.name}>{file.name}</span>
      {!isBroken && download}
    </div>
  );
  return (
    <Modal
      open
      title={title}
      footer={null}
      width="min(980px, 100vw)"
      centered
      onCancel={onClose}
      rootClassName={styles.sheet ?? ""}
    >
      <div className={styles.body}>
        {isBroken ? (
          <EmptyState art="broken" title={t("preview.failed")} text={t("preview.failedText")} action={download} />
        ) : (
          <Suspense>
            <Look file={file} order={order} onFailed={() => setBroken(true)} />
          </Suspense>
        )}
      </div>
    </Modal>
  );
}
