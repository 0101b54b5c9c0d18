import { Modal } from "antd";
import { useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { stillScene } from "../canvas/canvas_scene";
import DifferenceList from "./DifferenceList";
import { StillView } from "./StillView";
import styles from "./versions.module.css";

interface VersionViewProps {
  version: number;
  definition: FlowDefinition;
  draft: FlowDefinition;
  form: FormDefinition;
  onClose: () => void;
}

/** A published drawing to look at, and what the draft has made of it. */
export default function VersionView({ version, definition, draft, form, onClose }: VersionViewProps) {
  const { t } = useTranslation("flows");
  const scene = useMemo(() => stillScene(definition, form, []), [definition, form]);
  return (
    <Modal open title={t("about.version", { version })} footer={null} width={980} centered onCancel={onClose}>
      <div className={styles.view}>
        <StillView scene={scene} />
        <section aria-label={t("versions.since")} className={styles.since}>
          <h3>{t("versions.since")}</h3>
          <DifferenceList before={definition} after={draft} same={t("versions.same")} />
        </section>
      </div>
    </Modal>
  );
}
