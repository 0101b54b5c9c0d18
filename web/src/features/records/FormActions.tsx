import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Dropdown, type MenuProps } from "antd";
import { Download, Ellipsis, Plus, SquarePen, Workflow } from "lucide-react";
import type { AppForm } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { useIsPhone } from "@/ui/viewport";
import type { RecordsSearch } from "./look/look";
import { useExportItems } from "./use_export_items";

export interface FormActionsProps {
  app: string;
  form: AppForm;
  /** How the records are looked at: what is exported. */
  search: RecordsSearch;
}

/** What the viewer may do with the form as a whole: one button, the rest behind "more". */
export function FormActions({ app, form, search }: FormActionsProps) {
  const { t } = useTranslation("records");
  const { t: tCommon } = useTranslation();
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const exports = useExportItems(form, search) ?? [];
  const may = new Set(form.actions);
  const params = { app, form: form.id };
  const items: MenuProps["items"] = [
    ...(isPhone && may.has("export") ? exports : []),
    ...(may.has("design")
      ? [
          {
            key: "form",
            icon: <SquarePen size={16} />,
            label: t("design"),
            onClick: () => void navigate({ to: "/apps/$app/forms/$form/design", params }),
          },
          {
            key: "flow",
            icon: <Workflow size={16} />,
            label: t("flow"),
            onClick: () => void navigate({ to: "/apps/$app/forms/$form/flow", params }),
          },
        ]
      : []),
  ];
  return (
    <>
      {items.length > 0 && (
        <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
          <Button icon={<Ellipsis size={18} />} aria-label={tCommon("more")} />
        </Dropdown>
      )}
      {!isPhone && may.has("export") && (
        <Dropdown menu={{ items: exports }} trigger={["click"]} placement="bottomRight">
          <Button icon={<Download size={16} />}>{t("export")}</Button>
        </Dropdown>
      )}
      {may.has("create") && (
        <Link to="/new/$form" params={{ form: form.id }}>
          <Button type="primary" icon={<Plus size={16} />}>
            {t("add")}
          </Button>
        </Link>
      )}
    </>
  );
}
