import { useNavigate } from "@tanstack/react-router";
import { lazy, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { AppForm } from "@/api/apps";
import type { Board } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import type { StepName } from "@/model/edit/history";
import type { Condition } from "@/model/report";
import { DesignerFrame } from "@/ui/designer/DesignerFrame";
import { focusProperty } from "@/ui/designer/focus_property";
import type { DesignProblem } from "@/ui/designer/ProblemsPanel";
import { designProblems, problemsOf } from "./edits/board_problems";
import { useBoardSession } from "./edits/board_session";
import { useDesignerTiles } from "./edits/designer_tiles";
import { stepName } from "./edits/edits";
import { useOpenTab } from "./edits/open_tab";
import { DesignerInspector } from "./inspector/DesignerInspector";
import { BoardOutline } from "./surface/BoardOutline";
import { DesignerPalette } from "./surface/DesignerPalette";
import { DesignerSurface } from "./surface/DesignerSurface";
import { DesignerTabs } from "./surface/DesignerTabs";
import { type Device, DevicePick } from "./surface/DevicePick";
import { PhoneBoard } from "./surface/PhoneBoard";
import { moveInOutline, outlinePages, useEdits } from "./surface/use_edits";
import { VersionsButton } from "./versions/VersionsButton";
import { useForms, useLostForms } from "./view/board_data";
import { formsOf } from "./view/board_look";
import { onPhone } from "./view/phone";
import { useBoardRefresh } from "./view/refresh";
import { onTab, tabsOf } from "./view/tabs";

const DifferenceList = lazy(() => import("./versions/DifferenceList"));

export interface BoardDesignerProps {
  board: Board;
  /** Published ones of the app, at least one. */
  forms: readonly AppForm[];
}

const NO_FILTERS: readonly Condition[] = [];

/** Palette, grid and properties of one board, over one history. */
export function BoardDesigner({ board, forms }: BoardDesignerProps) {
  const { t } = useTranslation("boards");
  const navigate = useNavigate();
  const session = useBoardSession(board);
  const { store } = session;
  const { history, undo, redo, select } = useStore(store);
  const [device, setDevice] = useState<Device>("desktop");
  const grid = useRef<HTMLDivElement>(null);
  const { doc, selection } = history;
  // A tile that was pasted may count a form of another app.
  const formIds = [...new Set([...forms.map(({ id }) => id), ...formsOf(doc)])];
  const definitions = useForms(formIds);
  const lost = useLostForms(formIds);
  useBoardRefresh(formIds);
  const { tiles: all, filters = NO_FILTERS } = doc.definition;
  const chosen = useMemo(() => all.filter(({ id }) => selection.includes(id)), [all, selection]);
  const [open, show] = useOpenTab(doc.definition, chosen);
  const openPage = (tab: string) => {
    select([]);
    show(tab);
  };
  const page = useMemo(() => onTab(doc.definition, open), [doc.definition, open]);
  const work = useEdits(store, open);
  const { edits, tabs, phone } = work;
  const problems = problemsOf(doc, definitions, session.problems, lost);
  const designer = useDesignerTiles({
    edits,
    select,
    tiles: page.tiles,
    chosen,
    forms,
    definitions,
    grid,
    isGrid: device === "desktop",
  });
  const pages = outlinePages(doc.definition, device);
  const named = (name: StepName | undefined) => (name ? stepName(t, name) : null);
  const params = { app: board.app, board: board.id };
  const lead = ({ target, property }: DesignProblem) => {
    select(target ? [target] : []);
    if (property) focusProperty(property);
  };
  const view = { to: "/apps/$app/boards/$board", params, search: open ? { page: open } : {} } as const;
  const shown = { definitions, problems, selection, onSelect: select };
  return (
    <DesignerFrame
      title={doc.name || t("unnamed")}
      back={view}
      undoName={named(history.past.at(-1)?.name)}
      redoName={named(history.future[0]?.name)}
      onUndo={undo}
      onRedo={redo}
      onPreview={() => void navigate(view)}
      marks={<VersionsButton board={board.id} store={store} edits={edits} onKeep={session.keep} />}
      problems={designProblems(doc, problems, { board: t("theBoard"), unnamed: t("unnamed") })}
      onProblem={lead}
      tour="board"
      palette={<DesignerPalette onAdd={designer.add} onDragStart={designer.drag} />}
      outline={
        <BoardOutline
          pages={pages}
          problems={problems}
          selection={selection}
          edits={edits}
          tabs={tabs}
          open={open}
          onOpen={openPage}
          onSelect={select}
          onMove={moveInOutline(work, pages, device)}
        />
      }
      session={session}
      difference={(before, after) => <DifferenceList before={before} after={after} />}
      tools={
        <>
          <DesignerTabs tabs={tabsOf(doc.definition)} open={open} edits={tabs} onOpen={openPage} store={store} />
          <DevicePick device={device} onChange={setDevice} />
        </>
      }
      surface={
        device === "phone" ? (
          <PhoneBoard {...shown} board={page} edits={phone} />
        ) : (
          <DesignerSurface
            {...shown}
            tiles={page.tiles}
            isTab={open !== null}
            filters={filters}
            gridRef={grid}
            ghost={designer.ghost}
            onBegin={designer.begin}
            onArrange={edits.arrange}
          />
        )
      }
      inspector={
        <DesignerInspector
          board={board}
          doc={doc}
          forms={forms}
          definitions={definitions}
          problems={problems}
          chosen={chosen}
          edits={edits}
          tabs={tabs}
          onPhone={device === "phone" ? { list: onPhone(page), edits: phone } : null}
        />
      }
    />
  );
}
