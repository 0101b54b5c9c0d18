import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { isNamed } from "@/model/pinyin";
import { leaveOnTab } from "@/ui/leave_on_tab";
import styles from "./PeopleSelect.module.css";
import { UserAvatar } from "./UserAvatar";

interface PeopleSelectProps {
  id?: string;
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** At most one. */
  isSingle?: boolean;
  /** Not offered: the person who is being edited cannot be their own manager. */
  without?: string | undefined;
  isInvalid?: boolean;
}

/** People by name, by how it is read, or by login. Who is switched off is offered no more, but stays where they are. */
export function PeopleSelect({ id, label, value, onChange, isSingle, without, isInvalid }: PeopleSelectProps) {
  const { t } = useTranslation();
  const { data, isLoading } = useQuery(directoryQuery);
  const chosen = value.join();
  const options = useMemo(() => {
    const departments = new Map(data?.departments.map((department) => [department.id, department.name]));
    const kept = new Set(chosen.split(","));
    return (data?.users ?? [])
      .filter((user) => (user.is_active || kept.has(user.id)) && user.id !== without)
      .map((user) => ({
        value: user.id,
        label: user.name,
        department: departments.get(user.departments[0] ?? "") ?? "",
        names: `${user.name} ${user.login ?? ""}`,
        pinyin: data?.pinyin[user.id],
      }));
  }, [data, chosen, without]);
  return (
    <Select
      {...(id && { id })}
      {...(!isSingle && { mode: "multiple" as const, onInputKeyDown: leaveOnTab })}
      className={styles.select}
      aria-label={label}
      placeholder={t("choosePeople")}
      loading={isLoading}
      allowClear
      status={isInvalid ? "error" : ""}
      showSearch={{ filterOption: (text, option) => isNamed(option?.names ?? "", option?.pinyin, text) }}
      options={options}
      optionRender={({ data: person }) => (
        <span className={styles.person}>
          <UserAvatar id={person.value} name={person.label} size={22} />
          {person.label}
          <small>{person.department}</small>
        </span>
      )}
      value={isSingle ? (value[0] ?? null) : [...value]}
      onChange={(next: string | string[] | null | undefined) =>
        onChange(Array.isArray(next) ? next : next ? [next] : [])
      }
    />
  );
}
