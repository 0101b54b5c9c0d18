import { useEffect, useState } from "react";
import { onReach } from "@/api/live";
import { unreachable } from "@/api/problem";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PlainButton } from "@/ui/PlainButton";
import { recover, useOutdated } from "./outdated";

/** A part of the page could not be loaded: mostly because a newer version is running, sometimes for want of a network. */
export function LostPart({ error }: { error: unknown }) {
  const { t } = useTranslation("shell");
  const isOutdated = useOutdated((state) => state.isOutdated);
  const [found, setFound] = useState<Awaited<ReturnType<typeof recover>>>("reloads");
  useEffect(() => {
    const look = () => void recover(error).then(setFound);
    look();
    return onReach((isReached) => isReached && look());
  }, [error]);
  if (found === "unreachable") {
    return <ErrorState error={unreachable()} onRetry={() => void recover(error).then(setFound)} />;
  }
  if (found === "reloads") return <EmptyState art="tiles" title={t("part.reloads")} />;
  return (
    <EmptyState
      art="broken"
      title={t(isOutdated ? "update" : "part.lost")}
      text={t("part.text")}
      action={
        <PlainButton kind="primary" onClick={() => location.reload()}>
          {t("reload")}
        </PlainButton>
      }
    />
  );
}
