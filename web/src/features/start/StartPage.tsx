import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { FileText, Search, Workflow } from "lucide-react";
import { useState } from "react";
import { type AppSummary, appsQuery } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { AppTile } from "@/ui/AppTile";
import { useNamed } from "@/ui/by_name";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";
import styles from "./StartPage.module.css";

/** The forms a person may start an order with, by app, as far as they are named so. */
function startable(apps: readonly AppSummary[], isNamedSo: (name: string) => boolean = () => true): AppSummary[] {
  return apps
    .map((app) => ({
      ...app,
      forms: app.forms.filter(
        ({ name, form_version, actions }) =>
          form_version > 0 && actions.includes("create") && isNamedSo(`${app.name} ${name}`),
      ),
    }))
    .filter(({ forms }) => forms.length > 0);
}

export function StartPage() {
  const { t } = useTranslation("start");
  const { t: word } = useTranslation();
  const query = useQuery(appsQuery);
  const isNamed = useNamed();
  const [text, setText] = useState("");
  return (
    <Page header={<PageHeader title={t("title")} subtitle={t("lead")} />}>
      <QueryView
        query={query}
        skeleton={<CardsSkeleton />}
        isEmpty={(apps) => startable(apps).length === 0}
        empty={<EmptyState art="tiles" title={t("empty")} text={t("emptyText")} />}
      >
        {(apps) => {
          const shown = startable(apps, (name) => isNamed(name, text));
          const clear = <Button onClick={() => setText("")}>{word("clear")}</Button>;
          return (
            <>
              <Input
                className={styles.search}
                prefix={<Search size={16} />}
                placeholder={t("search")}
                aria-label={t("search")}
                allowClear
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              {shown.length === 0 && <EmptyState art="search" title={t("none", { text })} action={clear} />}
              {shown.map((app) => (
                <AppForms key={app.id} app={app} />
              ))}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

function AppForms({ app }: { app: AppSummary }) {
  return (
    <section className={styles.app}>
      <h2 className={styles.title}>
        <AppTile app={app} size={22} /> {app.name}
      </h2>
      <ul className={styles.forms}>
        {app.forms.map((form) => (
          <li key={form.id}>
            <Link to="/new/$form" params={{ form: form.id }} className={styles.form}>
              <span className={styles.icon}>
                {form.flow_version > 0 ? <Workflow size={20} /> : <FileText size={20} />}
              </span>
              {form.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
