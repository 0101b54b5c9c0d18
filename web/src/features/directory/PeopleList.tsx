import { useVirtualizer } from "@tanstack/react-virtual";
import { Button, Input, Select } from "antd";
import { FolderTree, Search } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { Directory } from "@/api/directory";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { DepartmentSelect } from "@/ui/DepartmentSelect";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { useShortcuts } from "@/ui/shortcuts";
import { Toolbar } from "@/ui/Toolbar";
import { useIsPhone } from "@/ui/viewport";
import styles from "./directory.module.css";
import { PersonRow } from "./PersonRow";
import { PEOPLE_STATES, type PeopleState, peopleOf } from "./people_filter";

interface PeopleListProps {
  directory: Directory;
  department: string | null;
  onDepartment: (department: string | null) => void;
  onOpen: (user: string) => void;
  canEdit: boolean;
  /** On a phone: shows the tree instead, for changing it. */
  onTree: (() => void) | undefined;
}

const ROW_PX = 56;
const AHEAD = 8;

export function PeopleList({ directory, department, onDepartment, onOpen, canEdit, onTree }: PeopleListProps) {
  const { t } = useTranslation("directory");
  const format = useFormat();
  const isPhone = useIsPhone();
  const [text, setText] = useState("");
  const [state, setState] = useState<PeopleState>("active");
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLElement>(null);
  const asked = useDeferredValue(text);
  const people = useMemo(
    () => peopleOf(directory, { department, state, text: asked }),
    [directory, department, state, asked],
  );
  const names = useMemo(() => new Map(directory.departments.map(({ id, name }) => [id, name])), [directory]);
  const managers = useMemo(() => new Map(directory.users.map(({ id, name }) => [id, name])), [directory]);
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at the top
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [department, state, asked]);
  useShortcuts(t("title"), [
    { keys: "/", label: t("search"), run: () => field.current?.querySelector("input")?.focus() },
  ]);
  const isNarrowed = text !== "" || department !== null || state !== "active";
  const widen = () => {
    setText("");
    setState("active");
    onDepartment(null);
  };
  return (
    <section className={styles.people} aria-label={t("tabs.people")} ref={field}>
      <Toolbar
        label={t("filter.label")}
        end={<span className={styles.total}>{t("count", { count: people.length })}</span>}
      >
        <Input
          className={styles.search}
          prefix={<Search size={16} />}
          placeholder={t("search")}
          aria-label={t("search")}
          allowClear
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {canEdit && (
          <Select
            aria-label={t("filter.state")}
            popupMatchSelectWidth={false}
            options={PEOPLE_STATES.map((value) => ({ value, label: t(`filter.${value}`) }))}
            value={state}
            onChange={setState}
          />
        )}
      </Toolbar>
      {isPhone && (
        <div className={styles.phoneDepartment}>
          <DepartmentSelect
            label={t("department.title")}
            isSingle
            value={department ? [department] : []}
            onChange={([next]) => onDepartment(next ?? null)}
          />
          {onTree && <IconButton label={t("department.manage")} icon={<FolderTree size={18} />} onClick={onTree} />}
        </div>
      )}
      {people.length === 0 ? (
        <EmptyState
          art={text ? "search" : "people"}
          title={t(text ? "nobody" : "empty")}
          text={t("emptyText")}
          action={isNarrowed && <Button onClick={widen}>{t("filter.clear")}</Button>}
        />
      ) : (
        <div className={styles.scroll} ref={box}>
          <ul style={{ height: rows.getTotalSize() }} className={styles.rows}>
            {rows.getVirtualItems().map(({ index, start }) => {
              const user = people[index];
              return user ? (
                <li
                  key={user.id}
                  style={{ transform: `translateY(${start}px)` }}
                  aria-setsize={people.length}
                  aria-posinset={index + 1}
                >
                  <PersonRow
                    user={user}
                    departments={listed(user.departments.flatMap((id) => names.get(id) || []))}
                    manager={managers.get(user.manager ?? "") ?? ""}
                    onOpen={onOpen}
                  />
                </li>
              ) : null;
            })}
          </ul>
        </div>
      )}
      <span className={styles.hidden} aria-live="polite">
        {t("count", { count: people.length, shown: format.number(people.length) })}
      </span>
    </section>
  );
}
