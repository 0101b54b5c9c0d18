import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { plainButton } from "@/ui/PlainButton";
import styles from "./FallbackPages.module.css";
import { LostPart } from "./LostPart";
import { isLostPart } from "./outdated";

/** A page that threw, or whose data could not be had. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={styles.fill}>
      {isLostPart(error) ? <LostPart error={error} /> : <ErrorState error={error} onRetry={retry} />}
    </div>
  );
}

export function MissingPage() {
  const { t } = useTranslation("shell");
  return (
    <div className={styles.fill}>
      <EmptyState
        art="search"
        title={t("missing.title")}
        text={t("missing.text")}
        action={
          <Link to="/inbox" className={plainButton({ kind: "primary" })}>
            {t("missing.action")}
          </Link>
        }
      />
    </div>
  );
}
