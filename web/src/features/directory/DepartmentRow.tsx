import { Dropdown } from "antd";
import { ChevronRight, Crown, Ellipsis } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import type { TreeRow } from "@/model/department_tree";
import { cx } from "@/ui/cx";
import { startDrag } from "@/ui/drag";
import { useFormat } from "@/ui/format";
import { usePerson } from "@/ui/people";
import type { DepartmentEdit } from "./DepartmentSheet";
import type { DepartmentMoves } from "./department_moves";
import styles from "./departments.module.css";

interface DepartmentRowProps {
  row: TreeRow;
  count: number;
  isSelected: boolean;
  canEdit: boolean;
  moves: DepartmentMoves;
  onKey: (event: KeyboardEvent) => void;
  onSelect: (department: string) => void;
  onToggle: (department: string, isOpen: boolean) => void;
  onEdit: (edit: DepartmentEdit) => void;
}

export function DepartmentRow({ row, count, isSelected, canEdit, moves, onKey, ...on }: DepartmentRowProps) {
  const { t } = useTranslation("directory");
  const format = useFormat();
  const { department, depth, isOpen, hasChildren } = row;
  const head = usePerson(department.head);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!canEdit || (event.target as HTMLElement).closest("button")) return;
    startDrag<string>(event.nativeEvent, {
      label: department.name,
      sources: [event.currentTarget],
      over: (_x, _y, under) => moves.over(department, under),
      drop: (place) => void moves.move(department, place),
    });
  };
  const menu = [
    {
      key: "add",
      label: t("department.addBelow"),
      onClick: () => on.onEdit({ department: null, parent: department.id }),
    },
    { key: "edit", label: t("department.edit"), extra: "F2", onClick: () => on.onEdit({ department }) },
    { type: "divider" as const },
    { key: "delete", label: t("department.delete"), danger: true, onClick: () => void moves.remove(department) },
  ];
  return (
    <div
      role="treeitem"
      aria-level={depth + 2}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? isOpen : undefined}
      tabIndex={isSelected ? 0 : -1}
      data-department={department.id}
      className={cx(styles.branch, isSelected && styles.branchHere, isSelected && canEdit && styles.branchMenu)}
      style={{ paddingInlineStart: 8 + (depth + 1) * 14 }}
      title={head ? t("department.headOf", { name: head.name }) : undefined}
      onClick={() => on.onSelect(department.id)}
      onKeyDown={onKey}
      onPointerDown={onPointerDown}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-label={t(isOpen ? "department.fold" : "department.unfold", { name: department.name })}
        className={cx(styles.twist, isOpen && styles.twistOpen, !hasChildren && styles.twistNone)}
        onClick={(event) => {
          event.stopPropagation();
          on.onToggle(department.id, !isOpen);
        }}
      >
        <ChevronRight size={14} />
      </button>
      <span className={styles.branchName}>{department.name}</span>
      {head && <Crown size={12} className={styles.crown} aria-label={t("department.headOf", { name: head.name })} />}
      <span className={styles.count}>{format.number(count)}</span>
      {canEdit && (
        <Dropdown menu={{ items: menu, onClick: ({ domEvent }) => domEvent.stopPropagation() }} trigger={["click"]}>
          <button
            type="button"
            className={styles.rowMenu}
            aria-label={t("department.menu", { name: department.name })}
            onClick={(event) => event.stopPropagation()}
          >
            <Ellipsis size={16} />
          </button>
        </Dropdown>
      )}
    </div>
  );
}
