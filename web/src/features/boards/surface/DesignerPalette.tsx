import type { PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import type { TileKind } from "@/model/report";
import { TILE_KINDS, tileType } from "@/tiles/table";
import { PaletteFrame, type PaletteItem } from "@/ui/designer/PaletteFrame";

const GROUPS = [
  { id: "numbers", kinds: ["number", "number_change"] },
  { id: "charts", kinds: ["bar", "stacked_bar", "line", "ring"] },
  { id: "lists", kinds: ["ranking", "table"] },
] as const satisfies readonly { id: string; kinds: readonly TileKind[] }[];

export interface DesignerPaletteProps {
  onAdd: (kind: TileKind) => void;
  onDragStart: (event: PointerEvent, kind: TileKind, label: string) => void;
}

export function DesignerPalette({ onAdd, onDragStart }: DesignerPaletteProps) {
  const { t } = useTranslation("boards");
  const { t: tTiles } = useTranslation("tiles");
  const item = (kind: TileKind): PaletteItem => {
    const Icon = tileType(kind).icon;
    return {
      id: kind,
      label: tTiles(`kind.${kind}.label`),
      purpose: tTiles(`kind.${kind}.purpose`),
      icon: <Icon size={16} />,
      said: tTiles(`kind.${kind}.said`),
    };
  };
  const kindOf = (id: string): TileKind => TILE_KINDS.find((kind) => kind === id) ?? "number";
  return (
    <PaletteFrame
      name="board"
      groups={GROUPS.map(({ id, kinds }) => ({ id, label: t(`group.${id}`), items: kinds.map(item) }))}
      onAdd={(id) => onAdd(kindOf(id))}
      onDragStart={(event, { id, label }) => onDragStart(event, kindOf(id), label)}
    />
  );
}
