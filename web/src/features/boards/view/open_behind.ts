// From a part of a tile to the orders it stands for.

import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { appsQuery } from "@/api/apps";
import { type Behind, type Board, behindTile } from "@/api/boards";
import type { OpenBehind } from "@/tiles/registry";
import { toast } from "@/ui/toast";
import { type Asked, type BoardSearch, conditionsOf } from "./board_look";

/** The list keeps the way back: this board as it is looked at, and the tile. */
export function useOpenBehind(board: Board, search: BoardSearch): (asked: Asked, tile: string) => OpenBehind {
  const navigate = useNavigate();
  const { data: apps } = useQuery(appsQuery);
  const appOf = (form: string): string =>
    apps?.find(({ forms }) => forms.some(({ id }) => id === form))?.id ?? board.app;
  const openList = ({ form, filters }: Behind, tile: string) =>
    void navigate({
      to: "/apps/$app/forms/$form",
      params: { app: appOf(form), form },
      search: { look: { filters }, trail: trailOf(tile) },
    });
  const trailOf = (tile: string) => ({
    app: board.app,
    board: board.id,
    name: board.name,
    search: { ...search },
    tile,
  });
  return (asked, tile) => (key, part) => {
    const { chart, filters } = asked;
    const { form } = chart;
    if (key === undefined) openList({ form, filters: conditionsOf(asked) }, tile);
    else if (chart.kind === "table") {
      const params = { app: appOf(form), form, id: key };
      void navigate({
        to: "/apps/$app/forms/$form/records/$id",
        params,
        search: { look: { filters: conditionsOf(asked) }, trail: trailOf(tile) },
      });
    } else behindTile(chart, filters, key, part).then((behind) => openList(behind, tile), toast.problem);
  };
}
