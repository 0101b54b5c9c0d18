import { useMutation } from "@tanstack/react-query";
import { Input } from "antd";
import { type FormEvent, useState } from "react";
import { type KeySlot, rotateRootKey } from "@/api/keys";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "@/ui/BottomSheet";
import { FormRow } from "@/ui/FormRow";
import { SheetFooter } from "@/ui/SheetFooter";
import { toast } from "@/ui/toast";

const FORM = "root-key-sheet";

/** A new root key is wrapped for every slot, so the secret of each is asked for; files are at hand on the server. */
export function RootKeySheet({ slots, onClose }: { slots: KeySlot[]; onClose: () => void }) {
  const { t } = useTranslation("admin");
  const asked = slots.filter(({ kind }) => kind === "passphrase" || kind === "recovery");
  const [secrets, setSecrets] = useState<Record<number, string>>({});
  const rotating = useMutation({
    mutationFn: () => rotateRootKey(asked.map(({ slot }) => (secrets[slot] ?? "").trim())),
    onSuccess: () => {
      toast.success(t("key.rootDone"));
      onClose();
    },
    onError: toast.problem,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!rotating.isPending) rotating.mutate();
  };
  const footer = (
    <SheetFooter
      form={FORM}
      isBusy={rotating.isPending}
      isOff={asked.some(({ slot }) => !secrets[slot]?.trim())}
      label={t("key.root")}
    />
  );
  return (
    <BottomSheet open onClose={onClose} title={t("key.root")} footer={footer}>
      <form id={FORM} onSubmit={submit}>
        <p>{t("key.rootText")}</p>
        {asked.map(({ slot, kind }) => (
          <FormRow key={slot} label={`${t("key.slot", { slot })} · ${t(`key.kind.${kind}`)}`}>
            {(id) => (
              <Input.Password
                id={id}
                autoComplete="off"
                value={secrets[slot] ?? ""}
                onChange={(event) => setSecrets({ ...secrets, [slot]: event.target.value })}
              />
            )}
          </FormRow>
        ))}
      </form>
    </BottomSheet>
  );
}
