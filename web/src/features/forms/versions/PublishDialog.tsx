import { Alert, Input, Modal } from "antd";
import { useState } from "react";
import { useStore } from "zustand";
import { type Draft, draftQuery, publishDraft } from "@/api/drafts";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { saidOf } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { newId } from "@/model/id";
import { hasErrors, type Problem } from "@/model/problem";
import { FormRow } from "@/ui/FormRow";
import { toast } from "@/ui/toast";
import { designProblems } from "../edits/design_problems";
import { type FormDraft, useDesigning } from "../edits/session";
import styles from "../forms.module.css";
import { ChangeList } from "./ChangeList";
import { FirstUsers } from "./FirstUsers";
import { useHeld } from "./held";
import { useOpening } from "./opening";

interface PublishDialogProps {
  draft: Draft<FormDefinition>;
  session: FormDraft;
  onClose: () => void;
}

/** What changes for people, a note about why, and one button. Errors keep it shut. */
export function PublishDialog({ draft, session, onClose }: PublishDialogProps) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const form = useStore(store, ({ history }) => history.doc);
  const [note, setNote] = useState("");
  const [key] = useState(newId);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const problems = refused.length > 0 ? refused : session.problems;
  const held = useHeld(draft.form.id, draft.live, form);
  const rows = designProblems(form, problems, t);
  const { opening, open } = useOpening(draft.form);

  const publish = async () => {
    setBusy(true);
    try {
      const rev = await session.saveNow();
      // The bar over the form asks whose work stays.
      if (rev === null) return onClose();
      const { version } = await publishDraft("form", draft.form.id, rev, note.trim(), { key });
      toast.success(t("publish.done", { version }));
      await open();
      queryClient.setQueryData(draftQuery("form", draft.form.id).queryKey, (old) => {
        return old && { ...old, live: form, form: { ...old.form, form_version: version } };
      });
      void queryClient.invalidateQueries({ queryKey: ["forms", "one", draft.form.id] });
      void queryClient.invalidateQueries({ queryKey: ["session"] });
      onClose();
    } catch (error) {
      if (error instanceof ApiProblem && error.problems.length > 0) setRefused(error.problems);
      else toast.problem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t("publish.title", { name: draft.form.name })}
      okText={t("publish.ok")}
      okButtonProps={{ disabled: hasErrors(problems), loading: isBusy }}
      onOk={() => void publish()}
      onCancel={onClose}
    >
      <div className={styles.publish}>
        {rows.length > 0 && (
          <Alert
            type={hasErrors(problems) ? "error" : "warning"}
            showIcon
            title={hasErrors(problems) ? t("publish.blocked") : t("publish.warned")}
            description={
              <ul>
                {rows.slice(0, 8).map(({ id, subject, text }) => (
                  <li key={id}>{saidOf(subject, text)}</li>
                ))}
              </ul>
            }
          />
        )}
        <ChangeList before={draft.live} after={form} same={t("change.none")} held={held} />
        <FirstUsers opening={opening} />
        <FormRow label={t("publish.note")}>
          {(id) => (
            <Input.TextArea
              id={id}
              value={note}
              maxLength={500}
              rows={2}
              placeholder={t("publish.notePlaceholder")}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </FormRow>
      </div>
    </Modal>
  );
}
