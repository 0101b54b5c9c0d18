import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";

/** A form that nobody can fill in yet: who may design it is led there. */
export function Unpublished({ app, form, mayDesign }: { app: string; form: string; mayDesign: boolean }) {
  const { t } = useTranslation("records");
  const design = mayDesign && (
    <Link to="/apps/$app/forms/$form/design" params={{ app, form }}>
      <Button type="primary">{t("design")}</Button>
    </Link>
  );
  return <EmptyState art="tiles" title={t("unpublished")} text={t("unpublishedText")} action={design} />;
}
