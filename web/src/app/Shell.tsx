import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { quarantineQuery } from "@/api/backups";
import { startLive, stopLive } from "@/api/live";
import { useTranslation } from "@/i18n/words";
import { useErrands } from "@/ui/errand_book";
import { inKit } from "@/ui/in_kit";
import { useJobs } from "@/ui/jobs";
import { useOnceOpen } from "@/ui/once_open";
import { RouteProgress } from "@/ui/ProgressBar";
import { useShortcuts } from "@/ui/shortcuts";
import { TipLayer } from "@/ui/TipLayer";
import { isApart, useUploadBook } from "@/ui/uploads/book";
import { useIsPhone } from "@/ui/viewport";
import styles from "./Shell.module.css";
import { StateStrip } from "./StateStrip";
import { SystemBanner } from "./SystemBanner";
import { useSessionEnd } from "./session_end";
import { useSession } from "./session_state";
import { TabBar } from "./TabBar";
import { useTaskTitle } from "./task_title";
import { useErrandNews } from "./use_errands";
import { useRail } from "./use_rail";
import { useUploadRounds } from "./use_upload_rounds";

// Hardly anybody ever sees it.
const QuarantineBanner = lazy(inKit(() => import("./QuarantineBanner"), "QuarantineBanner"));
const LeftErrands = lazy(inKit(() => import("./LeftErrands"), "LeftErrands"));
const CoachMarks = lazy(() => import("./CoachMarks"));
const JobTray = lazy(inKit(() => import("./JobTray"), "JobTray", "field"));
const CommandPalette = lazy(inKit(() => import("./CommandPalette"), "CommandPalette", "admin"));
const ShortcutSheet = lazy(inKit(() => import("./ShortcutSheet"), "ShortcutSheet"));
const loadSignIn = inKit(() => import("./SignInAgain"), "SignInAgain");
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
  const wasPaletteOpen = useOnceOpen(isPaletteOpen);
  const wereKeysOpen = useOnceOpen(areKeysOpen);
  const hasLeft = useErrands(({ errands }) => errands.some(({ state }) => state === "left"));
  const hasJobs = useJobs((state) => state.jobs.length > 0);
  const hasUploads = useUploadBook(({ uploads, shown }) => uploads.some(isApart(shown)));
  const Rail = useRail(!isPhone);
  useEffect(() => {
    startLive();
    // Whoever has typed something has the way back already, even when the server hands out other files by then.
    addEventListener("keydown", loadSignIn, { once: true });
    return () => {
      stopLive();
      removeEventListener("keydown", loadSignIn);
    };
  }, []);
  useTaskTitle();
  const user = useSession()?.user.id;
  useErrandNews(user);
  useUploadRounds(user);
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
      {Rail && <Rail onSearch={() => setPaletteOpen(true)} onKeys={() => setKeysOpen(true)} />}
      <div className={styles.column}>
        <div data-unprinted>
          <SystemBanner />
          {hasLeft && (
            <Suspense fallback={null}>
              <LeftErrands />
            </Suspense>
          )}
          {quarantine?.is_on && (
            <Suspense fallback={null}>
              <QuarantineBanner />
            </Suspense>
          )}
        </div>
        <div className={styles.content} id="content" tabIndex={-1}>
          <Outlet />
        </div>
      </div>
      {!isPhone && <TipLayer />}
      {isPhone && <TabBar onSearch={() => setPaletteOpen(true)} />}
      <Suspense>
        {(hasJobs || hasUploads) && <JobTray />}
        {user && <CoachMarks user={user} />}
        {wasPaletteOpen && <CommandPalette open={isPaletteOpen} onClose={() => setPaletteOpen(false)} />}
        {wereKeysOpen && <ShortcutSheet open={areKeysOpen} onClose={() => setKeysOpen(false)} />}
      </Suspense>
      {ended && (
        <Suspense>
          <SignInAgain me={ended} />
        </Suspense>
      )}
    </div>
  );
}
