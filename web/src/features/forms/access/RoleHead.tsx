import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { Scope } from "@/model/party";
import type { RoleReach } from "@/model/role_access";
import styles from "./AccessTable.module.css";

interface RoleHeadProps {
  reach: RoleReach;
  app: string;
  /** What sets the whole column. */
  children: ReactNode;
}

/** A role over its column: which records it reaches, and where that is said. */
export function RoleHead({ reach, app, children }: RoleHeadProps) {
  const { t } = useTranslation("forms");
  const { role, view, edit, mayCreate, isOfApp } = reach;
  const which = (scopes: readonly Scope[]) => listed(scopes.map(({ kind }) => t(`access.scope.${kind}`)));
  const lines = [
    mayCreate && t("access.role.create"),
    view.length > 0 && t("access.role.view", { which: which(view) }),
    edit.length > 0 && t("access.role.change", { which: which(edit) }),
  ];
  return (
    <>
      {role.name}
      <span className={styles.reach}>
        {lines.filter(Boolean).map((line) => (
          <span key={String(line)}>{line}</span>
        ))}
        {isOfApp && (
          <Link to="/apps/$app/access" params={{ app }} title={t("access.role.ofAppText")}>
            {t("access.role.ofApp")}
          </Link>
        )}
      </span>
      {children}
    </>
  );
}
