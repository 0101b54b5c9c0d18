import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Maximize, Minimize, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "@/ui/IconButton";
import { LinkButton } from "@/ui/LinkButton";
import { useShortcuts } from "@/ui/shortcuts";
import { useIsHandheld, useIsPhone } from "@/ui/viewport";
import { PushButton } from "../push/PushButton";
import type { FullScreen } from "./full_screen";
import { renewTiles } from "./refresh";

export interface BoardActionsProps {
  params: { app: string; board: string };
  full: FullScreen;
  canDesign: boolean;
  /** Once there is something to take away. */
  takeAway: ReactNode;
  /** The tile that is aimed at, or else the board, as large as the window. */
  onView: () => void;
}

export function BoardActions({ params, full, canDesign, takeAway, onView }: BoardActionsProps) {
  const { t } = useTranslation("boards");
  const client = useQueryClient();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const isHandheld = useIsHandheld();
  const mayDesign = canDesign && !isHandheld;
  const renew = () => void renewTiles(client);
  useShortcuts(t("title"), [
    { keys: "r", label: t("renew"), run: renew },
    { keys: "v", label: t("viewKey"), run: onView },
    { keys: "escape", label: t("leaveFullScreen"), run: full.toggle, isOff: !full.isFull },
    {
      keys: "e",
      label: t("design"),
      run: () => void navigate({ to: "/apps/$app/boards/$board/design", params }),
      isOff: !mayDesign,
    },
  ]);
  return (
    <>
      <IconButton label={t("renew")} keys="r" icon={<RefreshCw size={17} />} onClick={renew} />
      {takeAway}
      {canDesign && !full.isFull && <PushButton board={params.board} />}
      {!isPhone && (
        <IconButton
          label={full.isFull ? t("leaveFullScreen") : t("fullScreen")}
          keys="v"
          icon={full.isFull ? <Minimize size={17} /> : <Maximize size={17} />}
          onClick={full.toggle}
        />
      )}
      {mayDesign && !full.isFull && (
        <LinkButton to="/apps/$app/boards/$board/design" params={params}>
          {t("design")}
        </LinkButton>
      )}
    </>
  );
}
