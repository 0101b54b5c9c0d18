// One open board. It is live as soon as it is saved, so the server takes only sound ones; what it refuses stays here, marked.

import { useState } from "react";
import { type Board, boardDraftQuery, saveBoard } from "@/api/boards";
import { queryClient } from "@/api/query_client";
import { i18n } from "@/i18n/i18n";
import { isFilled } from "@/model/column";
import type { BoardDefinition, Condition } from "@/model/report";
import type { Source } from "@/ui/designer/draft_session";
import type { Held } from "@/ui/designer/saving";
import { type OpenDraft, useDraftSession } from "@/ui/designer/use_draft_session";
import { applyBoard, type BoardChange, type BoardDoc } from "./change";

/** Conditions that were begun and not filled stay with their maker. */
export function sentOf({ tiles, filters = [], ...rest }: BoardDefinition): BoardDefinition {
  const filled = (all: readonly Condition[] = []) => all.filter(isFilled);
  return {
    ...rest,
    tiles: tiles.map((tile) => ({ ...tile, chart: { ...tile.chart, filters: filled(tile.chart.filters) } })),
    filters: filled(filters),
  };
}

const heldOf = ({ rev, name, definition }: Board): Held<BoardDoc> => ({
  rev,
  doc: { name, definition },
  problems: [],
});

interface BoardSource extends Source<BoardDoc> {
  /** The next save is kept as a version of its own, under this note. */
  note: (note: string) => void;
}

function boardSource(board: string): BoardSource {
  let asked = "";
  let told: number | undefined;
  return {
    name: `board.${board}`,
    place: `/boards/${board}`,
    note: (note) => {
      asked = note;
    },
    read: async () => heldOf(await queryClient.fetchQuery({ ...boardDraftQuery(board), staleTime: 0 })),
    write: async ({ name, definition, restored }, revision) => {
      // Taking a version again makes one: what the board was until now stays in the list.
      const isNews = restored !== undefined && restored !== told;
      const note = asked || (isNews ? i18n.t("versions.note", { ns: "boards", version: restored }) : "");
      const saved = await saveBoard(board, { name, definition: sentOf(definition), note }, revision);
      told = restored;
      if (asked === note) asked = "";
      void queryClient.invalidateQueries({ queryKey: ["boards", "one", board] });
      void queryClient.invalidateQueries({ queryKey: ["apps"] });
      return saved;
    },
  };
}

export interface BoardSession extends OpenDraft<BoardDoc, BoardChange> {
  /** The board as it is now stays a version of its own. */
  keep: (note: string) => void;
}

export function useBoardSession(board: Board): BoardSession {
  const [source] = useState(() => boardSource(board.id));
  const session = useDraftSession(applyBoard, source, heldOf(board));
  return {
    ...session,
    keep: (note) => {
      source.note(note);
      session.saveAgain();
    },
    takeTheirs: () => {
      source.note("");
      return session.takeTheirs();
    },
  };
}
