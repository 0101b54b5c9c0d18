import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { type Board, boardQuery } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import { cx } from "@/ui/cx";
import { useFormat } from "@/ui/format";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";
import { useIsPhone } from "@/ui/viewport";
import { BoardTakeAway } from "./take_away/BoardTakeAway";
import { usePrinting } from "./take_away/printing";
import { useAim } from "./view/aimed";
import { BoardActions } from "./view/BoardActions";
import { BoardFilters } from "./view/BoardFilters";
import { BoardGrid } from "./view/BoardGrid";
import { BoardTabs } from "./view/BoardTabs";
import { useFreshness } from "./view/board_data";
import { askedOf, type BoardSearch, formsOf, lookAt, offeredSearch } from "./view/board_look";
import styles from "./view/boards.module.css";
import { useCrossing } from "./view/cross";
import { EmptyBoard } from "./view/EmptyBoard";
import { useFullScreen } from "./view/full_screen";
import { shownOnPhone } from "./view/phone";
import { useBoardRefresh } from "./view/refresh";
import { onTab, openTab, tabsOf } from "./view/tabs";

const FROM = "/shell/apps/$app/boards/$board" as const;

export function BoardPage() {
  const { t } = useTranslation("boards");
  const params = useParams({ from: FROM });
  const address = useSearch({ from: FROM });
  const navigate = useNavigate();
  const full = useFullScreen();
  const aim = useAim();
  const [zoom, setZoom] = useState<string | null>(null);
  const query = useQuery(boardQuery(params.board));
  const board = query.data;
  const search = useMemo(() => offeredSearch(address, board), [address, board]);
  const open = board ? openTab(board.definition, search.page) : null;
  // What is narrowed and which tab is open are two things: to clear one leaves the other.
  const look = ({ page: _, ...next }: BoardSearch, page = search.page) =>
    void navigate({ to: ".", search: { ...(page && { page }), ...next }, replace: true });
  const tabs = board ? tabsOf(board.definition) : [];
  const crossing = useCrossing(search, look);
  useBoardRefresh(board ? formsOf(board) : []);
  const printing = usePrinting(board, search, open);
  const hasTiles = (board?.definition.tiles.length ?? 0) > 0;
  return (
    <div className={cx(styles.page, full.isFull && styles.full)}>
      <Page
        width="wide"
        paper="wide"
        header={
          <PageHeader
            title={board?.name ?? t("title")}
            subtitle={board && hasTiles && <AsOf board={board} search={search} open={open} />}
            phoneBack={{ to: "/apps/$app", params }}
            actions={
              <BoardActions
                params={params}
                full={full}
                canDesign={board?.can_design ?? false}
                takeAway={
                  board &&
                  hasTiles && <BoardTakeAway board={board} search={search} open={open} onPrint={printing.print} />
                }
                onView={() => (aim.aimed() ? setZoom(aim.aimed()) : full.toggle())}
              />
            }
          >
            {board && hasTiles && <BoardFilters board={board} search={search} onSearch={look} crossing={crossing} />}
            {hasTiles && tabs.length > 1 && <BoardTabs tabs={tabs} open={open} onOpen={(tab) => look(search, tab)} />}
          </PageHeader>
        }
      >
        <QueryView
          query={query}
          skeleton={<CardsSkeleton />}
          isEmpty={({ definition }) => definition.tiles.length === 0}
          empty={<EmptyBoard params={params} canDesign={board?.can_design ?? false} />}
        >
          {(there) => (
            <BoardGrid
              board={there}
              search={search}
              open={open}
              isWhole={printing.isWhole}
              crossing={crossing}
              onClear={() => look({})}
              aim={aim}
              zoom={zoom}
              onZoom={setZoom}
            />
          )}
        </QueryView>
      </Page>
    </div>
  );
}

/** "As of 12:30:05", of the oldest tile on the open tab. */
function AsOf({ board, search, open }: { board: Board; search: BoardSearch; open: string | null }) {
  const { t } = useTranslation("boards");
  const format = useFormat();
  const isPhone = useIsPhone();
  const { tiles: all, filters = [], phone = null } = onTab(board.definition, open);
  const tiles = isPhone ? shownOnPhone({ tiles: all, phone }).map(({ tile }) => tile) : all;
  const { asOf, isRenewing } = useFreshness(tiles.map((tile) => askedOf(tile.chart, filters, lookAt(tile, search))));
  if (asOf === null) return t("loading");
  return (
    <span className={styles.asOf} data-renewing={isRenewing}>
      {t("asOf", { at: format.time(asOf) })}
    </span>
  );
}
