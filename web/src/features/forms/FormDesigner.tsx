import { useQuery } from "@tanstack/react-query";
import { History, TableProperties } from "lucide-react";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Draft } from "@/api/drafts";
import { FormulaScope } from "@/fields/formula_input/FormulaScope";
import { useTranslation } from "@/i18n/words";
import type { StepName } from "@/model/edit/history";
import type { FormDefinition } from "@/model/form";
import { DesignerFrame } from "@/ui/designer/DesignerFrame";
import { DesignTabs } from "@/ui/designer/DesignTabs";
import { type Part, useAddressedParts } from "@/ui/designer/parts";
import { useRecalled } from "@/ui/designer/recalled";
import { IconButton } from "@/ui/IconButton";
import { AccessDialog } from "./AccessDialog";
import { designProblems } from "./design_problems";
import { draftStepsQuery } from "./draft_steps";
import { FieldPalette } from "./FieldPalette";
import { FormName } from "./FormName";
import { FormOutline } from "./FormOutline";
import { useFormKeys } from "./form_keys";
import { Inspector } from "./Inspector";
import { PreviewDialog } from "./PreviewDialog";
import { PublishDialog } from "./PublishDialog";
import { RemoveDialog } from "./RemoveDialog";
import { Surface } from "./Surface";
import { openForm, useSaving } from "./saving";
import { createFormStore, DesigningContext } from "./session";
import { showProperty } from "./show";
import type { TriedStep } from "./tried";
import { type Use, usesElsewhereQuery } from "./uses";
import { VersionsSheet } from "./VersionsSheet";

interface FormDesignerProps {
  app: string;
  draft: Draft<FormDefinition>;
}

const NONE: readonly string[] = [];
const NO_STEPS: readonly TriedStep[] = [];
const NO_USES: readonly Use[] = [];

type Open = "access" | "preview" | "publish" | "versions" | null;

export function FormDesigner({ app, draft }: FormDesignerProps) {
  const { t } = useTranslation("forms");
  const { t: tVersions } = useTranslation("versions");
  const [opened] = useState(() => openForm(draft));
  const [store] = useState(() => createFormStore(opened));
  const { history, save, savedAt, undo, redo, select } = useStore(store);
  const saving = useSaving(store, draft, opened);
  const [open, setOpen] = useState<Open>(null);
  const [leaving, setLeaving] = useState<readonly string[]>(NONE);
  const { problems } = saving;
  const form = draft.form.id;
  const { data: elsewhere = NO_USES } = useQuery(usesElsewhereQuery(app, form));
  const { data: steps = NO_STEPS } = useQuery(draftStepsQuery(form));
  const designing = useMemo(
    () => ({ store, app, form, problems, elsewhere, askRemoval: setLeaving }),
    [store, app, form, problems, elsewhere],
  );
  const params = { app, form };
  useFormKeys(designing);
  useRecalled(opened.isRecalled);

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
  useAddressedParts(parts, (target) => fields.some(({ id }) => id === target) && show(target));
  const close = () => setOpen(null);
  return (
    <DesigningContext value={designing}>
      <FormulaScope value={history.doc}>
        <DesignerFrame
          title={<FormName form={draft.form} />}
          back={{ to: "/apps/$app/forms/$form", params }}
          save={save}
          savedAt={savedAt}
          undoName={words(history.past.at(-1))}
          redoName={words(history.future[0])}
          onUndo={undo}
          onRedo={redo}
          onPreview={() => setOpen("preview")}
          onPublish={() => setOpen("publish")}
          marks={
            <>
              <DesignTabs head={draft.form} part="form" />
              {steps.length > 0 && (
                <IconButton
                  label={t("access.title")}
                  icon={<TableProperties size={18} />}
                  onClick={() => setOpen("access")}
                />
              )}
              <IconButton label={tVersions("title")} icon={<History size={18} />} onClick={() => setOpen("versions")} />
            </>
          }
          conflict={saving.conflict}
          tour="form"
          palette={<FieldPalette />}
          outline={<FormOutline />}
          surface={<Surface />}
          inspector={<Inspector />}
          problems={designProblems(history.doc, problems, t)}
          onProblem={({ target, property }) => show(target, property)}
        />
        {open === "access" && <AccessDialog onClose={close} />}
        {open === "preview" && <PreviewDialog definition={history.doc} onClose={close} />}
        {open === "publish" && <PublishDialog draft={draft} saving={saving} onClose={close} />}
        {leaving.length > 0 && <RemoveDialog fields={leaving} onClose={() => setLeaving(NONE)} />}
        <VersionsSheet form={draft.form} isOpen={open === "versions"} onClose={close} />
      </FormulaScope>
    </DesigningContext>
  );
}
