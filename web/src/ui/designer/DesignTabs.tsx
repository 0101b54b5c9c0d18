import { Link } from "@tanstack/react-router";
import type { FormHead } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import { StateTag } from "../StateTag";
import styles from "./DesignTabs.module.css";

interface DesignTabsProps {
  head: FormHead;
  /** The one that is open. */
  part: "form" | "flow";
}

/** Between the form and its flow, and which version of the open one is live. */
export function DesignTabs({ head, part }: DesignTabsProps) {
  const { t } = useTranslation("designer");
  const params = { app: head.app, form: head.id };
  const version = part === "form" ? head.form_version : head.flow_version;
  const here = (tab: typeof part) => (tab === part ? { "aria-current": "page" as const } : {});
  return (
    <>
      <StateTag tone={version ? "success" : "neutral"}>
        {version ? t("version", { version }) : t("unpublished")}
      </StateTag>
      <nav className={styles.tabs} aria-label={t("tabs.label")}>
        <Link to="/apps/$app/forms/$form/design" params={params} className={styles.tab} {...here("form")}>
          {t("tabs.form")}
        </Link>
        <Link to="/apps/$app/forms/$form/flow" params={params} className={styles.tab} {...here("flow")}>
          {t("tabs.flow")}
        </Link>
      </nav>
    </>
  );
}
