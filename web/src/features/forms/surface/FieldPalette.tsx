import type { PointerEvent } from "react";
import { FIELD_GROUPS } from "@/fields/registry";
import { TYPES } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import type { Place } from "@/model/edit/form_plan";
import type { FieldKind } from "@/model/form";
import { PaletteFrame, type PaletteItem } from "@/ui/designer/PaletteFrame";
import { noteAdded } from "@/ui/designer/recent";
import { startDrag } from "@/ui/drag";
import { add } from "../edits/act";
import { unlockedOver } from "../edits/locks";
import { useDesigning } from "../edits/session";
import { overSheet } from "./over_sheet";

/** Eighteen kinds to drag, press or find. */
export function FieldPalette() {
  const { t } = useTranslation("field");
  const { store } = useDesigning();
  const groups = FIELD_GROUPS.map((group) => ({
    id: group,
    label: t(`group.${group}`),
    items: Object.values(TYPES)
      .filter((type) => type.group === group)
      .map(({ kind, icon: Icon }) => ({
        id: kind,
        label: t(`${kind}.label`),
        icon: <Icon size={16} />,
        purpose: t(`${kind}.purpose`),
        said: t(`${kind}.said`),
      })),
  }));
  const put = (kind: string, place?: Place) => {
    noteAdded("form", kind);
    add(store, kind as FieldKind, place);
  };
  const drag = (event: PointerEvent, item: PaletteItem) =>
    startDrag<Place>(event.nativeEvent, {
      label: item.label,
      sources: [event.currentTarget],
      over: (x, y) => unlockedOver(store, [], overSheet(store.getState().history.doc, x, y)),
      drop: (place) => put(item.id, place),
    });
  return <PaletteFrame name="form" groups={groups} onAdd={put} onDragStart={drag} />;
}
