import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { type BoardVersion, boardVersionQuery } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import type { BoardDoc } from "../edits/change";
import styles from "../surface/designer.module.css";
import DifferenceList from "./DifferenceList";

export interface ComparedVersionProps {
  board: string;
  version: number;
  versions: readonly BoardVersion[];
  /** As it is being edited. */
  now: BoardDoc;
}

const NOW = 0;

/** What became of a version until now, or until another one. */
export function ComparedVersion({ board, version, versions, now }: ComparedVersionProps) {
  const { t } = useTranslation("boards");
  const { t: tVersions } = useTranslation("versions");
  const [until, setUntil] = useState(NOW);
  const from = useQuery(boardVersionQuery(board, version));
  const other = useQuery({ ...boardVersionQuery(board, until), enabled: until !== NOW });
  const to = until === NOW ? { ...other, data: now } : other;
  const options = versions
    .filter((one) => one.version !== version)
    .map((one) => ({ value: one.version, label: tVersions("version", { version: one.version }) }));
  return (
    <div className={styles.compared}>
      <Select
        size="small"
        aria-label={t("versions.with")}
        value={until}
        options={[{ value: NOW, label: t("versions.now") }, ...options]}
        onChange={setUntil}
      />
      <QueryView query={from} skeleton={<ListSkeleton count={1} />}>
        {(before) => (
          <QueryView<Pick<BoardDoc, "name" | "definition">> query={to} skeleton={<ListSkeleton count={1} />}>
            {(after) => <DifferenceList before={before} after={after} />}
          </QueryView>
        )}
      </QueryView>
    </div>
  );
}
