import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { rolesQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import type { Role } from "@/model/party";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { usePower } from "@/ui/powers";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";
import { StateTag } from "@/ui/StateTag";
import { DirectoryTabs } from "./DirectoryTabs";
import styles from "./directory.module.css";
import { GroupCard } from "./GroupCard";
import { RoleSheet } from "./RoleSheet";

/** Roles and who holds them. What a role may do inside an app is said in that app. */
export function RolesPage() {
  const { t } = useTranslation("directory");
  const query = useQuery(rolesQuery);
  const [edited, setEdited] = useState<Role | "new" | null>(null);
  const canEdit = usePower("administer");
  const add = canEdit && (
    <Button type="primary" icon={<Plus size={16} />} onClick={() => setEdited("new")}>
      {t("role.add")}
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
      <p className={styles.hint}>{t("role.hint")}</p>
      <QueryView query={query} skeleton={<CardsSkeleton />}>
        {(roles) => (
          <ul className={styles.groups}>
            {roles.map((role) => (
              <li key={role.id}>
                <GroupCard
                  name={role.name}
                  members={role.members}
                  {...(role.everyone && { note: t("role.everyone") })}
                  tags={role.powers.map((power) => (
                    <StateTag key={power} tone={power === "administer" ? "danger" : "info"}>
                      {t(`role.power.${power}`)}
                    </StateTag>
                  ))}
                  onOpen={() => setEdited(role)}
                />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {edited && <RoleSheet role={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
