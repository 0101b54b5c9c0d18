import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useMemo, useState } from "react";
import { TriedBy } from "@/fields/sheet/scene";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { DeviceFrame } from "@/ui/device_frame";
import { draftStepsQuery } from "../edits/draft_steps";
import { useDesigning } from "../edits/session";
import { stepTried, type Tried } from "../edits/tried";
import styles from "../forms.module.css";
import { PreviewBar } from "./PreviewBar";
import { PreviewSheet } from "./PreviewSheet";

interface PreviewDialogProps {
  /** Of the form. */
  name: string;
  definition: FormDefinition;
  onClose: () => void;
}

/** The form as somebody will meet it, with its rules at work; nothing typed here is kept. */
export function PreviewDialog({ name, definition, onClose }: PreviewDialogProps) {
  const { t } = useTranslation("forms");
  const { form } = useDesigning();
  const { data: steps = [] } = useQuery(draftStepsQuery(form));
  const [tried, setTried] = useState<Tried>({ device: "desktop", person: null, step: null });
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const frame = useMemo(() => ({ isPhone: tried.device === "phone", root }), [tried.device, root]);
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      width={1120}
      centered
      title={
        <div className={styles.previewHead}>
          {t("preview.title")}
          <PreviewBar tried={tried} steps={steps} onChange={setTried} />
        </div>
      }
    >
      <div className={styles.stage}>
        <div ref={setRoot} className={styles.device} data-device={tried.device}>
          <DeviceFrame value={frame}>
            <TriedBy value={tried.person}>
              {/* Another person begins with defaults of their own. */}
              <PreviewSheet key={tried.person} name={name} definition={definition} step={stepTried(steps, tried)} />
            </TriedBy>
          </DeviceFrame>
        </div>
      </div>
    </Modal>
  );
}
