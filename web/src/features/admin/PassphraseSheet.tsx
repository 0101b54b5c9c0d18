import { useMutation } from "@tanstack/react-query";
import { Input } from "antd";
import { type FormEvent, useState } from "react";
import { addPassphrase } from "@/api/keys";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "@/ui/BottomSheet";
import { FormRow } from "@/ui/FormRow";
import { SheetFooter } from "@/ui/SheetFooter";
import { toast } from "@/ui/toast";

const FORM = "passphrase-sheet";

/** One more way in; typed twice, because nobody can look at it later. */
export function PassphraseSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("admin");
  const [typed, setTyped] = useState("");
  const [again, setAgain] = useState("");
  const adding = useMutation({
    mutationFn: () => addPassphrase(typed),
    onSuccess: () => {
      toast.success(t("key.passphraseAdded"));
      onClose();
    },
    onError: toast.problem,
  });
  const isSame = typed === again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed && isSame && !adding.isPending) adding.mutate();
  };
  const footer = (
    <SheetFooter form={FORM} isBusy={adding.isPending} isOff={!typed || !isSame} label={t("key.addPassphrase")} />
  );
  return (
    <BottomSheet open onClose={onClose} title={t("key.addPassphrase")} footer={footer}>
      <form id={FORM} onSubmit={submit}>
        <p>{t("key.passphraseText")}</p>
        <FormRow label={t("key.kind.passphrase")}>
          {(id) => (
            <Input.Password
              id={id}
              autoComplete="new-password"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </FormRow>
        <FormRow label={t("key.passphraseAgain")} problem={again && !isSame ? t("key.differ") : undefined}>
          {(id) => (
            <Input.Password
              id={id}
              autoComplete="new-password"
              value={again}
              onChange={({ target }) => setAgain(target.value)}
            />
          )}
        </FormRow>
      </form>
    </BottomSheet>
  );
}
