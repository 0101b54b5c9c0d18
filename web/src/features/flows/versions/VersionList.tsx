import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { type FormHead, flowVersionsQuery, versionQuery } from "@/api/drafts";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { useFormat } from "@/ui/format";
import { Person } from "@/ui/Person";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import styles from "./versions.module.css";

const VersionView = lazy(() => import("./VersionView"));
const MigrateDialog = lazy(() => import("./MigrateDialog"));

interface VersionListProps {
  head: FormHead;
  draft: FlowDefinition;
  form: FormDefinition;
  onRestore: (definition: FlowDefinition, version: number) => void;
}

/** Everything that was published, newest first; any of it can be looked at, and become the draft again. */
export function VersionList({ head, draft, form, onRestore }: VersionListProps) {
  const { t } = useTranslation("flows");
  const format = useFormat();
  const query = useQuery({ ...flowVersionsQuery(head.id), enabled: head.flow_version > 0 });
  const [shown, setShown] = useState<{ version: number; definition: FlowDefinition } | null>(null);
  const [isMoving, setMoving] = useState(false);
  const load = async (version: number, use: (definition: FlowDefinition) => void) => {
    try {
      use((await queryClient.fetchQuery(versionQuery("flow", head.id, version))).definition);
    } catch (error) {
      toast.problem(error);
    }
  };
  if (head.flow_version === 0) return <p className={styles.none}>{t("versions.none")}</p>;
  return (
    <>
      <QueryView query={query} skeleton={<ListSkeleton count={2} />}>
        {(all) => (
          <ol className={styles.list}>
            {all.map(({ version, at, by, note, under_way }) => (
              <li key={version} className={styles.version}>
                <strong>{t("about.version", { version })}</strong>
                <span className={styles.at}>{format.dateTime(at)}</span>
                <Person id={by} size={18} />
                <span>
                  <Button
                    size="small"
                    type="text"
                    onClick={() => void load(version, (definition) => setShown({ version, definition }))}
                  >
                    {t("versions.show")}
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    onClick={() => void load(version, (definition) => onRestore(definition, version))}
                  >
                    {t("versions.restore")}
                  </Button>
                </span>
                {note && <p className={styles.note}>{note}</p>}
                {under_way > 0 && (
                  <p className={styles.underWay}>
                    {t("migration.underWay", { count: under_way })}
                    {version !== head.flow_version && (
                      <Button size="small" type="link" onClick={() => setMoving(true)}>
                        {t("migration.toLive", { version: head.flow_version })}
                      </Button>
                    )}
                  </p>
                )}
              </li>
            ))}
          </ol>
        )}
      </QueryView>
      {isMoving && (
        <Suspense>
          <MigrateDialog head={head} onClose={() => setMoving(false)} />
        </Suspense>
      )}
      {shown && (
        <Suspense>
          <VersionView {...shown} draft={draft} form={form} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </>
  );
}
