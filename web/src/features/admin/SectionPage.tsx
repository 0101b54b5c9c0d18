import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import type { Section } from "./section_names";

interface SectionPageProps {
  section: Section;
  /** The one button of the page. */
  action?: ReactNode;
  /** Tabs or filters under the title. */
  below?: ReactNode;
  isNarrow?: boolean;
  children: ReactNode;
}

export function SectionPage({ section, action, below, isNarrow, children }: SectionPageProps) {
  const { t } = useTranslation("admin");
  const header = (
    <PageHeader
      title={t(`sections.${section}`)}
      subtitle={t(`subtitles.${section}`)}
      phoneBack={{ to: "/admin" }}
      actions={action}
    >
      {below}
    </PageHeader>
  );
  return (
    <Page width={isNarrow ? "narrow" : "normal"} header={header}>
      {children}
    </Page>
  );
}
