import { useMemo } from "react";
import type { Draft } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { PageHeader } from "@/ui/PageHeader";
import { stillScene } from "./canvas/canvas_scene";
import { StillCanvas } from "./canvas/StillCanvas";
import styles from "./FlowDesigner.module.css";

/** A phone shows the drawing to read: pan, pinch, and where to change it. */
export default function PhoneDrawing({ draft, form }: { draft: Draft<FlowDefinition>; form: FormDefinition }) {
  const { t } = useTranslation("flows");
  const { app, id, name } = draft.form;
  const scene = useMemo(() => stillScene(draft.definition, form, draft.problems), [draft, form]);
  return (
    <div className={styles.phone}>
      <PageHeader
        title={name}
        subtitle={t("title")}
        back={{ to: "/apps/$app/forms/$form", params: { app, form: id } }}
      />
      <p className={styles.hint}>{t("phoneHint")}</p>
      <div>
        <StillCanvas scene={scene} />
      </div>
    </div>
  );
}
