// From a part of a tile to the orders it stands for.

import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { appsQuery } from "@/api/apps";
import { type Behind, behindTile } from "@/api/boards";
import type { OpenBehind } from "@/tiles/registry";
import { toast } from "@/ui/toast";
import { type Asked, conditionsOf } from "./board_look";

/** `board`: the app to open forms in that no app of the person's names. */
export function useOpenBehind(board: string): (asked: Asked) => OpenBehind {
  const navigate = useNavigate();
  const { data: apps } = useQuery(appsQuery);
  const appOf = (form: string): string => apps?.find(({ forms }) => forms.some(({ id }) => id === form))?.id ?? board;
  const openList = ({ form, filters }: Behind) =>
    void navigate({
      to: "/apps/$app/forms/$form",
      params: { app: appOf(form), form },
      search: { look: { filters } },
    });
  return (asked) => (key, part) => {
    const { chart, filters } = asked;
    const { form } = chart;
    if (key === undefined) openList({ form, filters: conditionsOf(asked) });
    else if (chart.kind === "table") {
      const params = { app: appOf(form), form, id: key };
      void navigate({
        to: "/apps/$app/forms/$form/records/$id",
        params,
        search: { look: { filters: conditionsOf(asked) } },
      });
    } else behindTile(chart, filters, key, part).then(openList, toast.problem);
  };
}
