import { Person } from "@/ui/Person";
import { pickedOf } from "../choice/options";
import type { ReadProps } from "../registry";
import styles from "./user.module.css";

export function UserRead({ value }: ReadProps<"user">) {
  return (
    <span className={styles.people}>
      {pickedOf(value).map((id) => (
        <Person key={id} id={id} />
      ))}
    </span>
  );
}
