import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FormHead, versionQuery, versionsQuery } from "@/api/drafts";
import { queryClient } from "@/api/query_client";
import type { FormDefinition } from "@/model/form";
import { BottomSheet } from "@/ui/BottomSheet";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { Person } from "@/ui/Person";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import { ChangeList } from "./ChangeList";
import styles from "./forms.module.css";
import { PreviewDialog } from "./PreviewDialog";
import { restoreChanges } from "./restore";
import { useDefinition, useDesigning } from "./session";

interface VersionsSheetProps {
  form: FormHead;
  isOpen: boolean;
  onClose: () => void;
}

/** What was published, by whom and why; each can be looked at, and taken as the new draft. */
export function VersionsSheet({ form, isOpen, onClose }: VersionsSheetProps) {
  const { t } = useTranslation("forms");
  const format = useFormat();
  const { store } = useDesigning();
  const query = useQuery({ ...versionsQuery("form", form.id), enabled: isOpen });
  const draft = useDefinition();
  const [shown, setShown] = useState<FormDefinition | null>(null);
  const [compared, setCompared] = useState<{ version: number; definition: FormDefinition } | null>(null);
  const load = (version: number) => queryClient.fetchQuery(versionQuery("form", form.id, version));
  const show = (version: number) => load(version).then(({ definition }) => setShown(definition), toast.problem);
  const compare = (version: number) =>
    load(version).then(({ definition }) => setCompared({ version, definition }), toast.problem);
  const restore = async (version: number) => {
    try {
      const { definition } = await load(version);
      const changes = restoreChanges(store.getState().history.doc, definition);
      store.getState().dispatch({ changes, name: { key: "restore", params: { version } }, selection: [] });
      toast.undo(t("versions.restored", { version }), () => store.getState().undo());
      onClose();
    } catch (error) {
      toast.problem(error);
    }
  };
  return (
    <>
      <BottomSheet open={isOpen} onClose={onClose} title={t("versions.title")}>
        <QueryView
          query={query}
          skeleton={<ListSkeleton />}
          isEmpty={(versions) => versions.length === 0}
          empty={<EmptyState art="tiles" title={t("versions.none")} text={t("versions.noneText")} />}
        >
          {(versions) => (
            <ol className={styles.versions}>
              {versions.map(({ version, at, by, note }) => (
                <li key={version} className={styles.version}>
                  <strong>{t("versions.version", { version })}</strong>
                  <span className={styles.help}>{format.dateTime(at)}</span>
                  <Person id={by} />
                  {note && <p>{note}</p>}
                  <div className={styles.buttons}>
                    <Button size="small" onClick={() => void show(version)}>
                      {t("versions.show")}
                    </Button>
                    <Button
                      size="small"
                      aria-expanded={compared?.version === version}
                      onClick={() => void (compared?.version === version ? setCompared(null) : compare(version))}
                    >
                      {t("versions.compare")}
                    </Button>
                    <Button size="small" onClick={() => void restore(version)}>
                      {t("versions.restore")}
                    </Button>
                  </div>
                  {compared?.version === version && <ChangeList before={compared.definition} after={draft} />}
                </li>
              ))}
            </ol>
          )}
        </QueryView>
      </BottomSheet>
      {shown && <PreviewDialog definition={shown} onClose={() => setShown(null)} />}
    </>
  );
}
