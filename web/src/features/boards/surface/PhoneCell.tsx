import { Eye, EyeOff } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Condition } from "@/model/report";
import { chosenBy, isMore } from "@/ui/designer/selection";
import { IconButton } from "@/ui/IconButton";
import { ListGrip } from "@/ui/ListGrip";
import type { PhoneEdits } from "../edits/phone_edits";
import grid from "../view/boards.module.css";
import { type OnPhone, phoneGapAt } from "../view/phone";
import { DesignerTile } from "./DesignerTile";
import styles from "./designer.module.css";

export interface PhoneCellProps {
  placed: OnPhone;
  /** Place in the list, from 0. */
  at: number;
  count: number;
  filters: readonly Condition[];
  form: FormDefinition | undefined;
  problems: readonly Problem[];
  selection: readonly string[];
  edits: PhoneEdits;
  onSelect: (ids: readonly string[]) => void;
}

/** A tile of the phone's layout with its grip; a hidden one is a line that brings it back. */
export function PhoneCell(props: PhoneCellProps) {
  const { placed, at, count, selection, edits, onSelect, ...shown } = props;
  const { tile, height, isHidden } = placed;
  const { t } = useTranslation("boards");
  const title = tile.title || t("unnamed");
  const isSelected = selection.includes(tile.id);
  const choose = (more: boolean) => onSelect(chosenBy(selection, tile.id, more));
  const tools = (
    <>
      <IconButton
        label={isHidden ? t("device.show", { title }) : t("device.hide", { title })}
        icon={isHidden ? <Eye size={16} /> : <EyeOff size={16} />}
        onClick={() => edits.hide(tile.id, !isHidden)}
      />
      <ListGrip label={title} at={at} gapOf={phoneGapAt} onMove={(gap) => edits.move(tile.id, gap)} />
    </>
  );
  if (isHidden) {
    return (
      <li className={grid.cell} data-hidden>
        <div className={styles.hidden} data-selected={isSelected} onPointerDown={(event) => choose(isMore(event))}>
          <span className={styles.hiddenTitle}>{t("device.isHidden", { title })}</span>
          {tools}
        </div>
      </li>
    );
  }
  return (
    <li className={grid.cell} data-kind={tile.chart.kind} data-height={height ?? undefined}>
      <DesignerTile
        {...shown}
        tile={tile}
        label={t("device.at", { title: tile.title, at: at + 1, count })}
        tools={tools}
        isSelected={isSelected}
        onSelect={choose}
      />
    </li>
  );
}
