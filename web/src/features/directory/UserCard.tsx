import { useQuery } from "@tanstack/react-query";
import { directoryQuery } from "@/api/directory";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { pathOf } from "@/model/department_tree";
import { BottomSheet } from "@/ui/BottomSheet";
import { UserAvatar } from "@/ui/UserAvatar";
import styles from "./directory.module.css";

/** A person as colleagues see them. */
export function UserCard({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation("directory");
  const { data } = useQuery(directoryQuery);
  const user = data?.users.find((one) => one.id === id);
  if (!data || !user) return null;
  const paths = user.departments.map((department) =>
    pathOf(data.departments, department)
      .map(({ name }) => name)
      .join(" / "),
  );
  const manager = data.users.find((one) => one.id === user.manager)?.name;
  const teams = data.teams.filter(({ members }) => members.includes(id)).map(({ name }) => name);
  const facts: [label: string, text: string | undefined][] = [
    [t("user.departments"), paths.join("\n")],
    [t("user.positions"), listed(user.positions ?? [])],
    [t("user.manager"), manager],
    [t("tabs.teams"), listed(teams)],
    [t("user.email"), user.email],
    [t("user.mobile"), user.mobile],
  ];
  return (
    <BottomSheet open onClose={onClose} title={t("user.card")}>
      <div className={styles.card}>
        <UserAvatar name={user.name} size={56} />
        <strong>{user.name}</strong>
      </div>
      <dl className={styles.facts}>
        {facts
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </BottomSheet>
  );
}
