import { useRouter } from "@tanstack/react-router";
import { CircleCheck, X } from "lucide-react";
import { useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { UploadRow } from "@/fields/attachment/UploadRow";
import { UploadTotal } from "@/fields/attachment/UploadTotal";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "@/ui/IconButton";
import { PlainButton } from "@/ui/PlainButton";
import { isApart, type Upload, useUploadBook } from "@/ui/uploads/book";
import { hush } from "@/ui/uploads/uploads";
import styles from "./JobTray.module.css";

const needsHand = ({ standing }: Upload): boolean => standing.is === "failed" || standing.is === "missing";

/** Uploads of pages that were left, one card for each draft, order or opinion. */
export function UploadCards() {
  const apart = useUploadBook(useShallow(({ uploads, shown }) => uploads.filter(isApart(shown))));
  const keys = [...new Set(apart.map(({ goal }) => goal?.key))];
  return keys.map((key) => <Card key={key} uploads={apart.filter(({ goal }) => goal?.key === key)} />);
}

function Card({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useTranslation("shell");
  const { history } = useRouter();
  const [isWide, setWide] = useState(false);
  const goal = uploads[0]?.goal;
  if (!goal) return null;
  const isOver = uploads.every(({ standing }) => standing.is === "arrived");
  const isWhole = isWide || uploads.length === 1;
  const listed = isWhole ? uploads : uploads.filter(needsHand);
  const open = () => history.push(goal.href);
  const close = () => {
    for (const { id } of uploads) hush(id);
  };
  return (
    <div className={styles.job}>
      <div className={styles.head}>
        <strong className={styles.title}>{goal.title}</strong>
        <PlainButton size="small" onClick={open}>
          {t("uploads.open")}
        </PlainButton>
        {isOver && <IconButton label={t("jobs.close", { title: goal.title })} icon={<X size={16} />} onClick={close} />}
      </div>
      {isOver ? (
        <p className={styles.over} role="status">
          <CircleCheck size={16} aria-hidden="true" /> {t("uploads.arrived", { count: uploads.length })}
        </p>
      ) : (
        <>
          {uploads.length > 1 && (
            <UploadTotal uploads={uploads} from={1}>
              <button type="button" className={styles.fold} aria-expanded={isWide} onClick={() => setWide(!isWide)}>
                {t(isWide ? "uploads.less" : "uploads.more")}
              </button>
            </UploadTotal>
          )}
          {listed.length > 0 && (
            <div className={styles.files}>
              {listed.map((upload) => (
                <UploadRow key={upload.id} upload={upload} look="files" />
              ))}
            </div>
          )}
        </>
      )}
    </div>
  );
}
