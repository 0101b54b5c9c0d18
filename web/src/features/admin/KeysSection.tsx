import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { RefreshCcwDot } from "lucide-react";
import { useState } from "react";
import { type KeySlot, keysQuery, rotateKeys } from "@/api/keys";
import { useTranslation } from "@/i18n/words";
import { useAsk } from "@/ui/ask";
import { ProgressBar } from "@/ui/ProgressBar";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";
import { DataKeys } from "./DataKeys";
import { KeySlots } from "./KeySlots";
import { PassphraseSheet } from "./PassphraseSheet";
import { RecoveryKeySheet } from "./RecoveryKeySheet";
import { RootKeySheet } from "./RootKeySheet";
import { SectionPage } from "./SectionPage";

type Sheet = { kind: "recovery"; slot: number | null } | { kind: "passphrase" } | { kind: "root"; slots: KeySlot[] };

/** Who could open the data, and new keys while everybody works. */
export function KeysSection() {
  const { t } = useTranslation("admin");
  const cache = useQueryClient();
  const ask = useAsk();
  const query = useQuery(keysQuery);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const renew = () => cache.invalidateQueries({ queryKey: keysQuery.queryKey });
  const rotating = useMutation({
    mutationFn: rotateKeys,
    onSuccess: () => toast.success(t("key.rotated")),
    onError: toast.problem,
    onSettled: renew,
  });
  const rotate = async () => {
    if (await ask({ title: t("key.rotateTitle"), text: t("key.rotateText"), ok: t("key.rotate") })) rotating.mutate();
  };
  const action = (
    <Button
      type="primary"
      icon={<RefreshCcwDot size={16} />}
      loading={rotating.isPending}
      disabled={query.data?.is_rotating ?? true}
      onClick={() => void rotate()}
    >
      {t("key.rotate")}
    </Button>
  );
  const close = () => {
    setSheet(null);
    void renew();
  };
  return (
    <SectionPage section="keys" action={action}>
      <Alert className={styles.note} type="info" showIcon title={t("key.hint")} />
      <QueryView query={query} skeleton={<ListSkeleton count={4} />}>
        {(keys) => (
          <>
            <KeySlots
              slots={keys.slots}
              onRecovery={(slot) => setSheet({ kind: "recovery", slot })}
              onPassphrase={() => setSheet({ kind: "passphrase" })}
              onChange={() => void renew()}
            />
            {keys.is_rotating && (
              <div className={styles.card} role="status">
                <ProgressBar
                  label={t("key.resealing")}
                  done={keys.rotation?.done ?? 0}
                  total={keys.rotation?.of ?? 0}
                />
              </div>
            )}
            <DataKeys keys={keys} onRoot={() => setSheet({ kind: "root", slots: keys.slots })} />
          </>
        )}
      </QueryView>
      {sheet?.kind === "recovery" && <RecoveryKeySheet slot={sheet.slot} onClose={close} />}
      {sheet?.kind === "passphrase" && <PassphraseSheet onClose={close} />}
      {sheet?.kind === "root" && <RootKeySheet slots={sheet.slots} onClose={close} />}
    </SectionPage>
  );
}
