import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import type { BoardDefinition, Tile } from "@/model/report";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { TabEdits } from "../edits/tab_edits";
import { tabOf, tabsOf } from "../view/tabs";

export interface TabRowProps {
  board: BoardDefinition;
  tiles: readonly Tile[];
  problem?: string | undefined;
  edits: TabEdits;
}

/** On which tab tiles stand; another one takes them over. Nothing on a board of one page. */
export function TabRow({ board, tiles, problem, edits }: TabRowProps) {
  const { t } = useTranslation("boards");
  const tabs = tabsOf(board);
  const stand = new Set(tiles.map((tile) => tabOf(board, tile)));
  const [shared] = stand;
  if (tabs.length === 0 && !problem) return null;
  return (
    <PropertyRow label={t("tabs.which")} name="tab" problem={problem}>
      {(id) => (
        <Select
          id={id}
          placeholder={t("differs")}
          value={stand.size === 1 && tabs.some((tab) => tab.id === shared) ? (shared ?? null) : null}
          options={tabs.map((tab) => ({ value: tab.id, label: tab.name }))}
          onChange={(tab) => {
            if (tab)
              edits.bring(
                tiles.map((tile) => tile.id),
                tab,
              );
          }}
        />
      )}
    </PropertyRow>
  );
}
