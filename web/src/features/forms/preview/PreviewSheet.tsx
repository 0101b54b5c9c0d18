import { useEffect, useMemo, useRef, useState } from "react";
import { forgetKept } from "@/api/files";
import { StaysHere } from "@/fields/attachment/stays_here";
import { FormSheet, type SheetHandle } from "@/fields/sheet/FormSheet";
import { useScene } from "@/fields/sheet/scene";
import { useTranslation } from "@/i18n/words";
import { compileForm } from "@/model/fill/compile";
import { opened } from "@/model/fill/settle";
import type { FormDefinition } from "@/model/form";
import type { Values } from "@/model/value";
import { ActionBar } from "@/ui/ActionBar";
import { toast } from "@/ui/toast";
import { UploadGoal } from "@/ui/uploads/goal";
import type { TriedStep } from "../edits/tried";
import styles from "../forms.module.css";

interface PreviewSheetProps {
  /** Of the form. */
  name: string;
  definition: FormDefinition;
  step: TriedStep;
}

/** The same runtime that people fill; sending only says that it could be sent. */
export function PreviewSheet({ name, definition, step }: PreviewSheetProps) {
  const { t } = useTranslation("forms");
  const { t: fill } = useTranslation("fill");
  const scene = useScene();
  const start = useMemo(() => opened(compileForm(definition), scene), [definition, scene]);
  const [typed, setTyped] = useState<Values>({});
  const sheet = useRef<SheetHandle>(null);
  const values = { ...start, ...typed };
  useEffect(() => forgetKept, []);
  const send = () => {
    if (sheet.current?.check().length === 0) toast.success(t("preview.wouldSend"));
  };
  return (
    <>
      <div className={styles.screen}>
        <StaysHere value={true}>
          <UploadGoal value={{ key: "", title: name, href: "" }}>
            <FormSheet
              ref={sheet}
              definition={definition}
              values={values}
              matrix={step.matrix}
              unnamed={step.unnamed}
              onChange={(field, value) => setTyped((old) => ({ ...old, [field]: value }))}
            />
          </UploadGoal>
        </StaysHere>
      </div>
      <ActionBar note={t("preview.note")} actions={[{ id: "send", label: fill("send"), kind: "primary", run: send }]} />
    </>
  );
}
