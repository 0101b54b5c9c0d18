import styles from "./Person.module.css";
import { usePerson } from "./people";
import { Bone } from "./Skeletons";
import { UserAvatar } from "./UserAvatar";

/** A person by id: picture and name. */
export function Person({ id, size = 22 }: { id: string; size?: number }) {
  const user = usePerson(id);
  if (!user) return <Bone width="64px" />;
  return (
    <span className={styles.person}>
      <UserAvatar name={user.name} size={size} />
      <span className={styles.name}>{user.name}</span>
    </span>
  );
}
