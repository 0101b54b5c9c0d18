import { Input, Modal } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { useBackCloses } from "@/ui/back_closes";
import { FormRow } from "@/ui/FormRow";
import { problemAt } from "@/ui/problem_at";
import { toast } from "@/ui/toast";

export interface NameQuestion {
  title: string;
  label: string;
  /** What it is called now; empty for something new. */
  name: string;
  help?: string;
  ok: string;
  send: (name: string) => Promise<unknown>;
}

/** Asks for one name, and stays open until the server has taken it. */
export function NameDialog({ question, onClose }: { question: NameQuestion; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useId();
  const [name, setName] = useState(question.name);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  useBackCloses(true, onClose);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === question.name) return onClose();
    setBusy(true);
    try {
      await question.send(name.trim());
      onClose();
    } catch (error) {
      const said = problemAt(error)("name");
      setProblem(said);
      if (!said) toast.problem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={question.title}
      okText={question.ok}
      cancelText={t("cancel")}
      confirmLoading={isBusy}
      okButtonProps={{ htmlType: "submit", form, disabled: !name.trim() }}
      onCancel={onClose}
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <FormRow label={question.label} help={question.help} problem={problem}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={100}
              status={problem ? "error" : ""}
              value={name}
              onFocus={({ target }) => target.select()}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </FormRow>
      </form>
    </Modal>
  );
}
