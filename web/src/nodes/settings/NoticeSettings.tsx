import { Button } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { NodeNotice } from "@/model/flow";
import { IconButton } from "@/ui/IconButton";
import { placeText } from "@/ui/problem_text";
import type { StepSettingsProps } from "../registry";
import { ChannelSelect } from "./ChannelSelect";
import { SourceList } from "./SourceList";
import styles from "./settings.module.css";

/** Who else is told when the step opens. */
export function NoticeSettings({ step, form, onChange, problems }: StepSettingsProps<"handle" | "approve">) {
  const { t } = useTranslation("node");
  const notices = step.notices ?? [];
  const problem = problems.find(({ place }) => place.startsWith("notices"));
  const set = (next: NodeNotice[]) => onChange({ ...step, notices: next });
  const replace = (at: number, next: NodeNotice) => set(notices.map((old, i) => (i === at ? next : old)));
  return (
    <div className={styles.list} data-property="notices">
      <p className={styles.note}>{problem ? placeText(problem) : t("notices.help")}</p>
      {notices.map((notice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notices have no identity but their place
        <div key={at} className={styles.box}>
          <div className={styles.boxHead}>
            <span>{t("notices.to")}</span>
            <IconButton
              label={t("removeNamed", { name: t("notices.to") })}
              icon={<X size={14} />}
              onClick={() => set(notices.filter((_, i) => i !== at))}
            />
          </div>
          <SourceList
            id={`notice.${at}`}
            form={form}
            sources={notice.recipients}
            onChange={(recipients) => replace(at, { ...notice, recipients })}
          />
          <ChannelSelect channel={notice.channel} onChange={(channel) => replace(at, { ...notice, channel })} />
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<Plus size={14} />}
        onClick={() => set([...notices, { recipients: [] }])}
      >
        {t("notices.add")}
      </Button>
    </div>
  );
}
