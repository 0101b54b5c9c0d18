import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Draft } from "@/api/drafts";
import { FormulaScope } from "@/fields/formula_input/FormulaScope";
import { newSamples, Samples } from "@/fields/formula_input/samples";
import { useTranslation } from "@/i18n/words";
import { applyForm } from "@/model/edit/form";
import type { StepName } from "@/model/edit/history";
import type { FormDefinition } from "@/model/form";
import { DesignerFrame } from "@/ui/designer/DesignerFrame";
import { DesignTabs } from "@/ui/designer/DesignTabs";
import { draftSource, heldOf } from "@/ui/designer/draft_source";
import { type Part, useAddressedParts } from "@/ui/designer/parts";
import { useDraftSession } from "@/ui/designer/use_draft_session";
import { RemoveDialog } from "./depends/RemoveDialog";
import { atItsRule, designProblems } from "./edits/design_problems";
import { draftStepsQuery } from "./edits/draft_steps";
import { DesigningContext } from "./edits/session";
import { showProperty } from "./edits/show";
import type { TriedStep } from "./edits/tried";
import { type Use, usesElsewhereQuery } from "./edits/uses";
import { FormMarks } from "./FormMarks";
import { FormName } from "./FormName";
import { FormOutline } from "./FormOutline";
import { useFormKeys } from "./form_keys";
import { Inspector } from "./inspector/Inspector";
import { PreviewDialog } from "./preview/PreviewDialog";
import { FieldPalette } from "./surface/FieldPalette";
import { Surface } from "./surface/Surface";
import { ChangeList } from "./versions/ChangeList";
import { PublishDialog } from "./versions/PublishDialog";
import { VersionsSheet } from "./versions/VersionsSheet";

const AccessDialog = lazy(() => import("./access/AccessDialog"));
const DependPanel = lazy(() => import("./depends/DependPanel"));

interface FormDesignerProps {
  app: string;
  draft: Draft<FormDefinition>;
}

const NONE: readonly string[] = [];
const NO_STEPS: readonly TriedStep[] = [];
const NO_USES: readonly Use[] = [];

type Shown = "step" | "role" | "preview" | "publish" | "versions" | null;

export function FormDesigner({ app, draft }: FormDesignerProps) {
  const { t } = useTranslation("forms");
  const session = useDraftSession(applyForm, draftSource("form", draft.form.id), heldOf(draft));
  const { store, problems } = session;
  const { history, undo, redo, select } = useStore(store);
  const [samples] = useState(newSamples);
  const [shown, setShown] = useState<Shown>(null);
  const [isDependOpen, setDependOpen] = useState(false);
  const [leaving, setLeaving] = useState<readonly string[]>(NONE);
  const form = draft.form.id;
  const { data: elsewhere = NO_USES } = useQuery(usesElsewhereQuery(app, form));
  const { data: steps = NO_STEPS } = useQuery(draftStepsQuery(form));
  // As of the state they were found in: fields are not to be drawn again with every key.
  const placed = useMemo(() => {
    const { doc } = store.getState().history;
    return problems.map((problem) => atItsRule(doc, problem));
  }, [store, problems]);
  const designing = useMemo(
    () => ({ store, app, form, problems: placed, elsewhere, steps, askRemoval: setLeaving }),
    [store, app, form, placed, elsewhere, steps],
  );
  useFormKeys(designing);

  const words = (step: { name: StepName } | undefined): string | null =>
    step ? String(t(`step.${step.name.key}` as never, step.name.params as never)) : null;
  const show = (target: string, property?: string) => {
    select(target ? [target] : []);
    showProperty(target, property);
  };
  const { fields } = history.doc;
  const parts = useMemo(
    () => fields.map(({ id, label }): Part => ({ target: id, kind: "field", title: label || id })),
    [fields],
  );
  useAddressedParts(parts, (target) => {
    if (target === "access/roles") setShown("role");
    else if (fields.some(({ id }) => id === target)) show(target);
  });
  const close = () => setShown(null);
  return (
    <DesigningContext value={designing}>
      <FormulaScope value={history.doc}>
        <Samples value={samples}>
          <DesignerFrame
            title={<FormName form={draft.form} />}
            back={{ to: "/apps/$app/forms/$form", params: { app, form } }}
            undoName={words(history.past.at(-1))}
            redoName={words(history.future[0])}
            onUndo={undo}
            onRedo={redo}
            onPreview={() => setShown("preview")}
            onPublish={() => setShown("publish")}
            marks={
              <>
                <DesignTabs head={draft.form} part="form" draft={history.doc} live={draft.live} />
                <FormMarks
                  isDependOpen={isDependOpen}
                  onDepend={() => setDependOpen(!isDependOpen)}
                  onAccess={() => setShown("step")}
                  onVersions={() => setShown("versions")}
                />
              </>
            }
            session={session}
            difference={(before, after) => <ChangeList before={before} after={after} same={t("change.nothing")} />}
            tour="form"
            palette={<FieldPalette />}
            outline={<FormOutline />}
            surface={<Surface />}
            below={
              isDependOpen && (
                <Suspense>
                  <DependPanel onClose={() => setDependOpen(false)} />
                </Suspense>
              )
            }
            inspector={<Inspector />}
            problems={designProblems(history.doc, problems, t)}
            onProblem={({ target, property }) => show(target, property)}
          />
          <Suspense>
            {(shown === "step" || shown === "role") && <AccessDialog first={shown} onClose={close} />}
          </Suspense>
          {shown === "preview" && <PreviewDialog name={draft.form.name} definition={history.doc} onClose={close} />}
          {shown === "publish" && <PublishDialog draft={draft} session={session} onClose={close} />}
          {leaving.length > 0 && <RemoveDialog fields={leaving} onClose={() => setLeaving(NONE)} />}
          <VersionsSheet form={draft.form} isOpen={shown === "versions"} onClose={close} />
        </Samples>
      </FormulaScope>
    </DesigningContext>
  );
}
