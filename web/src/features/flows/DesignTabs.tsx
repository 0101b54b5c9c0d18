import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FormHead } from "@/api/drafts";
import { StateTag } from "@/ui/StateTag";
import styles from "./FlowDesigner.module.css";

/** Between the form and its flow, and which version is live. */
export function DesignTabs({ head }: { head: FormHead }) {
  const { t } = useTranslation("flows");
  const params = { app: head.app, form: head.id };
  return (
    <>
      <StateTag tone={head.flow_version ? "success" : "neutral"}>
        {head.flow_version ? t("about.version", { version: head.flow_version }) : t("about.none")}
      </StateTag>
      <nav className={styles.tabs} aria-label={t("tabs.label")}>
        <Link to="/apps/$app/forms/$form/design" params={params} className={styles.tab}>
          {t("tabs.form")}
        </Link>
        <Link to="/apps/$app/forms/$form/flow" params={params} className={styles.tab} aria-current="page">
          {t("tabs.flow")}
        </Link>
      </nav>
    </>
  );
}
