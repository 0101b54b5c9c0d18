import { Gauge, LayoutDashboard, type LucideIcon, PieChart } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { TemplateCard } from "@/ui/designer/TemplateCard";
import { TEMPLATES, type Template } from "../edits/templates";
import styles from "./designer.module.css";

const ICONS: Record<Template, LucideIcon> = { overview: LayoutDashboard, speed: Gauge, makeup: PieChart };

export interface TemplateChoiceProps {
  /** What is empty. */
  title: string;
  onBegin: (template: Template) => void;
}

/** An empty board: three ways to begin with the numbers of the form itself, beside what the palette offers. */
export function TemplateChoice({ title, onBegin }: TemplateChoiceProps) {
  const { t } = useTranslation("boards");
  return (
    <section className={styles.empty} aria-label={title}>
      <h2>{title}</h2>
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
