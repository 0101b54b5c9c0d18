import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { type Push, pushesQuery } from "@/api/pushes";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "@/ui/BottomSheet";
import { EmptyState } from "@/ui/EmptyState";
import { Foot } from "@/ui/Foot";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { PushEditor } from "./PushEditor";
import { PushRow } from "./PushRow";
import styles from "./push.module.css";

interface PushSheetProps {
  board: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Something on its way is looked after sooner. */
const LOOK_MS = 20_000;
const SOON_MS = 2_000;

/** When a board tells its figures by itself, and to whom. */
export default function PushSheet({ board, isOpen, onClose }: PushSheetProps) {
  const { t } = useTranslation("push");
  const [edited, setEdited] = useState<Push | "new" | null>(null);
  const query = useQuery({
    ...pushesQuery(board),
    enabled: isOpen,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ last }) => last?.state === "waiting") ? SOON_MS : LOOK_MS,
  });
  const { items = [], max = 0 } = query.data ?? {};
  const add = (
    <Button
      type="primary"
      icon={<Plus size={16} />}
      disabled={items.length > 0 && items.length >= max}
      onClick={() => setEdited("new")}
    >
      {t("add")}
    </Button>
  );
  return (
    <BottomSheet open={isOpen} onClose={onClose} title={t("title")} footer={items.length > 0 && <Foot>{add}</Foot>}>
      <QueryView
        query={query}
        skeleton={<ListSkeleton count={2} />}
        isEmpty={(there) => there.items.length === 0}
        empty={<EmptyState art="inbox" title={t("empty")} action={add} />}
      >
        {(there) => (
          <>
            {there.is_quarantined && <p className={styles.note}>{t("quarantined")}</p>}
            <ul className={styles.list}>
              {there.items.map((push) => (
                <PushRow
                  key={push.id}
                  board={board}
                  push={push}
                  isHeldBack={there.is_quarantined}
                  onEdit={() => setEdited(push)}
                />
              ))}
            </ul>
          </>
        )}
      </QueryView>
      {edited && query.data && (
        <PushEditor
          board={board}
          push={edited === "new" ? null : edited}
          zone={query.data.zone}
          calendar={query.data.calendar}
          onClose={() => setEdited(null)}
        />
      )}
    </BottomSheet>
  );
}
