import { useState } from "react";
import type { AppForm } from "@/api/apps";
import type { Board } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { Tile } from "@/model/report";
import type { KindMemory } from "@/tiles/settings/kind_memory";
import { problemAt } from "@/tiles/settings/problem_at";
import type { ProblemsByTile } from "../edits/board_problems";
import type { BoardDoc } from "../edits/change";
import type { BoardEdits } from "../edits/edits";
import type { PhoneEdits } from "../edits/phone_edits";
import type { TabEdits } from "../edits/tab_edits";
import type { OnPhone } from "../view/phone";
import { BoardInspector } from "./BoardInspector";
import { PhoneRows } from "./PhoneRows";
import { TabRow } from "./TabRow";
import { TileInspector } from "./TileInspector";
import { TilesInspector } from "./TilesInspector";

export interface DesignerInspectorProps {
  board: Board;
  doc: BoardDoc;
  /** Of the app. */
  forms: readonly AppForm[];
  definitions: ReadonlyMap<string, FormDefinition>;
  problems: ProblemsByTile;
  /** Those that are selected. */
  chosen: readonly Tile[];
  edits: BoardEdits;
  tabs: TabEdits;
  /** Given where the phone's layout is edited. */
  onPhone: { list: readonly OnPhone[]; edits: PhoneEdits } | null;
}

/** The properties of what is selected: a tile, several, or the board. */
export function DesignerInspector(props: DesignerInspectorProps) {
  const { board, doc, forms, definitions, problems, chosen, edits, tabs, onPhone } = props;
  const [kinds] = useState(() => new Map<string, KindMemory>());
  const [tile] = chosen;
  if (!tile) {
    const own = problems.get("") ?? [];
    return <BoardInspector board={board} doc={doc} definitions={definitions} problems={own} edits={edits} />;
  }
  if (chosen.length > 1) return <TilesInspector board={doc.definition} tiles={chosen} edits={edits} tabs={tabs} />;
  const wrong = problems.get(tile.id) ?? [];
  const placed = onPhone?.list.find((one) => one.tile === tile);
  return (
    <TileInspector
      key={tile.id}
      tile={tile}
      filters={doc.definition.filters ?? []}
      forms={forms}
      definitions={definitions}
      problems={wrong}
      edits={edits}
      page={<TabRow board={doc.definition} tiles={chosen} problem={problemAt(wrong, "tab")} edits={tabs} />}
      kinds={kinds}
      phone={onPhone && placed && <PhoneRows placed={placed} edits={onPhone.edits} />}
    />
  );
}
