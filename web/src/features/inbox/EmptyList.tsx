import { Link } from "@tanstack/react-router";
import type { InboxTab } from "@/api/inbox";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { plainButton } from "@/ui/PlainButton";

/** What is not here, and the way to begin something where that helps. */
export function EmptyList({ tab, q }: { tab: InboxTab; q: string }) {
  const { t } = useTranslation("inbox");
  if (q) return <EmptyState art="search" title={t("none", { text: q })} />;
  const start = tab === "started" || tab === "drafts" || tab === "todo";
  return (
    <EmptyState
      art="done"
      title={t(`empties.${tab}`)}
      {...(start && {
        action: (
          <Link to="/new" className={plainButton({})}>
            {t("start")}
          </Link>
        ),
      })}
    />
  );
}
