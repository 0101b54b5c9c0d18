import { lazy, Suspense, useMemo, useRef } from "react";
import { useStore } from "zustand";
import type { Draft } from "@/api/drafts";
import { FormulaScope } from "@/fields/formula_input/FormulaScope";
import { useTranslation } from "@/i18n/words";
import { nodePlace } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { DesignerFrame } from "@/ui/designer/DesignerFrame";
import { DesignTabs } from "@/ui/designer/DesignTabs";
import { focusProperty } from "@/ui/designer/focus_property";
import type { DesignProblem } from "@/ui/designer/ProblemsPanel";
import { type Part, useAddressedParts } from "@/ui/designer/parts";
import type { CanvasControl } from "./canvas/canvas_control";
import { useCanvasScene } from "./canvas/canvas_scene";
import { FlowTools } from "./canvas/FlowTools";
import { useDeeds } from "./edits/designer_deeds";
import { useFlowSession } from "./edits/draft_session";
import { designProblems, formFirst } from "./edits/flow_problems";
import { FlowPalette } from "./FlowPalette";
import { FlowRight } from "./FlowRight";
import { FlowSurface } from "./FlowSurface";
import { useFlowKeys } from "./flow_keys";
import { usePicker } from "./picker/picker";
import { useTrial } from "./trial/trial";
import { usePublishing } from "./versions/publishing";

const DifferenceList = lazy(() => import("./versions/DifferenceList"));
const KindPicker = lazy(() => import("./picker/KindPicker"));
const FlowOutline = lazy(() => import("./outline/FlowOutline"));
const PublishDialog = lazy(() => import("./versions/PublishDialog"));

interface FlowDesignerProps {
  draft: Draft<FlowDefinition>;
  form: FormDefinition;
}

export function FlowDesigner({ draft, form }: FlowDesignerProps) {
  const { t } = useTranslation(["flows", "condition"]);
  const session = useFlowSession(draft);
  const { store, problems } = session;
  const { history, aside, undo, redo } = useStore(store);
  const { doc: flow, selection } = history;
  const deeds = useDeeds(store);
  const control = useRef<CanvasControl>(null);
  const finder = useRef<{ focus: () => void }>(null);
  const publishing = usePublishing(draft, session, (target) => show({ target }));
  const { head } = publishing;
  const trial = useTrial(head.id, store, form);
  const picker = usePicker(deeds, store);
  const { pick } = picker;
  useFlowKeys({
    store,
    deeds,
    control,
    pick: () => pick({ nothing: true }, { x: innerWidth / 2 - 130, y: innerHeight / 3 }),
    find: () => finder.current?.focus(),
  });

  const stepName = (step = history.past.at(-1)) =>
    step ? String(t(`step.${step.name.key}` as never, step.name.params as never)) : null;
  const show = ({ target, property }: Pick<DesignProblem, "target" | "property">) => {
    if (/^(nodes|edges|notes|phases)\./.test(target)) deeds.select([target]);
    control.current?.center(target);
    if (property) focusProperty(property);
  };
  const parts = useMemo(
    () => flow.nodes.map(({ id, name }): Part => ({ target: nodePlace(id), kind: "step", title: name || id })),
    [flow.nodes],
  );
  useAddressedParts(parts, (target) => show({ target }));
  const scene = useCanvasScene({ flow, form, problems, trial: trial.marks, pick, deeds, aside });
  const rows = useMemo(
    () => [
      ...(head.form_version === 0 ? [formFirst(t("whole"), t("formFirst"))] : []),
      ...designProblems(flow, problems, {
        whole: t("whole"),
        noCondition: t("condition:unset"),
        blankNote: t("note.blank"),
        blankPhase: t("phase.blank"),
      }),
    ],
    [head.form_version, flow, problems, t],
  );

  return (
    <FormulaScope value={form}>
      <DesignerFrame
        title={head.name}
        session={session}
        difference={(before, after) => <DifferenceList before={before} after={after} same={t("placesOnly")} />}
        back={{ to: "/apps/$app/forms/$form", params: { app: head.app, form: head.id } }}
        marks={<DesignTabs head={head} part="flow" draft={flow} live={publishing.live} />}
        undoName={stepName()}
        redoName={history.future[0] ? stepName(history.future[0]) : null}
        onUndo={undo}
        onRedo={redo}
        onPreview={trial.toggle}
        onPublish={publishing.ask}
        isPublishing={publishing.isBusy}
        problems={rows}
        refusals={publishing.refusals}
        onProblem={show}
        tools={
          <FlowTools
            flow={flow}
            form={form}
            name={head.name}
            control={control}
            finder={finder}
            isTidy={scene.isArranged}
            onTidy={deeds.tidy}
            onFound={deeds.selectNode}
          />
        }
        tour="flow"
        outline={
          <Suspense>
            <FlowOutline {...{ scene, store, deeds, selection }} onShow={(target) => show({ target })} />
          </Suspense>
        }
        palette={
          <FlowPalette
            control={control}
            onAdd={(kind) => deeds.addBesideSelection(kind, selection)}
            onDrop={deeds.add}
            onNote={deeds.notes.add}
          />
        }
        surface={<FlowSurface {...{ deeds, store, control, scene, selection }} />}
        inspector={
          <FlowRight
            head={head}
            flow={flow}
            form={form}
            selection={selection}
            locked={aside.locked}
            problems={problems}
            deeds={deeds}
            trial={trial}
            onStep={(node) => control.current?.center(nodePlace(node))}
          />
        }
      />
      {picker.shown && (
        <Suspense>
          <KindPicker {...picker.shown} />
        </Suspense>
      )}
      {publishing.isAsking && (
        <Suspense>
          <PublishDialog publishing={publishing} draft={flow} />
        </Suspense>
      )}
    </FormulaScope>
  );
}
