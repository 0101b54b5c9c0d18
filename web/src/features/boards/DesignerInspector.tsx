import { useState } from "react";
import type { AppForm } from "@/api/apps";
import type { Board } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { Tile } from "@/model/report";
import type { KindMemory } from "@/tiles/settings/kind_memory";
import { problemAt } from "@/tiles/settings/problem_at";
import { BoardInspector } from "./BoardInspector";
import type { ProblemsByTile } from "./board_problems";
import type { BoardDoc } from "./change";
import type { BoardEdits } from "./edits";
import { PhoneRows } from "./PhoneRows";
import type { OnPhone } from "./phone";
import type { PhoneEdits } from "./phone_edits";
import { TabRow } from "./TabRow";
import { TileInspector } from "./TileInspector";
import { TilesInspector } from "./TilesInspector";
import type { TabEdits } from "./tab_edits";

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
