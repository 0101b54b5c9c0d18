import { ClipboardList, FilePlus2, type LucideIcon, Plane, ShoppingCart, Wrench } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslation } from "@/i18n/words";
import { TemplateCard } from "@/ui/designer/TemplateCard";
import { add, begin } from "../edits/act";
import { useDesigning } from "../edits/session";
import { TEMPLATES, type Template } from "../edits/templates";
import styles from "./TemplateChoice.module.css";

const ICONS: Record<Template, LucideIcon> = { repair: Wrench, leave: Plane, purchase: ShoppingCart };

/** An empty form: three ways to begin, or from nothing. */
export function TemplateChoice() {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  // A click that reached the ground would clear what it has just selected.
  const press = (run: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    run();
  };
  return (
    <section className={styles.choice} aria-label={t("empty.title")}>
      <ClipboardList size={28} />
      <h2>{t("empty.title")}</h2>
      <p>{t("empty.text")}</p>
      <div className={styles.cards}>
        {TEMPLATES.map((template) => (
          <TemplateCard
            key={template}
            icon={ICONS[template]}
            name={t(`template.${template}.name`)}
            text={t(`template.${template}.text`)}
            onBegin={press(() => begin(store, template))}
          />
        ))}
        <TemplateCard
          icon={FilePlus2}
          name={t("template.blank.name")}
          text={t("template.blank.text")}
          onBegin={press(() => add(store, "text"))}
        />
      </div>
    </section>
  );
}
