import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { Download, Ellipsis, Plus, SquarePen, Workflow } from "lucide-react";
import type { AppForm } from "@/api/apps";
import { exportAddress } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { useIsPhone } from "@/ui/viewport";

export interface FormActionsProps {
  app: string;
  form: AppForm;
  /** The saved view that is open: what is exported. */
  view: string | undefined;
}

/** What the viewer may do with the form as a whole: one button, the rest behind "more". */
export function FormActions({ app, form, view }: FormActionsProps) {
  const { t } = useTranslation("records");
  const { t: tCommon } = useTranslation();
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const may = new Set(form.actions);
  // What is not saved in a view is not part of the file.
  const exported = view ? "exportView" : "export";
  const params = { app, form: form.id };
  const download = may.has("export") && (
    <Button href={exportAddress(form.id, view)} download icon={<Download size={16} />}>
      {t(exported)}
    </Button>
  );
  const items = [
    ...(isPhone && may.has("export")
      ? [
          {
            key: "export",
            icon: <Download size={16} />,
            label: (
              <a href={exportAddress(form.id, view)} download>
                {t(exported)}
              </a>
            ),
          },
        ]
      : []),
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
      {!isPhone && download}
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
