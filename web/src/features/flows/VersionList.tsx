import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { versionQuery, versionsQuery } from "@/api/drafts";
import { queryClient } from "@/api/query_client";
import type { FlowDefinition } from "@/model/flow";
import { useFormat } from "@/ui/format";
import { Person } from "@/ui/Person";
import { toast } from "@/ui/toast";
import styles from "./versions.module.css";

interface VersionListProps {
  form: string;
  /** The newest; a new one asks for the list again. */
  version: number;
  onRestore: (definition: FlowDefinition, version: number) => void;
}

/** Everything that was published, newest first; any of it can become the draft again. */
export function VersionList({ form, version, onRestore }: VersionListProps) {
  const { t } = useTranslation("flows");
  const format = useFormat();
  const { data } = useQuery({ ...versionsQuery("flow", form), enabled: version > 0 });
  const restore = async (number: number) => {
    try {
      const { definition } = await queryClient.fetchQuery(versionQuery("flow", form, number));
      onRestore(definition, number);
    } catch (error) {
      toast.problem(error);
    }
  };
  if (version === 0) return <p className={styles.none}>{t("versions.none")}</p>;
  return (
    <ol className={styles.list}>
      {data?.map((one) => (
        <li key={one.version} className={styles.version}>
          <strong>{t("about.version", { version: one.version })}</strong>
          <span className={styles.at}>{format.dateTime(one.at)}</span>
          <Person id={one.by} size={18} />
          <Button size="small" type="text" onClick={() => void restore(one.version)}>
            {t("versions.restore")}
          </Button>
          {one.note && <p className={styles.note}>{one.note}</p>}
        </li>
      ))}
    </ol>
  );
}
