import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { inboxQuery } from "@/api/inbox";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";

export function InboxPage() {
  const { t } = useTranslation("inbox");
  const query = useInfiniteQuery(inboxQuery("todo", ""));
  return (
    <Page header={<PageHeader title={t("title")} />}>
      <QueryView
        query={query}
        skeleton={<ListSkeleton />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<EmptyState art="done" title={t("empty")} text={t("emptyText")} />}
      >
        {({ pages }) => (
          <ul>
            {pages
              .flatMap(({ items }) => items)
              .map((task) => (
                <li key={task.task ?? task.order}>
                  <Link to="/orders/$id" params={{ id: task.order }}>
                    {task.title}
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </QueryView>
    </Page>
  );
}
