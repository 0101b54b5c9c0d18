import { useState } from "react";
import { draftQuery, type FormHead, renameForm } from "@/api/drafts";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import { EditableLabel } from "@/ui/designer/EditableLabel";
import { toast } from "@/ui/toast";
import styles from "./forms.module.css";

/** What the form is called everywhere; takes effect at once, without publishing. */
export function FormName({ form }: { form: FormHead }) {
  const { t } = useTranslation("forms");
  const [name, setName] = useState(form.name);
  const rename = async (typed: string) => {
    const next = typed.trim();
    if (next === "") return;
    setName(next);
    try {
      await renameForm(form.id, next);
      const { queryKey } = draftQuery("form", form.id);
      queryClient.setQueryData(queryKey, (old) => old && { ...old, form: { ...old.form, name: next } });
      void queryClient.invalidateQueries({ queryKey: ["session"] });
    } catch (error) {
      setName(name);
      toast.problem(error);
    }
  };
  return (
    <EditableLabel
      text={name}
      placeholder={t("title")}
      className={styles.formName}
      onSelect={() => undefined}
      onChange={(typed) => void rename(typed)}
    />
  );
}
