import { Button } from "antd";
import { Copy, Group, Trash2, Workflow } from "lucide-react";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { settingsOf } from "@/nodes/setting_table";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import type { LockNoteProps } from "@/ui/designer/LockNote";
import type { Deeds } from "../edits/deeds";
import type { Chosen } from "../edits/selection";
import styles from "./inspector.module.css";
import { byPeople, isShared, type PeopleStep, type SharedGroup, sharedGroups, withSettings } from "./shared_settings";
import { TopRows } from "./TopRows";

interface SeveralInspectorProps {
  flow: FlowDefinition;
  form: FormDefinition;
  chosen: Chosen;
  /** Of everything that is selected. */
  count: number;
  deeds: Deeds;
  /** Given while it is locked. */
  lock: LockNoteProps | undefined;
}

/** Several things are selected: what their steps have in common, and what is done with all of them. */
export default function SeveralInspector({ flow, form, chosen, count, deeds, lock }: SeveralInspectorProps) {
  const { t } = useTranslation(["flows", "node", "common"]);
  const nodes = byPeople(flow.nodes.filter(({ id }) => chosen.nodes.includes(id)));
  const [first] = nodes;
  const names = nodes.map(({ name, step }) => name || t(`node:kind.${step.kind}.label`));

  const contentOf = (group: SharedGroup) => {
    const part = first && settingsOf(first.step.kind).find((one) => one.group === group);
    if (!part) return null;
    const set = (step: PeopleStep, undoGroup?: string) => deeds.setNodes(withSettings(nodes, group, step), undoGroup);
    if (!isShared(nodes, group)) {
      return (
        <>
          <p className={styles.note}>{t("several.differs")}</p>
          <Button size="small" onClick={() => set(first.step)}>
            {t("several.unify", { name: names[0] })}
          </Button>
        </>
      );
    }
    return (
      <part.Content
        key={chosen.nodes.join()}
        step={first.step}
        form={form}
        flow={flow}
        problems={[]}
        onChange={(step, undoGroup) => set(step as PeopleStep, undoGroup)}
      />
    );
  };

  const groups = sharedGroups(nodes);
  return (
    <InspectorFrame
      lock={lock}
      hasSearch
      title={t("selected", { count })}
      subtitle={groups.length ? t("several.of", { names: listed(names) }) : t("selectedHelp")}
      icon={<Workflow size={18} />}
      groups={groups.map((group) => ({
        id: `flow.${group}`,
        label: t(`node:setting.${group}`),
        content: contentOf(group),
      }))}
    >
      <TopRows isLocked={lock !== undefined}>
        <Button icon={<Copy size={15} />} onClick={() => deeds.duplicate(chosen)}>
          {t("duplicate")}
        </Button>
        {chosen.nodes.length > 0 && (
          <Button
            icon={<Group size={15} />}
            onClick={() => deeds.phases.group(chosen.nodes, (number) => t("phase.fresh", { number }))}
          >
            {t("phase.group")}
          </Button>
        )}
        <Button danger icon={<Trash2 size={15} />} onClick={() => deeds.remove(chosen)}>
          {t("remove")}
        </Button>
      </TopRows>
    </InspectorFrame>
  );
}
