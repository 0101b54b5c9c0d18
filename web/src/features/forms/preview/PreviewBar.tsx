import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { Monitor, Smartphone } from "lucide-react";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { useByName } from "@/ui/by_name";
import { namedOptions } from "@/ui/people";
import { stepTried, type Tried, type TriedStep } from "../edits/tried";
import styles from "../forms.module.css";

interface PreviewBarProps {
  tried: Tried;
  steps: readonly TriedStep[];
  onChange: (tried: Tried) => void;
}

/** Above the preview: the device, the person, the step. */
export function PreviewBar({ tried, steps, onChange }: PreviewBarProps) {
  const { t } = useTranslation("forms");
  const byName = useByName();
  const { data: directory } = useQuery(directoryQuery);
  const people = directory?.users.filter(({ is_active }) => is_active);
  return (
    <div className={styles.previewBar}>
      <Segmented<Tried["device"]>
        value={tried.device}
        onChange={(device) => onChange({ ...tried, device })}
        options={[
          { value: "desktop", label: t("preview.desktop"), icon: <Monitor size={14} /> },
          { value: "phone", label: t("preview.phone"), icon: <Smartphone size={14} /> },
        ]}
      />
      <Select
        aria-label={t("preview.person")}
        placeholder={t("preview.person")}
        showSearch={byName}
        allowClear
        value={tried.person}
        options={namedOptions(people, directory)}
        onChange={(person: string | null | undefined) => onChange({ ...tried, person: person ?? null })}
      />
      {steps.length > 0 && (
        <Select
          aria-label={t("preview.step")}
          value={stepTried(steps, tried).id}
          options={steps.map(({ id, name }) => ({ value: id, label: t("preview.at", { name: name || id }) }))}
          onChange={(step) => onChange({ ...tried, step })}
        />
      )}
    </div>
  );
}
