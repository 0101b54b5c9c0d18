// A board saves itself and is live at once, so the server takes only sound ones; what it refuses stays here, marked.

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { type Board, boardDraftQuery, saveBoard } from "@/api/boards";
import { ApiProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/words";
import { isFilled } from "@/model/column";
import type { Problem } from "@/model/problem";
import type { BoardDefinition, Condition } from "@/model/report";
import { type Conflict, type Rival, rivalOf } from "@/ui/designer/conflict";
import { type SaveOutcome, useAutosave } from "@/ui/designer/session";
import { toast } from "@/ui/toast";
import type { BoardDoc } from "./change";
import type { BoardStore } from "./edits";

/** Conditions that were begun and not filled stay with their maker. */
export function sentOf({ tiles, filters = [], ...rest }: BoardDefinition): BoardDefinition {
  const filled = (all: readonly Condition[] = []) => all.filter(isFilled);
  return {
    ...rest,
    tiles: tiles.map((tile) => ({ ...tile, chart: { ...tile.chart, filters: filled(tile.chart.filters) } })),
    filters: filled(filters),
  };
}

export interface BoardSave {
  /** What the server refused of the last try. */
  problems: readonly Problem[];
  conflict: Conflict;
  /** The board as it is now stays a version of its own. */
  keep: (note: string) => void;
}

export function useBoardSave(board: Board, store: BoardStore): BoardSave {
  const client = useQueryClient();
  const { t } = useTranslation("boards");
  const asked = useRef("");
  const told = useRef<number | undefined>(undefined);
  const revision = useRef(board.rev);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [rival, setRival] = useState<Rival | null>(null);
  const write = useCallback(
    async ({ name, definition, restored }: BoardDoc): Promise<SaveOutcome> => {
      // Taking a version again makes one: what the board was until now stays in the list.
      const isNews = restored !== undefined && restored !== told.current;
      const note = asked.current || (isNews ? t("versions.note", { version: restored }) : "");
      try {
        const { rev } = await saveBoard(board.id, { name, definition: sentOf(definition), note }, revision.current);
        revision.current = rev;
        told.current = restored;
        if (asked.current === note) asked.current = "";
        setProblems([]);
        void client.invalidateQueries({ queryKey: ["boards", "one", board.id] });
        void client.invalidateQueries({ queryKey: ["apps"] });
        return "saved";
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        setRival(rivalOf(error));
        if (error.isConflict) return "conflict";
        if (error.isPassing) return "offline";
        setProblems(error.problems);
        if (error.problems.length === 0) toast.problem(error);
        return "refused";
      }
    },
    [board.id, client, t],
  );
  useAutosave(store, write);
  const fetchNow = () => client.fetchQuery({ ...boardDraftQuery(board.id), staleTime: 0 });
  return {
    problems,
    keep: (note) => {
      asked.current = note;
      store.getState().setSave("dirty");
    },
    conflict: {
      rival,
      takeTheirs: async () => {
        const { rev, name, definition } = await fetchNow();
        revision.current = rev;
        asked.current = "";
        store.getState().replace({ name, definition });
      },
      keepMine: async () => {
        revision.current = (await fetchNow()).rev;
        store.getState().setSave("dirty");
      },
    },
  };
}
