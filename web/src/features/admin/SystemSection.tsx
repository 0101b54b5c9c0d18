import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { systemQuery } from "@/api/system";
import { useTranslation } from "@/i18n/words";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import styles from "./admin.module.css";
import { SectionPage } from "./SectionPage";
import { SystemFacts } from "./SystemFacts";
import { toneOf } from "./system_words";

/** Whether the machine is well: what wants a hand first, then what was found. */
export function SystemSection() {
  const { t } = useTranslation("admin");
  const query = useQuery(systemQuery);
  return (
    <SectionPage section="system" isNarrow>
      <QueryView query={query} skeleton={<ListSkeleton count={5} />}>
        {(system) => (
          <>
            {system.warnings.length === 0 && (
              <Alert className={styles.note} type="success" showIcon title={t("system.well")} />
            )}
            {system.warnings.map((warning) => (
              <Alert
                key={warning}
                className={styles.note}
                type={toneOf(warning)}
                showIcon
                title={t(`system.warning.${warning}.title`)}
                description={t(`system.warning.${warning}.cure`)}
              />
            ))}
            <SystemFacts system={system} />
          </>
        )}
      </QueryView>
    </SectionPage>
  );
}
