import { Pause, Play, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import type { Upload } from "@/ui/uploads/book";
import { drop, goOn, pause } from "@/ui/uploads/uploads";
import { Glimpse } from "./Glimpse";
import { UploadStanding } from "./UploadStanding";
import styles from "./upload.module.css";

export interface UploadRowProps {
  upload: Upload;
  look: "pictures" | "files";
  /** What may be chosen in its place, and what happens then; left out, its field does it. */
  accept?: string;
  onChoose?: (file: File) => void;
}

/** One file on its way: how far, why not further, and what can be done about it. */
export function UploadRow(props: UploadRowProps) {
  const { t } = useTranslation("field");
  const { upload, look } = props;
  const { id, name, standing, ready } = upload;
  const isStopped = standing.is === "failed" || standing.is === "missing";
  return (
    <span className={styles[look === "files" ? "row" : "tile"]} data-stopped={isStopped}>
      {look === "files" ? (
        <span className={styles.name} title={name}>
          {name}
        </span>
      ) : (
        <Glimpse file={ready} name={name} />
      )}
      <span className={styles.under}>
        <UploadStanding {...props} />
      </span>
      <span className={styles.tools}>
        {standing.is === "going" && ready && (
          <Tool label={t("upload.pause", { name })} icon={<Pause size={14} />} onClick={() => pause(id)} />
        )}
        {standing.is === "paused" && (
          <Tool label={t("upload.resume", { name })} icon={<Play size={14} />} onClick={() => goOn(id)} />
        )}
        <Tool label={t("upload.cancel", { name })} icon={<X size={14} />} onClick={() => drop(id)} />
      </span>
    </span>
  );
}

function Tool({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <button type="button" className={styles.tool} aria-label={label} data-tip={label} onClick={onClick}>
      {icon}
    </button>
  );
}
