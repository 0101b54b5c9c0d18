import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { useIsHandheld } from "@/ui/viewport";

/** A board without tiles: the designer is one press away, for whom it is. */
export function EmptyBoard({ params, canDesign }: { params: { app: string; board: string }; canDesign: boolean }) {
  const { t } = useTranslation("boards");
  const isHandheld = useIsHandheld();
  return (
    <EmptyState
      art="tiles"
      title={t("empty.title")}
      text={canDesign ? t("empty.text") : t("empty.wait")}
      action={
        canDesign &&
        !isHandheld && (
          <LinkButton to="/apps/$app/boards/$board/design" params={params} type="primary">
            {t("design")}
          </LinkButton>
        )
      }
    />
  );
}
