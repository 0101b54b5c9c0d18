import { Link } from "@tanstack/react-router";
import { FileText, PencilRuler, SquarePen, Workflow } from "lucide-react";
import type { AppForm } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { LinkButton } from "@/ui/LinkButton";
import { StateTag } from "@/ui/StateTag";
import { useIsHandheld } from "@/ui/viewport";
import type { AppContents } from "./app_contents";
import styles from "./apps.module.css";
import { CardMenu } from "./CardMenu";
import type { NameQuestion } from "./NameDialog";

interface FormCardProps {
  app: string;
  form: AppForm;
  contents: AppContents;
  /** Nobody was given leave to fill it in. */
  isClosed: boolean;
  onAsk: (question: NameQuestion) => void;
}

/** A form: its records, a new order, and its two designers. */
export function FormCard({ app, form, contents, isClosed, onAsk }: FormCardProps) {
  const { t } = useTranslation("apps");
  // The designers want a larger screen.
  const isHandheld = useIsHandheld();
  const params = { app, form: form.id };
  const canDesign = form.actions.includes("design");
  const isLive = form.form_version > 0;
  const menu = [
    { key: "rename", label: t("form.rename"), onClick: () => onAsk(contents.rename(form)) },
    { key: "remove", label: t("form.remove"), danger: true, onClick: () => void contents.removeForm(form) },
  ];
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        {form.flow_version > 0 ? <Workflow size={18} aria-hidden="true" /> : <FileText size={18} aria-hidden="true" />}
        <Link to="/apps/$app/forms/$form" params={params} className={styles.cardName}>
          {form.name}
        </Link>
        {!isLive && <StateTag tone="warning">{t("form.unpublished")}</StateTag>}
        {isLive && isClosed && <StateTag tone="warning">{t("form.closed")}</StateTag>}
        {canDesign && <CardMenu name={form.name} items={menu} />}
      </div>
      <div className={styles.cardActions}>
        {isLive && form.actions.includes("create") && (
          <LinkButton to="/new/$form" params={{ form: form.id }} size="small" icon={<SquarePen size={14} />}>
            {t("form.fill")}
          </LinkButton>
        )}
        {canDesign && !isHandheld && (
          <>
            <LinkButton
              to="/apps/$app/forms/$form/design"
              params={params}
              size="small"
              icon={<PencilRuler size={14} />}
            >
              {t("form.designForm")}
            </LinkButton>
            <LinkButton to="/apps/$app/forms/$form/flow" params={params} size="small" icon={<Workflow size={14} />}>
              {t("form.designFlow")}
            </LinkButton>
          </>
        )}
      </div>
    </li>
  );
}
