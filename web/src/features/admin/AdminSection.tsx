import { notFound, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { isSection } from "./sections";

export function AdminSection() {
  const { t } = useTranslation("admin");
  const { section } = useParams({ from: "/shell/admin/$section" });
  if (!isSection(section)) throw notFound();
  return (
    <Page header={<PageHeader title={t(`sections.${section}`)} phoneBack={{ to: "/admin" }} />}>
      <p />
    </Page>
  );
}
