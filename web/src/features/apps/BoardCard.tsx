import { Link } from "@tanstack/react-router";
import { ChartColumn, PencilRuler } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { LinkButton } from "@/ui/LinkButton";
import { useIsHandheld } from "@/ui/viewport";
import type { AppContents } from "./app_contents";
import styles from "./apps.module.css";
import { CardMenu } from "./CardMenu";

interface BoardCardProps {
  app: string;
  board: { id: string; name: string };
  canDesign: boolean;
  contents: AppContents;
}

export function BoardCard({ app, board, canDesign, contents }: BoardCardProps) {
  const { t } = useTranslation("apps");
  // The designers want a larger screen.
  const isHandheld = useIsHandheld();
  const params = { app, board: board.id };
  const menu = [
    { key: "remove", label: t("board.remove"), danger: true, onClick: () => void contents.removeBoard(board) },
  ];
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <ChartColumn size={18} aria-hidden="true" />
        <Link to="/apps/$app/boards/$board" params={params} className={styles.cardName}>
          {board.name}
        </Link>
        {canDesign && <CardMenu name={board.name} items={menu} />}
      </div>
      {canDesign && !isHandheld && (
        <div className={styles.cardActions}>
          <LinkButton
            to="/apps/$app/boards/$board/design"
            params={params}
            size="small"
            icon={<PencilRuler size={14} />}
          >
            {t("board.design")}
          </LinkButton>
        </div>
      )}
    </li>
  );
}
