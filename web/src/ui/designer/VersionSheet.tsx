import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "../BottomSheet";
import { EmptyState } from "../EmptyState";
import { useFormat } from "../format";
import { Person } from "../Person";
import { type Asked, QueryView } from "../QueryView";
import { ListSkeleton } from "../Skeletons";
import { StateTag } from "../StateTag";
import styles from "./VersionSheet.module.css";

export interface KeptVersion {
  version: number;
  at: number;
  /** `null`: nobody, or nobody knows any more. */
  by: string | null;
  note: string;
}

export interface VersionSheetProps {
  /** Newest first. */
  query: Asked<readonly KeptVersion[]>;
  words: { none: string; noneText: string; compare: string; restore: string };
  isOpen: boolean;
  onClose: () => void;
  /** Below the list. */
  footer?: ReactNode;
  onShow: (version: number) => void;
  onRestore: (version: number) => void;
  /** What became of a version since. */
  difference: (version: number) => ReactNode;
}

/** What was kept, by whom and why; each can be looked at, compared, and taken again. */
export function VersionSheet(props: VersionSheetProps) {
  const { query, words, isOpen, onClose, footer, onShow, onRestore, difference } = props;
  const { t } = useTranslation("versions");
  const format = useFormat();
  const [compared, setCompared] = useState<number | null>(null);
  return (
    <BottomSheet open={isOpen} onClose={onClose} title={t("title")} footer={footer}>
      <QueryView
        query={query}
        skeleton={<ListSkeleton />}
        isEmpty={(versions) => versions.length === 0}
        empty={<EmptyState art="tiles" title={words.none} text={words.noneText} />}
      >
        {(versions) => (
          <ol className={styles.versions}>
            {versions.map(({ version, at, by, note }, place) => (
              <li key={version} className={styles.version}>
                <div className={styles.head}>
                  <strong>{t("version", { version })}</strong>
                  {place === 0 && <StateTag tone="success">{t("current")}</StateTag>}
                </div>
                <span className={styles.at}>{format.dateTime(at)}</span>
                {by !== null && <Person id={by} />}
                {note && <p>{note}</p>}
                <div className={styles.buttons}>
                  <Button size="small" onClick={() => onShow(version)}>
                    {t("show")}
                  </Button>
                  <Button
                    size="small"
                    aria-expanded={compared === version}
                    onClick={() => setCompared(compared === version ? null : version)}
                  >
                    {words.compare}
                  </Button>
                  <Button size="small" onClick={() => onRestore(version)}>
                    {words.restore}
                  </Button>
                </div>
                {compared === version && difference(version)}
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </BottomSheet>
  );
}
