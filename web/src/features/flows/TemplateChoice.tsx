import { FilePlus2, Stamp, Wrench } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { nodeType } from "@/nodes/table";
import { TemplateCard } from "@/ui/designer/TemplateCard";
import type { Deeds } from "./edits/deeds";
import { flowFrom, TEMPLATES } from "./edits/templates";
import styles from "./FlowDesigner.module.css";

const ICONS = { approval: Stamp, repair: Wrench, blank: FilePlus2 };

/** An empty flow: three ways to begin. */
export default function TemplateChoice({ deeds }: { deeds: Deeds }) {
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
          <TemplateCard
            key={template}
            icon={ICONS[template]}
            name={t(`template.${template}.name`)}
            text={t(`template.${template}.text`)}
            onBegin={() => begin(template)}
          />
        ))}
      </div>
    </div>
  );
}
