import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import type { Team } from "@/model/party";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { usePower } from "@/ui/powers";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";
import { DirectoryTabs } from "./DirectoryTabs";
import styles from "./directory.module.css";
import { GroupCard } from "./GroupCard";
import { TeamSheet } from "./TeamSheet";

/** People who share work across departments. */
export function TeamsPage() {
  const { t } = useTranslation("directory");
  const query = useQuery(directoryQuery);
  const canEdit = usePower("administer");
  const [edited, setEdited] = useState<Team | "new" | null>(null);
  const add = canEdit && (
    <Button type="primary" icon={<Plus size={16} />} onClick={() => setEdited("new")}>
      {t("team.add")}
    </Button>
  );
  return (
    <Page
      header={
        <PageHeader title={t("title")} actions={add}>
          <DirectoryTabs />
        </PageHeader>
      }
    >
      <QueryView
        query={query}
        skeleton={<CardsSkeleton />}
        isEmpty={({ teams }) => teams.length === 0}
        empty={<EmptyState art="people" title={t("team.empty")} text={t("team.emptyText")} action={add} />}
      >
        {({ teams }) => (
          <ul className={styles.groups}>
            {[...teams]
              .sort((one, other) => one.name.localeCompare(other.name))
              .map((team) => (
                <li key={team.id}>
                  <GroupCard
                    name={team.name}
                    members={team.members}
                    onOpen={canEdit ? () => setEdited(team) : undefined}
                  />
                </li>
              ))}
          </ul>
        )}
      </QueryView>
      {edited && <TeamSheet team={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
