import { Gauge, LayoutDashboard, type LucideIcon, PieChart } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { TemplateCard } from "@/ui/designer/TemplateCard";
import styles from "./designer.module.css";
import { TEMPLATES, type Template } from "./templates";

const ICONS: Record<Template, LucideIcon> = { overview: LayoutDashboard, speed: Gauge, makeup: PieChart };

/** An empty board: three ways to begin with the numbers of the form itself, beside what the palette offers. */
export function TemplateChoice({ onBegin }: { onBegin: (template: Template) => void }) {
  const { t } = useTranslation("boards");
  return (
    <section className={styles.empty} aria-label={t("empty.title")}>
      <h2>{t("empty.title")}</h2>
      <p>{t("empty.hint")}</p>
      <div className={styles.templates}>
        {TEMPLATES.map((template) => (
          <TemplateCard
            key={template}
            icon={ICONS[template]}
            name={t(`template.${template}.name`)}
            text={t(`template.${template}.text`)}
            onBegin={() => onBegin(template)}
          />
        ))}
      </div>
    </section>
  );
}
