import { Asterisk, Eye, EyeOff, Fingerprint, Hash, Lightbulb, Lock, SquareFunction } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import { useDesigning } from "../edits/session";
import { shutBy } from "../edits/tried";
import styles from "../forms.module.css";
import { RuleMark } from "./RuleMark";

/** What is special about a field, at a glance. */
export function FieldMarks({ field }: { field: Field }) {
  const { t } = useTranslation("forms");
  const shut = shutBy(useDesigning().steps, field);
  const marks = [
    { is: field.required, Icon: Asterisk, text: t("mark.required"), tone: "danger" },
    { is: field.unique, Icon: Fingerprint, text: t("mark.unique"), tone: "soft" },
    { is: field.control.kind === "formula", Icon: SquareFunction, text: t("mark.formula"), tone: "soft" },
    { is: field.control.kind === "serial", Icon: Hash, text: t("mark.serial"), tone: "soft" },
    { is: shut === "read", Icon: Lock, text: t("mark.read"), tone: "soft" },
    { is: shut === "hidden", Icon: EyeOff, text: t("mark.hidden"), tone: "soft" },
    { is: Boolean(field.default), Icon: Lightbulb, text: t("mark.default"), tone: "soft" },
  ];
  return (
    <>
      {marks
        .filter(({ is }) => is)
        .map(({ Icon, text, tone }) => (
          <span key={text} className={styles.mark} data-tone={tone} role="img" aria-label={text} title={text}>
            <Icon size={13} />
          </span>
        ))}
      {field.required_if && !field.required && (
        <RuleMark
          icon={Asterisk}
          rule={field.required_if}
          tone="warning"
          sentence={(condition) => t("mark.requiredIf", { condition })}
        />
      )}
      {field.visible_if && (
        <RuleMark
          icon={Eye}
          rule={field.visible_if}
          tone="soft"
          sentence={(condition) => t("mark.rule", { condition })}
        />
      )}
    </>
  );
}
