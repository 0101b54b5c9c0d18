import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import type { Directory } from "@/api/directory";
import { sessionQuery } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { childrenByParent, headcounts, visibleRows } from "@/model/department_tree";
import { IconButton } from "@/ui/IconButton";
import { readPreference, writePreference } from "@/ui/preference";
import { type DepartmentEdit, DepartmentSheet } from "./DepartmentSheet";
import { DepartmentTreeList } from "./DepartmentTreeList";
import styles from "./departments.module.css";

interface DepartmentPaneProps {
  directory: Directory;
  canEdit: boolean;
  /** `null`: the whole organisation. */
  selected: string | null;
  onSelect: (department: string | null) => void;
}

/** The departments in their tree. What is unfolded is remembered on this device. */
export function DepartmentPane({ directory, canEdit, selected, onSelect }: DepartmentPaneProps) {
  const { t } = useTranslation("directory");
  const { data: me } = useQuery(sessionQuery);
  const [edit, setEdit] = useState<DepartmentEdit | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(readPreference<string[]>("directory.open", directory.departments.map(({ id }) => id).slice(0, 200))),
  );
  const tree = useMemo(() => childrenByParent(directory.departments), [directory.departments]);
  const counts = useMemo(
    () =>
      headcounts(
        directory.departments,
        directory.users.filter(({ is_active }) => is_active),
      ),
    [directory],
  );
  const toggle = (id: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
    writePreference("directory.open", [...next]);
  };
  return (
    <section className={styles.pane} aria-label={t("department.tree")}>
      <header className={styles.paneHead}>
        <h2>{t("department.title")}</h2>
        {canEdit && (
          <IconButton
            label={t("department.add")}
            icon={<Plus size={16} />}
            onClick={() => setEdit({ department: null, parent: selected })}
          />
        )}
      </header>
      <DepartmentTreeList
        name={me?.organisation ?? ""}
        rows={visibleRows(tree, open)}
        tree={tree}
        departments={directory.departments}
        counts={counts}
        total={directory.users.filter(({ is_active }) => is_active).length}
        selected={selected}
        canEdit={canEdit}
        onSelect={onSelect}
        onToggle={toggle}
        onEdit={setEdit}
      />
      {edit && <DepartmentSheet edit={edit} onClose={() => setEdit(null)} />}
    </section>
  );
}
