import { ClipboardList, FilePlus2, type LucideIcon, Plane, ShoppingCart, Wrench } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { add, begin } from "./act";
import { useDesigning } from "./session";
import styles from "./TemplateChoice.module.css";
import { TEMPLATES, type Template } from "./templates";

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
        {TEMPLATES.map((template) => {
          const Icon = ICONS[template];
          return (
            <button key={template} type="button" className={styles.card} onClick={press(() => begin(store, template))}>
              <Icon size={18} />
              <strong>{t(`template.${template}.name`)}</strong>
              <small>{t(`template.${template}.text`)}</small>
            </button>
          );
        })}
        <button type="button" className={styles.card} onClick={press(() => add(store, "text"))}>
          <FilePlus2 size={18} />
          <strong>{t("template.blank.name")}</strong>
          <small>{t("template.blank.text")}</small>
        </button>
      </div>
    </section>
  );
}
