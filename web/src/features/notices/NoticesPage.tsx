import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { NoticeList } from "./NoticeList";
import styles from "./notices.module.css";

/** Everything the person was told. */
export function NoticesPage() {
  const { t } = useTranslation("notice");
  const [isFresh, setFresh] = useState(false);
  const which = (
    <Segmented
      options={[
        { value: "all", label: t("all") },
        { value: "fresh", label: t("fresh") },
      ]}
      value={isFresh ? "fresh" : "all"}
      onChange={(value) => setFresh(value === "fresh")}
    />
  );
  return (
    <Page
      width="narrow"
      header={<PageHeader title={t("title")} phoneBack={{ to: "/inbox", search: {} }} actions={which} />}
    >
      <div className={styles.card}>
        <NoticeList isFresh={isFresh} />
      </div>
    </Page>
  );
}
