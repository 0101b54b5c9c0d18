import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { FileUp, UserPlus } from "lucide-react";
import { useState } from "react";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { LinkButton } from "@/ui/LinkButton";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { usePower } from "@/ui/powers";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { useIsPhone } from "@/ui/viewport";
import { DepartmentPane } from "./DepartmentPane";
import { DirectoryTabs } from "./DirectoryTabs";
import styles from "./directory.module.css";
import { PeopleList } from "./PeopleList";
import { UserCard } from "./UserCard";
import { UserSheet } from "./UserSheet";

/** Everybody there is: departments beside their people. Administrators change it where it stands. */
export function DirectoryPage() {
  const { t } = useTranslation("directory");
  const query = useQuery(directoryQuery);
  const isPhone = useIsPhone();
  const canEdit = usePower("administer");
  const [department, setDepartment] = useState<string | null>(null);
  const [isTree, setTree] = useState(false);
  const [user, setUser] = useState<string | "new" | null>(null);
  const close = () => setUser(null);
  const actions = canEdit && (
    <>
      <LinkButton to="/directory/import" icon={<FileUp size={16} />} aria-label={t("import.title")}>
        {!isPhone && t("import.title")}
      </LinkButton>
      <Button type="primary" icon={<UserPlus size={16} />} onClick={() => setUser("new")} aria-label={t("user.add")}>
        {!isPhone && t("user.add")}
      </Button>
    </>
  );
  return (
    <Page
      width="full"
      header={
        <PageHeader title={t("title")} actions={actions}>
          <DirectoryTabs />
        </PageHeader>
      }
    >
      <QueryView query={query} skeleton={<ListSkeleton count={10} />}>
        {(directory) => (
          <div className={styles.split}>
            {(!isPhone || isTree) && (
              <DepartmentPane
                directory={directory}
                canEdit={canEdit}
                selected={department}
                onSelect={(next) => {
                  setDepartment(next);
                  setTree(false);
                }}
              />
            )}
            {!(isPhone && isTree) && (
              <PeopleList
                directory={directory}
                department={department}
                onDepartment={setDepartment}
                onOpen={setUser}
                canEdit={canEdit}
                onTree={canEdit ? () => setTree(true) : undefined}
              />
            )}
            {user && canEdit && (
              <UserSheet key={user} id={user === "new" ? null : user} department={department} onClose={close} />
            )}
            {user && !canEdit && <UserCard id={user} onClose={close} />}
          </div>
        )}
      </QueryView>
    </Page>
  );
}
