import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { type FormHead, flowVersionsQuery } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import { hasSameContent } from "@/model/content";
import { StateTag } from "../StateTag";
import styles from "./DesignTabs.module.css";

interface DesignTabsProps {
  head: FormHead;
  /** The one that is open. */
  part: "form" | "flow";
  draft: unknown;
  /** What is published now. */
  live: unknown;
}

/** Between the form and its flow, and which version of the open one is live, by which orders go while the draft differs. */
export function DesignTabs({ head, part, draft, live }: DesignTabsProps) {
  const { t } = useTranslation("designer");
  const params = { app: head.app, form: head.id };
  const version = part === "form" ? head.form_version : head.flow_version;
  const isChanged = useMemo(() => live !== null && !hasSameContent(draft, live), [draft, live]);
  const { data } = useQuery({ ...flowVersionsQuery(head.id), enabled: part === "flow" && version > 0 });
  const count = data?.find((one) => one.version === version)?.under_way ?? 0;
  const differs = t(count ? "differsUnderWay" : "differs", { version, count });
  const here = (tab: typeof part) => (tab === part ? { "aria-current": "page" as const } : {});
  return (
    <>
      <StateTag tone={isChanged ? "warning" : version ? "success" : "neutral"}>
        {isChanged ? differs : version ? t("version", { version }) : t("unpublished")}
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
