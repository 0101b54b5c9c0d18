import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";

/** Where permissions come from, while no flow is drawn that could give any. */
export function NoSteps({ address }: { address: { app: string; form: string } }) {
  const { t } = useTranslation("forms");
  return (
    <EmptyState
      art="flow"
      title={t("access.none")}
      text={t("access.noneText")}
      action={
        <LinkButton type="primary" to="/apps/$app/forms/$form/flow" params={address}>
          {t("access.draw")}
        </LinkButton>
      }
    />
  );
}
