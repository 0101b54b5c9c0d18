import { useTranslation } from "@/i18n/words";
import type { Tile } from "@/model/report";
import { type ChangeRow, ChangeRows } from "@/ui/designer/ChangeRows";
import type { BoardDoc } from "../edits/change";
import { boardDifference } from "./difference";

type Named = Pick<BoardDoc, "name" | "definition">;

/** Chart by chart what became of a board. */
export default function DifferenceList({ before, after }: { before: Named; after: Named }) {
  const { t } = useTranslation("boards");
  const { added, removed, changed, name, isLayoutNew, isPhoneNew, areTabsNew, areFiltersNew, areViewerFiltersNew } =
    boardDifference(before, after);
  const tiles = (list: readonly Tile[], what: "added" | "removed" | "changed", tone: ChangeRow["tone"]): ChangeRow[] =>
    list.map(({ id, title }) => ({
      id: `tiles.${id}`,
      tone,
      text: t(`difference.${what}`, { title: title || t("unnamed") }),
    }));
  const whole = (what: "layout" | "phone" | "tabs" | "filters" | "viewerFilters", is: boolean): ChangeRow[] =>
    is ? [{ id: what, tone: "info", text: t(`difference.${what}`) }] : [];
  const rows: ChangeRow[] = [
    ...tiles(added, "added", "success"),
    ...tiles(removed, "removed", "danger"),
    ...tiles(changed, "changed", "info"),
    ...(name === null ? [] : [{ id: "name", tone: "info" as const, text: t("difference.name", { name }) }]),
    ...whole("tabs", areTabsNew),
    ...whole("layout", isLayoutNew),
    ...whole("phone", isPhoneNew),
    ...whole("filters", areFiltersNew),
    ...whole("viewerFilters", areViewerFiltersNew),
  ];
  return rows.length === 0 ? <p>{t("difference.none")}</p> : <ChangeRows rows={rows} />;
}
