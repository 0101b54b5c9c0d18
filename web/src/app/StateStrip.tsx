import { CloudOff, RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { onReach } from "@/api/live";
import { useTranslation } from "@/i18n/words";
import { tasksOf, useErrands } from "@/ui/errand_book";
import { PlainButton } from "@/ui/PlainButton";
import { useOutdated } from "./outdated";
import styles from "./StateStrip.module.css";

/** Over every page, while it holds: the server is out of reach, or it is newer than this window. */
export function StateStrip() {
  const { t } = useTranslation("shell");
  const isOffline = useIsOffline();
  const waiting = useErrands(
    ({ errands }) => errands.filter(({ state }) => state === "waiting").flatMap(tasksOf).length,
  );
  const isOutdated = useOutdated((state) => state.isOutdated);
  return (
    <div role="status" data-unprinted>
      {isOffline && (
        <p className={styles.strip}>
          <CloudOff size={16} aria-hidden="true" />{" "}
          {waiting > 0 ? t("errand.waiting", { ns: "common", count: waiting }) : t("offline")}
        </p>
      )}
      {!isOffline && isOutdated && (
        <p className={styles.strip}>
          <RefreshCw size={16} aria-hidden="true" /> {t("update")}
          <PlainButton size="small" onClick={() => location.reload()}>
            {t("reload")}
          </PlainButton>
        </p>
      )}
    </div>
  );
}

/** As the browser says, or as the live stream finds out. */
function useIsOffline(): boolean {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const lost = () => setOffline(true);
    const found = () => setOffline(false);
    addEventListener("offline", lost);
    addEventListener("online", found);
    const stop = onReach((isReached) => setOffline(!isReached));
    return () => {
      removeEventListener("offline", lost);
      removeEventListener("online", found);
      stop();
    };
  }, []);
  return isOffline;
}
