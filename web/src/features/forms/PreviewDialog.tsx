import { Modal, Segmented } from "antd";
import { Monitor, Smartphone } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormSheet, type SheetHandle } from "@/fields/sheet/FormSheet";
import { useScene } from "@/fields/sheet/scene";
import { compileForm } from "@/model/fill/compile";
import { opened } from "@/model/fill/settle";
import type { FormDefinition } from "@/model/form";
import type { Values } from "@/model/value";
import { ActionBar } from "@/ui/ActionBar";
import { toast } from "@/ui/toast";
import styles from "./forms.module.css";

type Device = "desktop" | "phone";

interface PreviewDialogProps {
  definition: FormDefinition;
  onClose: () => void;
}

/** The form as it will be filled, with its rules at work; nothing typed here is kept. */
export function PreviewDialog({ definition, onClose }: PreviewDialogProps) {
  const { t } = useTranslation("forms");
  const { t: fill } = useTranslation("fill");
  const scene = useScene();
  const start = useMemo(() => opened(compileForm(definition), scene), [definition, scene]);
  const [typed, setTyped] = useState<Values>({});
  const [device, setDevice] = useState<Device>("desktop");
  const sheet = useRef<SheetHandle>(null);
  const values = { ...start, ...typed };
  const send = () => {
    if (sheet.current?.check().length === 0) toast.success(t("preview.wouldSend"));
  };
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
          <Segmented<Device>
            value={device}
            onChange={setDevice}
            options={[
              { value: "desktop", label: t("preview.desktop"), icon: <Monitor size={14} /> },
              { value: "phone", label: t("preview.phone"), icon: <Smartphone size={14} /> },
            ]}
          />
        </div>
      }
    >
      <div className={styles.stage}>
        <div className={styles.device} data-device={device}>
          <div className={styles.screen}>
            <FormSheet
              ref={sheet}
              definition={definition}
              values={values}
              matrix={{}}
              unnamed="edit"
              onChange={(field, value) => setTyped((old) => ({ ...old, [field]: value }))}
            />
          </div>
          <ActionBar
            note={t("preview.note")}
            actions={[{ id: "send", label: fill("send"), kind: "primary", run: send }]}
          />
        </div>
      </div>
    </Modal>
  );
}
