import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { isNamed } from "@/model/pinyin";
import { leaveOnTab } from "@/ui/leave_on_tab";
import { UserAvatar } from "@/ui/UserAvatar";
import { useIsPhone } from "@/ui/viewport";
import { pickedOf, taken } from "../choice/options";
import { PickSheet } from "../choice/PickSheet";
import type { EditProps } from "../registry";
import styles from "./user.module.css";

const PICKS_MAX = 100;

/** Active people by name, by how it is read, by login or department; somebody who left stays where the record has them. */
export default function UserEdit({ field, id, value, onChange, ...rest }: EditProps<"user">) {
  const { t } = useTranslation("field");
  const { data, isPending } = useQuery(directoryQuery);
  const isPhone = useIsPhone();
  const { many } = field.control;
  const picked = pickedOf(value);
  const departments = new Map(data?.departments.map((department) => [department.id, department.name]));
  const options = (data?.users ?? [])
    .filter((user) => user.is_active || picked.includes(user.id))
    .map((user) => {
      const place = user.departments.flatMap((department) => departments.get(department) ?? []).join(" / ");
      const found = `${user.name} ${user.login ?? ""} ${place}`;
      return { value: user.id, label: user.name, place, found, pinyin: data?.pinyin[user.id] };
    });
  if (isPhone) {
    return (
      <PickSheet
        {...rest}
        id={id}
        label={field.label}
        picks={options.map((one) => ({
          ...one,
          sign: <UserAvatar id={one.value} name={one.label} />,
          note: one.place,
        }))}
        picked={picked}
        many={many}
        onPick={(next) => onChange(taken(next, many))}
      />
    );
  }
  return (
    <Select
      id={id}
      {...(many
        ? { mode: "multiple" as const, maxCount: PICKS_MAX, value: picked, onInputKeyDown: leaveOnTab }
        : { value: picked[0] ?? null })}
      options={options}
      loading={isPending}
      placeholder={t("choose")}
      allowClear
      showSearch={{ filterOption: (text, option) => isNamed(option?.found ?? "", option?.pinyin, text) }}
      status={rest.isInvalid ? "error" : ""}
      aria-label={field.label}
      aria-invalid={rest.isInvalid}
      aria-describedby={rest.describedBy}
      optionRender={({ data: one }) => (
        <span className={styles.person}>
          <UserAvatar id={one.value} name={one.label} size={22} />
          <span>{one.label}</span>
          <span className={styles.place}>{one.place}</span>
        </span>
      )}
      onChange={(next: string | string[] | null | undefined) => onChange(next?.length ? next : null)}
      onBlur={rest.onBlur}
    />
  );
}
