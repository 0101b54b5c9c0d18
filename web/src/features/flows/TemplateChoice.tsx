import { useTranslation } from "react-i18next";
import { nodeType } from "@/nodes/table";
import type { Deeds } from "./deeds";
import styles from "./FlowDesigner.module.css";
import { flowFrom, TEMPLATES } from "./templates";

/** An empty flow: three ways to begin. */
export function TemplateChoice({ deeds }: { deeds: Deeds }) {
  const { t } = useTranslation(["flows", "node"]);
  const begin = (template: (typeof TEMPLATES)[number]) =>
    deeds.replaceAll(
      flowFrom(template, (kind) => ({ name: t(`node:kind.${kind}.label`), step: nodeType(kind).step() })),
      "template",
    );
  return (
    <div className={styles.templates}>
      <h2>{t("template.title")}</h2>
      <div className={styles.choice}>
        {TEMPLATES.map((template) => (
          <button key={template} type="button" className={styles.template} onClick={() => begin(template)}>
            <strong>{t(`template.${template}.name`)}</strong>
            <p>{t(`template.${template}.text`)}</p>
          </button>
        ))}
      </div>
    </div>
  );
}
