// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is no HTML table; the grid holds the focus and answers the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: a virtual grid is no HTML table; the grid holds the focus and answers the keys

import { ChevronDown } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import styles from "../grid/Grid.module.css";
import type { Group } from "./use_groups";

/** Pixels over the first row of a group. */
export const HEAD_PX = 36;

interface GroupHeadProps {
  group: Group;
  top: number;
  columns: number;
  onFold: (key: string) => void;
}

/** What the rows below have in common, and how many they are. It is walked past: the keys know only records. */
export function GroupHead({ group, top, columns, onFold }: GroupHeadProps) {
  return (
    <div role="row" className={styles.group} style={{ transform: `translateY(${top}px)`, height: HEAD_PX }}>
      <span role="gridcell" aria-colspan={columns} className={styles.groupName}>
        <FoldButton group={group} onFold={onFold} />
        <GroupName group={group} />
      </span>
    </div>
  );
}

/** Takes the rows of a group out of the list; the group itself stays over it. */
export function FoldButton({ group: { key, label }, onFold }: Pick<GroupHeadProps, "group" | "onFold">) {
  const { t } = useTranslation("records");
  return (
    <button
      type="button"
      className={styles.fold}
      aria-expanded="true"
      aria-label={t("fold.close", { name: label })}
      // The grid begins to choose cells where it is pressed.
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onFold(key);
      }}
    >
      <ChevronDown size={14} aria-hidden="true" />
    </button>
  );
}

export function GroupName({ group: { label, color, count } }: { group: Group }) {
  const format = useFormat();
  const style = color ? { color: `var(--pick-${color})`, background: `var(--pick-${color}-soft)` } : undefined;
  return (
    <>
      <span className={color ? styles.choice : styles.groupLabel} style={style}>
        {label}
      </span>
      {count !== null && <span className={styles.groupCount}>{format.number(count)}</span>}
    </>
  );
}
