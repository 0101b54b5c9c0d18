import { Outlet, useMatchRoute } from "@tanstack/react-router";
import { KeyRound, Users, UsersRound } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { MenuLink, MenuTitle } from "@/ui/MenuLink";
import { usePower } from "@/ui/powers";
import { SideLayout } from "@/ui/SideLayout";
import { SECTION_ICONS } from "./section_icons";
import { SECTIONS } from "./section_names";

/** The sections beside their pages; people and roles have their own place and are one click away. */
export function AdminLayout() {
  const { t } = useTranslation("admin");
  const isAdministrator = usePower("administer");
  const isHome = useMatchRoute()({ to: "/admin" }) !== false;
  if (!isAdministrator) return <EmptyState art="locked" title={t("refused")} text={t("refusedText")} />;
  const menu = (
    <>
      <MenuTitle>{t("title")}</MenuTitle>
      {SECTIONS.map((section) => {
        const Icon = SECTION_ICONS[section];
        return (
          <MenuLink key={section} link={{ to: "/admin/$section", params: { section } }} icon={<Icon size={16} />}>
            {t(`sections.${section}`)}
          </MenuLink>
        );
      })}
      <MenuTitle>{t("people")}</MenuTitle>
      <MenuLink link={{ to: "/directory" }} icon={<Users size={16} />}>
        {t("members")}
      </MenuLink>
      <MenuLink link={{ to: "/directory/teams" }} icon={<UsersRound size={16} />}>
        {t("teams")}
      </MenuLink>
      <MenuLink link={{ to: "/directory/roles" }} icon={<KeyRound size={16} />}>
        {t("roles")}
      </MenuLink>
    </>
  );
  return (
    <SideLayout label={t("menu")} menu={menu} onPhone={isHome ? "menu" : "content"}>
      <Outlet />
    </SideLayout>
  );
}
