import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { createPush, deletePush, type Push, pushesQuery, savePush } from "@/api/pushes";
import { useTranslation } from "@/i18n/words";
import { useDelete } from "@/ui/ask";
import { EditSheet } from "@/ui/EditSheet";
import { useFormat } from "@/ui/format";
import { isSaidAt, problemAt } from "@/ui/problem_at";
import { SheetFooter } from "@/ui/SheetFooter";
import { toast } from "@/ui/toast";
import { AudienceFields } from "./AudienceFields";
import styles from "./push.module.css";
import { NEW_PLAN, planOf, whenText } from "./push_plan";
import { WhenFields } from "./WhenFields";

const FORM = "push-editor";
const PLACES = ["days", "minute", "to"];

interface PushEditorProps {
  board: string;
  /** `null`: a new one. */
  push: Push | null;
  zone: string;
  calendar: string | undefined;
  onClose: () => void;
}

export function PushEditor({ board, push, zone, calendar, onClose }: PushEditorProps) {
  const { t } = useTranslation("push");
  const { t: word } = useTranslation();
  const format = useFormat();
  const cache = useQueryClient();
  const ask = useDelete();
  const [before] = useState(push ? planOf(push) : NEW_PLAN);
  const [plan, setPlan] = useState(before);
  const done = async () => {
    await cache.invalidateQueries({ queryKey: pushesQuery(board).queryKey });
    onClose();
  };
  const saving = useMutation({
    mutationFn: () => (push ? savePush(board, push, plan) : createPush(board, plan)),
    onSuccess: done,
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  const remove = async () => {
    if (!push) return;
    const question = { title: t("deleteTitle", { when: whenText(push, t, format) }), text: t("deleteText") };
    if (await ask(question, () => deletePush(board, push.id))) await done();
  };
  const at = problemAt(saving.error);
  return (
    <EditSheet
      isChanged={plan !== before}
      onClose={onClose}
      title={t(push ? "edit" : "add")}
      footer={
        <SheetFooter
          form={FORM}
          isBusy={saving.isPending}
          end={
            push && (
              <Button danger onClick={() => void remove()}>
                {word("ask.delete")}
              </Button>
            )
          }
        />
      }
    >
      <form id={FORM} onSubmit={submit} autoComplete="off">
        <WhenFields
          plan={plan}
          at={at}
          zone={zone}
          calendar={calendar}
          onChange={(change) => setPlan((now) => ({ ...now, ...change }))}
        />
        <AudienceFields
          to={plan.to}
          at={at}
          onChange={(change) => setPlan((now) => ({ ...now, to: { ...now.to, ...change } }))}
        />
        <p className={styles.note}>{t("yourFigures")}</p>
      </form>
    </EditSheet>
  );
}
