import { Input, Tag } from "antd";
import { useTranslation } from "@/i18n/words";
import type { OrderAction } from "@/model/order";
import styles from "./orders.module.css";
import { askOf } from "./verbs";

const AGAINST = ["unclear", "redo"] as const;
const ENDING = ["twice", "settled"] as const;
const AGREEING = ["agreed", "seen"] as const;
const OTHER = ["seen", "soon"] as const;

function phrasesOf({ verb }: OrderAction) {
  if (verb === "approve" || verb === "complete") return AGREEING;
  if (verb === "terminate" || verb === "withdraw") return ENDING;
  return verb === "reject" || verb === "return" ? AGAINST : OTHER;
}

export interface OpinionTextProps {
  action: OrderAction;
  isLacking: boolean;
  text: string;
  onChange: (text: string) => void;
  onSend: () => void;
}

/** The words of an opinion, or one of the usual phrases. */
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
      <div className={styles.phrases}>
        {phrasesOf(action).map((phrase) => (
          <button
            key={phrase}
            type="button"
            className={styles.phrase}
            onClick={() => onChange(`${text}${t(`phrase.${phrase}`)}`)}
          >
            <Tag>{t(`phrase.${phrase}`)}</Tag>
          </button>
        ))}
      </div>
    </>
  );
}
