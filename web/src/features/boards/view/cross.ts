// A click on a part of a tile may narrow the other tiles of its form to that part, instead of opening the orders behind it.

import { useState } from "react";
import { behindTile } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import type { Chart, Tile } from "@/model/report";
import type { OpenBehind } from "@/tiles/registry";
import { readPreference, writePreference } from "@/ui/preference";
import { toast } from "@/ui/toast";
import type { BoardSearch } from "./board_look";

/** The part alone, without what else narrows its tile: the others have conditions of their own. */
function bare(chart: Chart): Chart {
  return chart.kind === "table" ? chart : { ...chart, filters: [], period: null };
}

const HABIT = "board.cross";

export interface Crossing {
  isOn: boolean;
  turn: (isOn: boolean) => void;
  /** In place of opening what is behind a part. */
  pick: (tile: Tile, open: OpenBehind) => OpenBehind;
}

/** Each person's habit on this device; what was picked stands in the address. */
export function useCrossing(search: BoardSearch, onSearch: (search: BoardSearch) => void): Crossing {
  const { t } = useTranslation("boards");
  const [isOn, setOn] = useState(() => readPreference(HABIT, false));
  const { cross, ...rest } = search;
  const turn = (next: boolean) => {
    setOn(next);
    writePreference(HABIT, next);
    if (!next && cross) onSearch(rest);
  };
  const pick: Crossing["pick"] = (tile, open) => (key, part) => {
    const { id, chart } = tile;
    if (!isOn || key === undefined || chart.kind === "table") return open(key, part);
    if (cross?.tile === id && cross.key === key && cross.part === part) return onSearch(rest);
    behindTile(bare(chart), [], key, part).then(({ form, filters }) => {
      if (filters.length === 0) toast.info(t("cross.none"));
      else onSearch({ ...rest, cross: { tile: id, key, ...(part !== undefined && { part }), form, filters } });
    }, toast.problem);
  };
  return { isOn, turn, pick };
}
