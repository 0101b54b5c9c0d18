import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { drawRecoveryKey, keepRecoveryKey } from "@/api/keys";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "@/ui/BottomSheet";
import { FormRow } from "@/ui/FormRow";
import { QueryView } from "@/ui/QueryView";
import { SheetFooter } from "@/ui/SheetFooter";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";

const FORM = "recovery-key-sheet";

/** Shows a new recovery key this once, then asks for it back; only then does it open, and the one before it no more. */
export function RecoveryKeySheet({ slot, onClose }: { slot: number | null; onClose: () => void }) {
  const { t } = useTranslation("admin");
  const [isWritten, setWritten] = useState(false);
  const [typed, setTyped] = useState("");
  // Never kept: another opening draws another key.
  const drawn = useQuery({ queryKey: ["keys", "drawn"], queryFn: drawRecoveryKey, staleTime: Infinity, gcTime: 0 });
  const keeping = useMutation({
    mutationFn: () => keepRecoveryKey(typed.trim(), slot),
    onSuccess: () => {
      toast.success(t("key.recoveryKept"));
      onClose();
    },
    onError: toast.problem,
  });
  const isSame = typed.replace(/[\s-]/g, "").toUpperCase() === drawn.data?.recovery_key.replace(/-/g, "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWritten) setWritten(true);
    else if (isSame && !keeping.isPending) keeping.mutate();
  };
  const footer = (
    <SheetFooter
      form={FORM}
      isBusy={keeping.isPending}
      isOff={!drawn.data || (isWritten && !isSame)}
      label={t(isWritten ? "key.keep" : "key.written")}
      end={isWritten && <Button onClick={() => setWritten(false)}>{t("key.showAgain")}</Button>}
    />
  );
  return (
    <BottomSheet open onClose={onClose} title={t("key.renewRecovery")} footer={footer}>
      <QueryView query={drawn} skeleton={<ListSkeleton count={1} />}>
        {({ recovery_key }) => (
          <form id={FORM} onSubmit={submit}>
            <p>{t(isWritten ? "key.recoveryType" : "key.recoveryText")}</p>
            {isWritten ? (
              <FormRow label={t("key.kind.recovery")}>
                {(id) => (
                  <Input id={id} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
                )}
              </FormRow>
            ) : (
              <output className={styles.secret}>{recovery_key}</output>
            )}
          </form>
        )}
      </QueryView>
    </BottomSheet>
  );
}
