import { Skeleton } from "antd";
import { Suspense } from "react";
import { kindOf } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { change } from "../edits/act";
import { problemsOf } from "../edits/design_problems";
import { useDesigning } from "../edits/session";
import { useLockNote } from "../edits/use_aside";
import { FieldBasics } from "./FieldBasics";
import { FieldLayout } from "./FieldLayout";
import { FieldRules } from "./FieldRules";

export function FieldInspector({ field }: { field: Field }) {
  const { t } = useTranslation("forms");
  const { t: kinds } = useTranslation("field");
  const { store, problems } = useDesigning();
  const type = kindOf(field);
  const own = problemsOf(field.id, problems);
  const settings = (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 3 }} title={false} />}>
      <type.Settings
        control={field.control}
        problems={own}
        onChange={(control, group) => change(store, { ...field, control }, "settings", group)}
      />
    </Suspense>
  );
  return (
    <InspectorFrame
      hasSearch
      lock={useLockNote([field.id])}
      title={field.label || kinds(`${field.control.kind}.label`)}
      subtitle={kinds(`${field.control.kind}.label`)}
      icon={<type.icon size={18} />}
      groups={[
        { id: "form.basics", label: t("group.basics"), content: <FieldBasics field={field} problems={own} /> },
        { id: "form.settings", label: t("group.settings"), content: settings },
        { id: "form.rules", label: t("group.rules"), content: <FieldRules field={field} problems={own} /> },
        { id: "form.layout", label: t("group.layout"), content: <FieldLayout fields={[field]} /> },
      ]}
    />
  );
}
