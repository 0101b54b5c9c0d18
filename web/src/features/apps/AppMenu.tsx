import { ChartColumn, FileText, House, KeyRound, Workflow } from "lucide-react";
import type { AppSummary } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { AppTile } from "@/ui/AppTile";
import { MenuLink, MenuTitle } from "@/ui/MenuLink";
import { usePower } from "@/ui/powers";
import { useIsPhone } from "@/ui/viewport";
import styles from "./AppMenu.module.css";
import { NewBoard } from "./NewBoard";

export function AppMenu({ app }: { app: AppSummary }) {
  const { t } = useTranslation("apps");
  const isPhone = useIsPhone();
  const mayDesign = app.actions.includes("design") && !isPhone;
  const canGrant = usePower("administer");
  const params = { app: app.id };
  return (
    <>
      <div className={styles.head}>
        <AppTile app={app} size={36} />
        <strong>{app.name}</strong>
      </div>
      <MenuLink link={{ to: "/apps/$app", params, activeOptions: { exact: true } }} icon={<House size={16} />}>
        {t("home")}
      </MenuLink>
      {canGrant && (
        <MenuLink link={{ to: "/apps/$app/access", params }} icon={<KeyRound size={16} />}>
          {t("access.title")}
        </MenuLink>
      )}
      {app.forms.length > 0 && <MenuTitle>{t("forms")}</MenuTitle>}
      {app.forms.map((form) => (
        <MenuLink
          key={form.id}
          link={{ to: "/apps/$app/forms/$form", params: { app: app.id, form: form.id } }}
          icon={form.flow_version > 0 ? <Workflow size={16} /> : <FileText size={16} />}
        >
          {form.name}
        </MenuLink>
      ))}
      {(app.boards.length > 0 || mayDesign) && (
        <div className={styles.section}>
          <MenuTitle>{t("boards")}</MenuTitle>
          {mayDesign && <NewBoard app={app} />}
        </div>
      )}
      {app.boards.map((board) => (
        <MenuLink
          key={board.id}
          link={{ to: "/apps/$app/boards/$board", params: { app: app.id, board: board.id } }}
          icon={<ChartColumn size={16} />}
        >
          {board.name}
        </MenuLink>
      ))}
    </>
  );
}
