import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { UserAvatar } from "@/ui/UserAvatar";
import styles from "./directory.module.css";

interface GroupCardProps {
  name: string;
  members: readonly string[];
  /** Instead of the count: "everybody". */
  note?: ReactNode;
  tags?: ReactNode;
  onOpen: (() => void) | undefined;
}

const FACES_MAX = 8;

/** A team or a role: its name and the first faces of it. */
export function GroupCard({ name, members, note, tags, onOpen }: GroupCardProps) {
  const { t } = useTranslation("directory");
  const { data } = useQuery(directoryQuery);
  const faces = members.slice(0, FACES_MAX).flatMap((id) => data?.users.find((user) => user.id === id) ?? []);
  const body = (
    <>
      <span className={styles.groupHead}>
        <strong>{name}</strong>
        {tags}
      </span>
      <span className={styles.faces}>
        {faces.map((user) => (
          <UserAvatar key={user.id} name={user.name} size={28} />
        ))}
        {members.length > FACES_MAX && <small>{`+${members.length - FACES_MAX}`}</small>}
      </span>
      <small className={styles.count}>{note ?? t("memberCount", { count: members.length })}</small>
    </>
  );
  return onOpen ? (
    <button type="button" className={styles.group} onClick={onOpen}>
      {body}
    </button>
  ) : (
    <div className={styles.group}>{body}</div>
  );
}
