import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { Person } from "@/ui/Person";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";

export function DirectoryPage() {
  const { t } = useTranslation("directory");
  const query = useQuery(directoryQuery);
  return (
    <Page header={<PageHeader title={t("title")} />}>
      <QueryView
        query={query}
        skeleton={<ListSkeleton />}
        isEmpty={({ users }) => users.length === 0}
        empty={<EmptyState art="people" title={t("empty")} text={t("emptyText")} />}
      >
        {({ users }) => (
          <ul>
            {users.map((user) => (
              <li key={user.id}>
                <Person id={user.id} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Page>
  );
}
