import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useStore } from "zustand";
import { boardVersionQuery, boardVersionsQuery } from "@/api/boards";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import { toastStep } from "@/ui/designer/step_toast";
import { VersionSheet } from "@/ui/designer/VersionSheet";
import { toast } from "@/ui/toast";
import type { BoardDoc } from "../edits/change";
import type { BoardEdits, BoardStore } from "../edits/edits";
import { ComparedVersion } from "./ComparedVersion";
import { KeepVersion } from "./KeepVersion";
import { VersionView } from "./VersionView";

export interface VersionsSheetProps {
  board: string;
  store: BoardStore;
  edits: BoardEdits;
  isOpen: boolean;
  onClose: () => void;
  /** With a note why. */
  onKeep: (note: string) => void;
}

/** How a board was; each version can be taken again, as a step that can be undone. */
export default function VersionsSheet({ board, store, edits, isOpen, onClose, onKeep }: VersionsSheetProps) {
  const { t } = useTranslation("boards");
  const query = useQuery({ ...boardVersionsQuery(board), enabled: isOpen });
  const doc = useStore(store, ({ history }) => history.doc);
  const [shown, setShown] = useState<{ version: number; doc: BoardDoc } | null>(null);
  const load = (version: number, use: (doc: BoardDoc) => void) =>
    void queryClient
      .fetchQuery(boardVersionQuery(board, version))
      .then(({ name, definition }) => use({ name, definition }), toast.problem);
  const restore = (version: number) =>
    load(version, (kept) => {
      edits.restore(kept, version);
      toastStep(store, t("versions.restored", { version }));
      onClose();
    });
  return (
    <>
      <VersionSheet
        query={query}
        words={{
          none: t("versions.none"),
          noneText: t("versions.noneText"),
          compare: t("versions.compare"),
          restore: t("versions.restore"),
        }}
        isOpen={isOpen}
        onClose={onClose}
        footer={<KeepVersion onKeep={onKeep} />}
        onShow={(version) => load(version, (kept) => setShown({ version, doc: kept }))}
        onRestore={restore}
        difference={(version) => (
          <ComparedVersion board={board} version={version} versions={query.data ?? []} now={doc} />
        )}
      />
      {shown && <VersionView {...shown} onClose={() => setShown(null)} />}
    </>
  );
}
