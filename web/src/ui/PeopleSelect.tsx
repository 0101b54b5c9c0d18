import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useMemo } from "react";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { isNamed } from "@/model/pinyin";
import { leaveOnTab } from "@/ui/leave_on_tab";
import styles from "./PeopleSelect.module.css";
import { PickSheet } from "./PickSheet";
import { UserAvatar } from "./UserAvatar";
import { useIsPhone } from "./viewport";

interface PeopleSelectProps {
  id?: string;
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  onBlur?: () => void;
  /** At most one. */
  isSingle?: boolean;
  /** Not offered: the person who is being edited cannot be their own manager. */
  without?: string | undefined;
  isInvalid?: boolean;
  describedBy?: string | undefined;
}

const PEOPLE_MAX = 100;

/** People by name, by how it is read, by login or department. Who is switched off is offered no more, but stays where they are. */
export function PeopleSelect(props: PeopleSelectProps) {
  const { id, label, value, onChange, onBlur, isSingle = false, without, isInvalid, describedBy } = props;
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { data, isLoading } = useQuery(directoryQuery);
  const chosen = value.join();
  const people = useMemo(() => {
    const departments = new Map(data?.departments.map((department) => [department.id, department.name]));
    const kept = new Set(chosen.split(","));
    return (data?.users ?? [])
      .filter((user) => (user.is_active || kept.has(user.id)) && user.id !== without)
      .map((user) => {
        const note = user.departments.flatMap((department) => departments.get(department) ?? []).join(" / ");
        const found = `${user.name} ${user.login ?? ""} ${note}`;
        return { value: user.id, label: user.name, note, found, pinyin: data?.pinyin[user.id] };
      });
  }, [data, chosen, without]);
  const placeholder = t("choosePeople");
  if (isPhone) {
    return (
      <PickSheet
        {...{ id, label, placeholder, isInvalid, describedBy, onBlur }}
        picks={people.map((one) => ({ ...one, sign: <UserAvatar name={one.label} /> }))}
        picked={value}
        many={!isSingle}
        onPick={onChange}
      />
    );
  }
  return (
    <Select
      {...(id && { id })}
      {...(isSingle
        ? { value: value[0] ?? null }
        : { mode: "multiple" as const, maxCount: PEOPLE_MAX, value: [...value], onInputKeyDown: leaveOnTab })}
      className={styles.select}
      aria-label={label}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      placeholder={placeholder}
      loading={isLoading}
      allowClear
      status={isInvalid ? "error" : ""}
      virtual
      showSearch={{ filterOption: (text, option) => isNamed(option?.found ?? "", option?.pinyin, text) }}
      options={people}
      optionRender={({ data: person }) => (
        <span className={styles.person}>
          <UserAvatar name={person.label} size={22} />
          <span>{person.label}</span>
          <span className={styles.note}>{person.note}</span>
        </span>
      )}
      onChange={(next: string | string[] | null | undefined) => onChange([next ?? []].flat())}
      onBlur={onBlur}
    />
  );
}
