import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { quarantineQuery } from "@/api/backups";
import { startLive, stopLive } from "@/api/live";
import { RouteProgress } from "@/ui/ProgressBar";
import { useShortcuts } from "@/ui/shortcuts";
import { useIsPhone } from "@/ui/viewport";
import { CommandPalette } from "./CommandPalette";
import { JobTray } from "./JobTray";
import { useUnreadTitle } from "./NoticeBell";
import { Rail } from "./Rail";
import styles from "./Shell.module.css";
import { ShortcutSheet } from "./ShortcutSheet";
import { StateStrip } from "./StateStrip";
import { SystemBanner } from "./SystemBanner";
import { useSessionEnd } from "./session_end";
import { useSession } from "./session_state";
import { TabBar } from "./TabBar";
import { useErrandNews } from "./use_errands";

// Hardly anybody ever sees it.
const QuarantineBanner = lazy(() => import("./QuarantineBanner"));
const CoachMarks = lazy(() => import("./CoachMarks"));
const loadSignIn = () => import("./SignInAgain").then(({ SignInAgain }) => ({ default: SignInAgain }));
const SignInAgain = lazy(loadSignIn);

/** What surrounds every page of a signed-in person. */
export function Shell() {
  const { t } = useTranslation("shell");
  const isPhone = useIsPhone();
  const isMoving = useRouterState({ select: (state) => state.status === "pending" });
  const { data: quarantine } = useQuery(quarantineQuery);
  const ended = useSessionEnd((state) => state.me);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [areKeysOpen, setKeysOpen] = useState(false);
  useEffect(() => {
    startLive();
    // Whoever has typed something has the way back already, even when the server hands out other files by then.
    addEventListener("keydown", loadSignIn, { once: true });
    return () => {
      stopLive();
      removeEventListener("keydown", loadSignIn);
    };
  }, []);
  useUnreadTitle();
  const user = useSession()?.user.id;
  useErrandNews(user);
  useShortcuts(t("keys.everywhere"), [
    { keys: "mod+k", label: t("search"), run: () => setPaletteOpen(true), evenTyping: true },
    { keys: "?", label: t("shortcuts"), run: () => setKeysOpen(true) },
  ]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t("skip")}
      </a>
      <RouteProgress active={isMoving} />
      <StateStrip />
      {!isPhone && <Rail onSearch={() => setPaletteOpen(true)} onKeys={() => setKeysOpen(true)} />}
      <div className={styles.column}>
        <SystemBanner />
        {quarantine?.is_on && (
          <Suspense fallback={null}>
            <QuarantineBanner />
          </Suspense>
        )}
        <div className={styles.content} id="content" tabIndex={-1}>
          <Outlet />
        </div>
      </div>
      {isPhone && <TabBar onSearch={() => setPaletteOpen(true)} />}
      <JobTray />
      {user && (
        <Suspense fallback={null}>
          <CoachMarks user={user} />
        </Suspense>
      )}
      <CommandPalette open={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
      <ShortcutSheet open={areKeysOpen} onClose={() => setKeysOpen(false)} />
      {ended && (
        <Suspense>
          <SignInAgain me={ended} />
        </Suspense>
      )}
    </div>
  );
}
