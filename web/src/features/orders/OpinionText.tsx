import { Input } from "antd";
import { useTranslation } from "@/i18n/words";
import type { OrderAction } from "@/model/order";
import { PhraseRow } from "@/ui/PhraseRow";
import styles from "./orders.module.css";
import { askOf } from "./verbs";

export interface OpinionTextProps {
  action: OrderAction;
  isLacking: boolean;
  text: string;
  onChange: (text: string) => void;
  onSend: () => void;
}

/** The words of an opinion, some of them phrases. */
export function OpinionText({ action, isLacking, text, onChange, onSend }: OpinionTextProps) {
  const { t } = useTranslation("orders");
  const isRequired = askOf(action).comment === "required";
  return (
    <>
      <Input.TextArea
        // A phone's keyboard would cover the place to sign.
        autoFocus={!action.signature_required}
        rows={4}
        maxLength={2000}
        value={text}
        status={isLacking ? "error" : ""}
        placeholder={isRequired ? t("commentRequired") : t("commentOptional")}
        aria-label={t("comment")}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
        }}
      />
      {isLacking && <p className={styles.problem}>{t("commentMissing")}</p>}
      <PhraseRow verb={action.verb} text={text} onChange={onChange} />
    </>
  );
}
