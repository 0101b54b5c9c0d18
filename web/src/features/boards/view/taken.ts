// A board's tiles with everything that is read to take them away; of what could not be had, the reason is kept.

import type { QueryClient } from "@tanstack/react-query";
import { type AppSummary, formIn } from "@/api/apps";
import { type Board, type TileData, tileQuery } from "@/api/boards";
import { definitionQuery } from "@/api/drafts";
import type { FormDefinition } from "@/model/form";
import type { Tile } from "@/model/report";
import { type Asked, askedOf, type BoardSearch, lookAt } from "./board_look";

export interface Taken {
  tile: Tile;
  asked: Asked;
  form: FormDefinition | undefined;
  data: TileData;
}

/** `refused`: these orders are not for this person to take away; else what the server answered. */
export type Missing = { tile: Tile; why: "refused" } | { tile: Tile; why: "failed"; problem: unknown };

export const isTaken = (one: Taken | Missing): one is Taken => "data" in one;
export const isMissing = (one: Taken | Missing): one is Missing => !isTaken(one);

/** Orders themselves leave the house as data only with whoever may export them. */
export const mayTake = ({ chart }: Tile, apps: readonly AppSummary[] | undefined): boolean =>
  chart.kind !== "table" || Boolean(formIn(apps, chart.form)?.actions.includes("export"));

/** Its figures as they are now, under the look of whoever takes it. */
export async function takeTile(
  client: QueryClient,
  board: Board,
  search: BoardSearch,
  tile: Tile,
): Promise<Taken | Missing> {
  const asked = askedOf(tile.chart, board.definition.filters ?? [], lookAt(tile, search));
  try {
    const [data, form] = await Promise.all([
      client.fetchQuery(tileQuery(asked.chart, asked.filters)),
      client.ensureQueryData(definitionQuery("form", tile.chart.form)),
    ]);
    return { tile, asked, data, form: form.definition };
  } catch (problem) {
    return { tile, why: "failed", problem };
  }
}
