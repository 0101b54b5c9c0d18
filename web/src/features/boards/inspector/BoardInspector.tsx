import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { LayoutDashboard, Trash2 } from "lucide-react";
import { type Board, deleteBoard } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { problemAt } from "@/tiles/settings/problem_at";
import { useAsk } from "@/ui/ask";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { FilterEditor } from "@/ui/filters/FilterEditor";
import { toast } from "@/ui/toast";
import type { BoardDoc } from "../edits/change";
import type { BoardEdits } from "../edits/edits";
import styles from "../surface/designer.module.css";
import { formsOf } from "../view/board_look";
import { commonForm } from "../view/common_form";
import { ViewerFilterPick } from "./ViewerFilterPick";

export interface BoardInspectorProps {
  board: Board;
  doc: BoardDoc;
  /** Of the forms it may count. */
  definitions: ReadonlyMap<string, FormDefinition>;
  problems: readonly Problem[];
  edits: BoardEdits;
}

/** Nothing is selected: the board itself. */
export function BoardInspector({ board, doc, definitions, problems, edits }: BoardInspectorProps) {
  const { t } = useTranslation("boards");
  const remove = useRemoval(board, doc);
  const { tiles, filters = [] } = doc.definition;
  const forms = formsOf(doc);
  const basics = (
    <PropertyRow label={t("name")} name="name" problem={problemAt(problems, "name")}>
      {(id) => <Input id={id} value={doc.name} maxLength={60} onChange={({ target }) => edits.rename(target.value)} />}
    </PropertyRow>
  );
  const conditions = (
    <>
      <p className={styles.note}>{forms.length > 1 ? t("filtersOfSeveral") : t("filtersHelp")}</p>
      <div data-property="filters">
        <FilterEditor form={commonForm(forms, definitions)} value={filters} onChange={edits.filters} />
      </div>
    </>
  );
  const viewers = (
    <ViewerFilterPick
      board={doc.definition}
      definitions={definitions}
      problem={problemAt(problems, "viewer_filters")}
      onChange={edits.viewerFilters}
    />
  );
  const holds = (group: string) => (property: string) => property.startsWith(group);
  return (
    <InspectorFrame
      title={doc.name || t("unnamed")}
      subtitle={t("tileCount", { count: tiles.length })}
      icon={<LayoutDashboard size={18} />}
      groups={[
        { id: "board.basics", label: t("basics"), content: basics, holds: holds("name") },
        { id: "board.filters", label: t("boardFilters"), content: conditions, holds: holds("filters") },
        { id: "board.viewers", label: t("viewer.label"), content: viewers, holds: holds("viewer_filters") },
      ]}
    >
      <div className={styles.actions}>
        <Button size="small" danger icon={<Trash2 size={14} />} onClick={() => void remove()}>
          {t("removeBoard")}
        </Button>
      </div>
    </InspectorFrame>
  );
}

/** Asks first: a board that is gone cannot be taken back. */
function useRemoval(board: Board, doc: BoardDoc): () => Promise<void> {
  const { t } = useTranslation("boards");
  const ask = useAsk();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    const words = { title: t("removeTitle", { name: doc.name }), ok: t("removeBoard"), isDanger: true };
    if (!(await ask({ ...words, text: t("removeText", { count: doc.definition.tiles.length }) }))) return;
    try {
      await deleteBoard(board.id);
      await client.invalidateQueries({ queryKey: ["apps"] });
      void navigate({ to: "/apps/$app", params: { app: board.app } });
    } catch (error) {
      toast.problem(error);
    }
  };
}
