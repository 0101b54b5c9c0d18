import { Outlet, useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MenuLink, MenuTitle } from "@/ui/MenuLink";
import { SideLayout } from "@/ui/SideLayout";
import { SECTION_ICONS, SECTIONS } from "./sections";

export function AdminLayout() {
  const { t } = useTranslation("admin");
  const isHome = useMatchRoute()({ to: "/admin" }) !== false;
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
    </>
  );
  return (
    <SideLayout label={t("menu")} menu={menu} onPhone={isHome ? "menu" : "content"}>
      <Outlet />
    </SideLayout>
  );
}
