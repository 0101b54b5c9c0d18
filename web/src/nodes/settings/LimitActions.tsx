import { Button, Dropdown, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { LimitAction } from "@/model/flow";
import { IconButton } from "@/ui/IconButton";
import { ChannelSelect } from "./ChannelSelect";
import styles from "./settings.module.css";

const FRESH: readonly LimitAction[] = [{ kind: "remind" }, { kind: "tell_manager", level: 1 }];
const LEVELS = [1, 2, 3, 4, 5];

interface LimitActionsProps {
  id: string;
  actions: readonly LimitAction[];
  onChange: (actions: LimitAction[]) => void;
}

/** Done once each when the limit is reached. */
export function LimitActions({ id, actions, onChange }: LimitActionsProps) {
  const { t } = useTranslation("node");
  const replace = (at: number, next: LimitAction) => onChange(actions.map((old, i) => (i === at ? next : old)));
  const add = (kind: string) => {
    const fresh = FRESH.find((action) => action.kind === kind);
    if (fresh) onChange([...actions, fresh]);
  };
  return (
    <div className={styles.list}>
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: actions have no identity but their place
        <div key={at} className={styles.box}>
          <div className={styles.boxHead}>
            <span>{t(`limit.action.${action.kind}`)}</span>
            <IconButton
              label={t("removeNamed", { name: t(`limit.action.${action.kind}`) })}
              icon={<X size={14} />}
              onClick={() => onChange(actions.filter((_, i) => i !== at))}
            />
          </div>
          {action.kind === "tell_manager" && (
            <Select
              aria-label={t("limit.level")}
              value={action.level}
              onChange={(level) => replace(at, { ...action, level })}
              options={LEVELS.map((level) => ({ value: level, label: t("limit.managerLevel", { level }) }))}
            />
          )}
          <ChannelSelect channel={action.channel} onChange={(channel) => replace(at, { ...action, channel })} />
        </div>
      ))}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: FRESH.map(({ kind }) => ({ key: kind, label: t(`limit.action.${kind}`) })),
          onClick: ({ key }) => add(key),
        }}
      >
        <Button id={id} aria-label={t("limit.addAction")} size="small" type="dashed" icon={<Plus size={14} />}>
          {t("limit.addAction")}
        </Button>
      </Dropdown>
    </div>
  );
}
