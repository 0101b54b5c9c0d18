import { Button, Input, Segmented } from "antd";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { ConditionInput } from "@/fields/condition/ConditionInput";
import { useTranslation } from "@/i18n/words";
import { moveSection, sectionKey } from "@/model/edit/form_plan";
import type { Section } from "@/model/form";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { changeSection, remove, resize } from "../edits/act";
import { problemsOf } from "../edits/design_problems";
import { useDefinition, useDesigning } from "../edits/session";
import { useLockNote } from "../edits/use_aside";
import styles from "../forms.module.css";
import { RuleRow } from "./RuleRow";

const SHEET = 12;
const COLUMNS = [1, 2, 3, 4];

/** 0 where fields differ. */
function columnsOf({ items }: Section): number {
  const span = items[0]?.span ?? 0;
  return items.every((item) => item.span === span) ? SHEET / span : 0;
}

export function SectionInspector({ section }: { section: Section }) {
  const { t } = useTranslation("forms");
  const designing = useDesigning();
  const { store, problems } = designing;
  const form = useDefinition();
  const at = form.sections.findIndex(({ id }) => id === section.id);
  const title = section.title || t("section.untitled");
  const put = (next: Section, group: string) =>
    changeSection(store, { kind: "put_section", section: next, at }, title, `${group}.${section.id}`);
  const move = (to: number) => {
    const [change] = moveSection(form, section.id, to);
    if (change) changeSection(store, change, title);
  };
  const withRule = (rule: string | null): Section => {
    const { visible_if: _old, ...rest } = section;
    return rule === null ? rest : { ...rest, visible_if: rule };
  };
  const fields = section.items.map(({ field }) => field);
  const content = (
    <>
      <PropertyRow name="title" label={t("section.title")} help={t("section.titleHelp")}>
        {(id) => (
          <Input
            id={id}
            value={section.title}
            maxLength={100}
            onChange={(event) => put({ ...section, title: event.target.value }, "title")}
          />
        )}
      </PropertyRow>
      {section.items.length > 0 && (
        <PropertyRow label={t("section.columns")} help={t("section.columnsHelp")}>
          {(id) => (
            <Segmented
              id={id}
              block
              value={columnsOf(section)}
              options={COLUMNS.map((count) => ({ value: count, label: count }))}
              onChange={(count) => resize(store, fields, SHEET / count)}
            />
          )}
        </PropertyRow>
      )}
      <RuleRow
        name="visible_if"
        value={section.visible_if}
        problems={problemsOf(sectionKey(section.id), problems)}
        onChange={(rule) => put(withRule(rule), "rule")}
      >
        {(input) => <ConditionInput {...input} />}
      </RuleRow>
      <div className={styles.buttons}>
        <Button icon={<ArrowUp size={14} />} disabled={at === 0} onClick={() => move(at - 1)}>
          {t("tool.up")}
        </Button>
        <Button icon={<ArrowDown size={14} />} disabled={at === form.sections.length - 1} onClick={() => move(at + 2)}>
          {t("tool.down")}
        </Button>
        <Button danger icon={<Trash2 size={14} />} onClick={() => remove(designing, [sectionKey(section.id)])}>
          {t("tool.remove")}
        </Button>
      </div>
    </>
  );
  return (
    <InspectorFrame
      lock={useLockNote([sectionKey(section.id)])}
      title={title}
      subtitle={t("section.subtitle", { count: section.items.length })}
      groups={[{ id: "form.section", label: t("group.basics"), content }]}
    />
  );
}
