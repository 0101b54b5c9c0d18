import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { systemQuery } from "@/api/system";
import { usePower } from "@/ui/powers";

/** What an administrator must not overlook, above every page; it goes away by itself when it is mended. */
export function SystemBanner() {
  const { t } = useTranslation("admin");
  const isAdministrator = usePower("administer");
  const { data: system } = useQuery({ ...systemQuery, enabled: isAdministrator });
  const [worst] = system?.warnings ?? [];
  if (!worst) return null;
  return (
    <Alert
      banner
      type="warning"
      title={t(`system.warning.${worst}.title`)}
      action={
        <Link to="/admin/$section" params={{ section: "system" }}>
          {t("system.look")}
        </Link>
      }
    />
  );
}
