import { Building2 } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { DepartmentTree, TreeRow } from "@/model/department_tree";
import type { Department } from "@/model/party";
import { cx } from "@/ui/cx";
import { useFormat } from "@/ui/format";
import { DepartmentRow } from "./DepartmentRow";
import type { DepartmentEdit } from "./DepartmentSheet";
import { useDepartmentMoves } from "./department_moves";
import styles from "./departments.module.css";

export interface DepartmentTreeListProps {
  /** Of the organisation: the row above all. */
  name: string;
  rows: readonly TreeRow[];
  tree: DepartmentTree;
  departments: readonly Department[];
  counts: ReadonlyMap<string, number>;
  total: number;
  selected: string | null;
  canEdit: boolean;
  onSelect: (department: string | null) => void;
  onToggle: (department: string, isOpen: boolean) => void;
  onEdit: (edit: DepartmentEdit) => void;
}

const ROOT = "";

/** A tree that arrow keys walk: up and down, right to open, left to close or to the one above. */
export function DepartmentTreeList(props: DepartmentTreeListProps) {
  const { t } = useTranslation("directory");
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const moves = useDepartmentMoves(props.tree, props.departments);
  const ids = [ROOT, ...props.rows.map(({ department }) => department.id)];
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    props.onSelect(id === ROOT ? null : id);
    box.current?.querySelector<HTMLElement>(`[data-department="${CSS.escape(id)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const at = ids.indexOf(props.selected ?? ROOT);
    const row = props.rows[at - 1];
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(ids[at + 1]),
      ArrowUp: () => go(ids[at - 1]),
      Home: () => go(ids[0]),
      End: () => go(ids.at(-1)),
      ArrowRight: () => (row?.hasChildren && !row.isOpen ? props.onToggle(row.department.id, true) : go(ids[at + 1])),
      ArrowLeft: () => (row?.isOpen ? props.onToggle(row.department.id, false) : go(row?.department.parent ?? ROOT)),
      F2: () => row && props.canEdit && props.onEdit({ department: row.department }),
      Delete: () => row && props.canEdit && void moves.remove(row.department),
    };
    const run = event.target === event.currentTarget && keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    <div className={styles.tree} role="tree" aria-label={t("department.tree")} ref={box}>
      <div
        role="treeitem"
        aria-level={1}
        aria-selected={props.selected === null}
        tabIndex={props.selected === null ? 0 : -1}
        data-department={ROOT}
        className={cx(styles.branch, props.selected === null && styles.branchHere)}
        onClick={() => props.onSelect(null)}
        onKeyDown={onKey}
      >
        <Building2 size={16} aria-hidden="true" />
        <span className={styles.branchName}>{props.name}</span>
        <span className={styles.count}>{format.number(props.total)}</span>
      </div>
      {props.rows.map((row) => (
        <DepartmentRow
          key={row.department.id}
          row={row}
          count={props.counts.get(row.department.id) ?? 0}
          isSelected={props.selected === row.department.id}
          canEdit={props.canEdit}
          moves={moves}
          onKey={onKey}
          onSelect={props.onSelect}
          onToggle={props.onToggle}
          onEdit={props.onEdit}
        />
      ))}
      {props.rows.length === 0 && <p className={styles.hint}>{t("department.empty")}</p>}
    </div>
  );
}
