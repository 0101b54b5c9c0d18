import { Asterisk, EyeOff, Fingerprint, Lightbulb, SquareFunction } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import styles from "./forms.module.css";

/** What is special about a field, at a glance. */
export function FieldMarks({ field }: { field: Field }) {
  const { t } = useTranslation("forms");
  const marks = [
    { is: field.required, Icon: Asterisk, text: t("mark.required"), tone: "danger" },
    { is: Boolean(field.required_if), Icon: Asterisk, text: t("mark.requiredIf"), tone: "warning" },
    { is: Boolean(field.visible_if), Icon: EyeOff, text: t("mark.rule"), tone: "soft" },
    { is: field.unique, Icon: Fingerprint, text: t("mark.unique"), tone: "soft" },
    { is: field.control.kind === "formula", Icon: SquareFunction, text: t("mark.formula"), tone: "soft" },
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
    </>
  );
}
