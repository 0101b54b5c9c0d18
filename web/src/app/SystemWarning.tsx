import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import type { System } from "@/api/system";
import { useTranslation } from "@/i18n/words";

export function SystemWarning({ warning }: { warning: System["warnings"][number] }) {
  const { t } = useTranslation("admin");
  return (
    <Alert
      banner
      type="warning"
      title={t(`system.warning.${warning}.title`)}
      action={
        <Link to="/admin/$section" params={{ section: "system" }}>
          {t("system.look")}
        </Link>
      }
    />
  );
}
